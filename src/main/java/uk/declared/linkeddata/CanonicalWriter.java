package uk.declared.linkeddata;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes triples of URIs and literals as lines of canonical N-Triples (RDF 1.1 N-Triples, section 4), each as RIOT writes it. RIOT's writer is for
 * streams: set up for the few lines of each of a declaration's texts, it took as long as mapping the result.
 */
final class CanonicalWriter {
    private static final String PLAIN = XSD.xstring.getURI();

    private final Map<Node, String> uris = new HashMap<>();
    private final StringBuilder line = new StringBuilder();

    /** The line of a triple without its end; absent where there is something else in it than URIs and literals. */
    Optional<String> line(Triple triple) {
        line.setLength(0);
        Node object = triple.getObject();
        boolean plain = triple.getSubject().isURI()
                && triple.getPredicate().isURI()
                && (object.isURI() || (object.isLiteral() && object.getLiteralBaseDirection() == null));
        if (!plain) {
            return Optional.empty();
        }
        line.append(uri(triple.getSubject()))
                .append(' ')
                .append(uri(triple.getPredicate()))
                .append(' ');
        if (object.isURI()) {
            line.append(uri(object));
        } else {
            literal(object);
        }
        return Optional.of(line.append(" .").toString());
    }

    private String uri(Node node) {
        return uris.computeIfAbsent(node, missing -> "<" + missing.getURI() + ">");
    }

    private void literal(Node literal) {
        line.append('"');
        escape(literal.getLiteralLexicalForm());
        line.append('"');
        String language = literal.getLiteralLanguage();
        if (language != null && !language.isEmpty()) {
            line.append('@').append(language);
        } else if (!PLAIN.equals(literal.getLiteralDatatypeURI())) {
            line.append("^^<").append(literal.getLiteralDatatypeURI()).append('>');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '\\' -> line.append("\\\\");
                case '"' -> line.append("\\\"");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case '\f' -> line.append("\\f");
                default -> line.append(next);
            }
        }
    }
}
