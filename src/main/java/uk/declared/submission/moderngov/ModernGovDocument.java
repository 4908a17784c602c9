package uk.declared.submission.moderngov;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.declared.report.Place;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.text.Texts;

/**
 * What an answer of modern.gov holds: one item for the election, each area, candidate and line of rejected papers, with the
 * texts of its elements and their paths. Read element by element; document types are refused, and with them all entities.
 */
final class ModernGovDocument {
    /** Elements that are items of their own; all others are texts of the item that they stand in. */
    private static final Set<String> ITEMS = Set.of("electionarea", "candidate", "spoiledvote");

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ITEMS = 50_000;

    /** The most bytes of a file, and characters of its texts: a county's election has a thousandth of it. */
    private static final int MAX_SIZE = 32 * 1024 * 1024;

    private static final XMLInputFactory XML = factory();

    private final Place file;
    private final XmlItem election = new XmlItem("", "", new HashMap<>(), new ArrayList<>());
    private final Deque<XmlItem> open = new ArrayDeque<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private int items;
    private int characters;

    private ModernGovDocument(Place file) {
        this.file = file;
        open.push(election);
    }

    /**
     * One part of the election, or the election itself.
     *
     * @param name the element's name in lower case
     * @param path its path from the root
     * @param texts the texts of its elements, by their names in lower case; the first of several
     * @param parts the items in it
     */
    record XmlItem(String name, String path, Map<String, XmlText> texts, List<XmlItem> parts) {
        /** The text of an element, empty where there is none. */
        XmlText text(String element) {
            return texts.getOrDefault(element, new XmlText(path + "/" + element, ""));
        }

        /** The items of a name in it, at any depth. */
        List<XmlItem> all(String wanted) {
            List<XmlItem> found = new ArrayList<>();
            for (XmlItem part : parts) {
                if (part.name().equals(wanted)) {
                    found.add(part);
                }
                found.addAll(part.all(wanted));
            }
            return found;
        }
    }

    /** The text of one element. */
    record XmlText(String path, String text) {
        boolean isBlank() {
            return text.isEmpty();
        }
    }

    /** An element that is open: how many of each name came in it, and its own text. */
    private record Level(String name, String path, Map<String, Integer> children, StringBuilder text) {}

    /** @throws UnreadableSubmissionException where it is not XML, or larger or deeper than any answer */
    static ModernGovDocument read(Submission submission) throws IOException, UnreadableSubmissionException {
        ModernGovDocument document = new ModernGovDocument(Place.of(submission.name()));
        if (submission.size() > MAX_SIZE) {
            throw document.refused("large");
        }
        try (InputStream in = submission.bytes()) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            while (reader.hasNext()) {
                document.take(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            throw document.refused("broken");
        }
        return document;
    }

    XmlItem election() {
        return election;
    }

    Place place(String path) {
        return file.atPath(path);
    }

    private void take(int event, XMLStreamReader reader) throws UnreadableSubmissionException {
        switch (event) {
            case XMLStreamConstants.DTD -> throw refused("doctype");
            case XMLStreamConstants.START_ELEMENT -> begin(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {
                // Comments and instructions say nothing about an election.
            }
        }
    }

    private void begin(String element) throws UnreadableSubmissionException {
        String name = element.toLowerCase(Locale.ROOT);
        Level parent = levels.peek();
        int number = parent == null ? 1 : parent.children().merge(name, 1, Integer::sum);
        boolean item = ITEMS.contains(name);
        String index = item || number > 1 ? "[" + number + "]" : "";
        String path = (parent == null ? "" : parent.path()) + "/" + element + index;
        levels.push(new Level(name, path, new HashMap<>(), new StringBuilder()));
        if (levels.size() > MAX_DEPTH) {
            throw refused("deep");
        }
        if (item) {
            XmlItem begun = new XmlItem(name, path, new HashMap<>(), new ArrayList<>());
            current().parts().add(begun);
            open.push(begun);
            count(1, path.length());
        }
    }

    private void add(XMLStreamReader reader) throws UnreadableSubmissionException {
        Level level = levels.peek();
        if (level != null && !reader.isWhiteSpace()) {
            count(0, reader.getTextLength());
            level.text().append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    private void end() {
        Level level = levels.pop();
        if (ITEMS.contains(level.name())) {
            open.pop();
            return;
        }
        String text = Texts.clean(level.text().toString());
        if (!text.isEmpty()) {
            current().texts().putIfAbsent(level.name(), new XmlText(level.path(), text));
        }
    }

    private XmlItem current() {
        return open.getFirst();
    }

    private void count(int moreItems, int moreCharacters) throws UnreadableSubmissionException {
        items += moreItems;
        characters += moreCharacters;
        if (items > MAX_ITEMS || characters > MAX_SIZE) {
            throw refused("large");
        }
    }

    private UnreadableSubmissionException refused(String fault) {
        Level level = levels.peek();
        Place place = level == null ? file : file.atPath(level.path());
        return Submission.unreadable("F092", place, Map.of("fault", fault));
    }

    /** The platform's own parser, whatever else is on the class path, with everything that reaches outside turned off. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
