package uk.declared.submission.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uk.declared.submission.workbook.UnreadableWorkbookException.Reason;

/**
 * One part's XML, element by element. Names are local names: the two namespaces of the standard, transitional and strict,
 * mean the same. What would make an XML reader hold much in memory (depth, ever new names, entities) is refused.
 */
final class PartXml implements Closeable {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAMES = 5_000;

    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

    private final InputStream in;
    private final String part;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;

    PartXml(InputStream in, String part) throws IOException {
        this.in = in;
        this.part = part;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            this.reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw refusal(e);
        } catch (UncheckedIOException e) {
            in.close();
            throw e.getCause();
        }
    }

    /** Goes to the next element's beginning or end, or to the next text; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        enter();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableWorkbookException(Reason.ENTITIES, Map.of("part", part));
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> meet(reader.getPITarget());
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw refusal(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (UnreadableWorkbookException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's reader answers some malformed input with an unchecked exception of its own.
            throw Parts.damaged(part);
        }
    }

    private void enter() throws IOException {
        if (++depth > MAX_DEPTH) {
            throw Parts.damaged(part);
        }
        meet(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            meet(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            meet(String.valueOf(reader.getNamespacePrefix(i)));
        }
    }

    /** The XML reader keeps every name that it has met. */
    private void meet(String name) throws IOException {
        if (names.add(name) && names.size() > MAX_NAMES) {
            throw Parts.damaged(part);
        }
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd() {
        return reader.isEndElement();
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** The text at hand, empty between elements' beginnings and ends. */
    String text() {
        return reader.isCharacters() ? reader.getText() : "";
    }

    /** An attribute by its local name. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** The name of another element in the namespace, and with the prefix, of the element at hand. */
    String named(String local) {
        String prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /** The namespace of the element at hand. */
    String namespace() {
        return String.valueOf(reader.getNamespaceURI());
    }

    /**
     * Writes what is at hand as it stands.
     *
     * @param otherwise attributes of an element's beginning that are to be others, by their local names
     */
    void copy(StringBuilder out, Map<String, String> otherwise) {
        copy(out, otherwise, Set.of());
    }

    /** The same, without some attributes. */
    void copy(StringBuilder out, Map<String, String> otherwise, Set<String> without) {
        if (reader.isStartElement()) {
            copyStart(out, otherwise, without);
        } else if (reader.isEndElement()) {
            out.append("</").append(named(reader.getLocalName())).append('>');
        } else if (reader.hasText()) {
            out.append(escaped(reader.getText()));
        }
    }

    private void copyStart(StringBuilder out, Map<String, String> otherwise, Set<String> without) {
        out.append('<').append(named(reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            @Nullable String prefix = reader.getNamespacePrefix(i);
            attribute(out, prefix == null ? "xmlns" : "xmlns:" + prefix, reader.getNamespaceURI(i));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String local = reader.getAttributeLocalName(i);
            if (prefix != null && !prefix.isEmpty()) {
                attribute(out, prefix + ":" + local, reader.getAttributeValue(i));
            } else if (!otherwise.containsKey(local) && !without.contains(local)) {
                attribute(out, local, reader.getAttributeValue(i));
            }
        }
        otherwise.forEach((name, value) -> attribute(out, name, value));
        out.append('>');
    }

    private static void attribute(StringBuilder out, String name, @Nullable String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value == null ? "" : value))
                .append('"');
    }

    /** A text as it stands in XML, in an attribute too; what XML cannot say becomes a question mark. */
    static String escaped(String text) {
        return NO_XML.matcher(text)
                .replaceAll("?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private UnreadableWorkbookException refusal(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof UnreadableWorkbookException unreadable) {
                return unreadable;
            }
        }
        return Parts.damaged(part);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof XMLStreamException nesting && nesting.getNestedException() != null
                ? nesting.getNestedException()
                : cause.getCause();
    }
}
