package uk.declared.linkeddata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Reads canonical N-Triples (RDF 1.1 N-Triples, section 4) without blank nodes, as {@link CanonicalTriples} writes them. A general
 * parser takes more time for being set up than for reading a contest's few lines; the record has hundreds of thousands of such texts.
 */
final class CanonicalReader {
    /** A line, or something in it, is not of the form that is written. */
    static final class NotCanonicalException extends Exception {
        private static final long serialVersionUID = 1L;

        NotCanonicalException(String text, int at) {
            super("Not canonical N-Triples at character " + at + ": "
                    + text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20)));
        }
    }

    private static final int UNICODE = 4;
    private static final int LONG_UNICODE = 8;
    private static final int HEXADECIMAL = 16;

    private final String text;
    private final Map<String, Node> known = new HashMap<>();
    private int at;

    private CanonicalReader(String text) {
        this.text = text;
    }

    static List<Triple> read(String text) throws NotCanonicalException {
        return new CanonicalReader(text).triples();
    }

    private List<Triple> triples() throws NotCanonicalException {
        List<Triple> triples = new ArrayList<>();
        while (at < text.length()) {
            Node subject = uri();
            take(' ');
            Node predicate = uri();
            take(' ');
            Node object = at < text.length() && text.charAt(at) == '"' ? literal() : uri();
            take(' ');
            take('.');
            take('\n');
            triples.add(Triple.create(subject, predicate, object));
        }
        return triples;
    }

    private Node uri() throws NotCanonicalException {
        return known.computeIfAbsent(bracketed(), NodeFactory::createURI);
    }

    private String bracketed() throws NotCanonicalException {
        take('<');
        int end = text.indexOf('>', at);
        if (end < 0) {
            throw new NotCanonicalException(text, at);
        }
        String uri = text.substring(at, end);
        if (uri.indexOf('\\') >= 0) {
            throw new NotCanonicalException(text, at);
        }
        at = end + 1;
        return uri;
    }

    private Node literal() throws NotCanonicalException {
        String value = quoted();
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == '@') {
            int end = text.indexOf(' ', at);
            String language = end < 0 ? "" : text.substring(at + 1, end);
            if (language.isEmpty() || language.contains("--")) {
                throw new NotCanonicalException(text, at);
            }
            at = end;
            return NodeFactory.createLiteralLang(value, language);
        }
        if (next == '^') {
            take('^');
            take('^');
            RDFDatatype type = NodeFactory.getType(bracketed());
            return NodeFactory.createLiteralDT(value, type);
        }
        return NodeFactory.createLiteralString(value);
    }

    private String quoted() throws NotCanonicalException {
        take('"');
        int end = at;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\\') {
                return escaped();
            }
            end++;
        }
        String value = text.substring(at, end);
        at = end;
        take('"');
        return value;
    }

    private String escaped() throws NotCanonicalException {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at++);
            if (next == '\\') {
                unescape(value);
            } else {
                value.append(next);
            }
        }
        take('"');
        return value.toString();
    }

    private void unescape(StringBuilder value) throws NotCanonicalException {
        char kind = at < text.length() ? text.charAt(at++) : ' ';
        switch (kind) {
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 'f' -> value.append('\f');
            case '"', '\'', '\\' -> value.append(kind);
            case 'u' -> value.appendCodePoint(hexadecimal(UNICODE));
            case 'U' -> value.appendCodePoint(hexadecimal(LONG_UNICODE));
            default -> throw new NotCanonicalException(text, at);
        }
    }

    private int hexadecimal(int digits) throws NotCanonicalException {
        try {
            int code = Integer.parseInt(text.substring(at, at + digits), HEXADECIMAL);
            at += digits;
            return code;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new NotCanonicalException(text, at);
        }
    }

    private void take(char wanted) throws NotCanonicalException {
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw new NotCanonicalException(text, at);
        }
        at++;
    }
}
