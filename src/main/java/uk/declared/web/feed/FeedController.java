package uk.declared.web.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * The Atom feed (RFC 4287) of all declarations, the latest first: {@code /feed.atom}, and {@code
 * /feed.atom?council=trafford}, a hundred a page (RFC 5005, section 3). A declaration that was withdrawn is a tombstone (RFC 6721).
 */
@RestController
final class FeedController {
    private static final int ENTRIES = 100;
    private static final Query DECLARATIONS = StoredQuery.read("feed-page");
    private static final Query DECLARATIONS_OF_BODY = StoredQuery.read("feed-of-body");
    private static final Query ENTRY = StoredQuery.read("feed");
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=utf-8");
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final List<String> STATUSES =
            List.of("nominated", "provisional", "declared", "corrected", "withdrawn");
    private static final String SLUG = "[a-z0-9-]{1,80}";

    private final Store store;
    private final Uris uris;
    private final LocalPaths paths;
    private final Pages pages;
    private final ServerSettings settings;

    FeedController(Store store, Uris uris, LocalPaths paths, Pages pages, ServerSettings settings) {
        this.store = store;
        this.uris = uris;
        this.paths = paths;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> feed(@RequestParam Optional<String> council, HttpServletRequest request) {
        Optional<Node> body = council.map(slug -> body(slug));
        int page = PageNumber.of(request);
        List<Node> found = body
                .map(node -> store.select(
                        StoredQuery.page(DECLARATIONS_OF_BODY, page, ENTRIES), Map.of("thing", node), Row::all))
                .orElseGet(() -> store.select(StoredQuery.page(DECLARATIONS, page, ENTRIES), Map.of(), Row::all))
                .stream()
                .map(row -> row.required("declaration"))
                .toList();
        if (found.isEmpty() && page > 1) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
        List<Row> rows = found.isEmpty()
                ? List.of()
                : store.select(
                        StoredQuery.among(
                                ENTRY,
                                "declaration",
                                found.stream().limit(ENTRIES).toList()),
                        Map.of(),
                        Row::all);
        Wording wording = pages.wording(request);
        String first = uris.base() + "/feed.atom"
                + council.map(slug -> "?council=" + slug).orElse("");
        Place place = new Place(first, page, found.size() > ENTRIES);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_LANGUAGE, wording.tag());
        return Answers.of(
                request,
                ATOM,
                write(rows, place, council, wording).getBytes(StandardCharsets.UTF_8),
                headers,
                List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * Where a page stands in the feed (RFC 5005, section 3).
     *
     * @param first the address of the first page, which is the feed's identifier
     */
    private record Place(String first, int page, boolean more) {
        private String page(int number) {
            return number == 1 ? first : first + (first.contains("?") ? "&" : "?") + "page=" + number;
        }
    }

    private Node body(String slug) {
        Node node = uris.council(slug);
        boolean known = slug.matches(SLUG) && store.ask(StoredQuery.read("known"), Map.of("thing", node));
        if (!known) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
        }
        return node;
    }

    private String write(List<Row> rows, Place place, Optional<String> council, Wording wording) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("at", TOMBSTONES);
            xml.writeAttribute("xml:lang", wording.tag());
            element(xml, "id", place.first());
            element(
                    xml,
                    "title",
                    (BaseUri.isRehearsal(uris.base()) ? wording.text("rehearsal.title") + ": " : "")
                            + wording.text("feed.title")
                            + council.map(slug -> ": " + slug).orElse(""));
            element(xml, "updated", updated(rows));
            String type = "application/atom+xml";
            link(xml, "self", place.page(place.page()), type);
            link(xml, "first", place.first(), type);
            if (place.page() > 1) {
                link(xml, "previous", place.page(place.page() - 1), type);
            }
            if (place.more()) {
                link(xml, "next", place.page(place.page() + 1), type);
            }
            link(xml, "alternate", uris.base() + "/", "text/html");
            element(xml, "rights", settings.licence().toString());
            xml.writeStartElement("author");
            element(xml, "name", "Declared, " + uris.base());
            xml.writeEndElement();
            for (Row row : rows) {
                if (row.text("withdrawn").isPresent()) {
                    tombstone(xml, row);
                } else {
                    entry(xml, row, wording);
                }
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text can always be written", e);
        }
    }

    private void entry(XMLStreamWriter xml, Row row, Wording wording) throws XMLStreamException {
        String declaration = row.required("declaration").getURI();
        String contest = row.label("label", "contest");
        String status = row.required("status").getURI();
        String code = Uris.lastPart(status);
        String statusText = STATUSES.contains(code) ? wording.text("feed.status." + code) : code;
        xml.writeStartElement("entry");
        element(xml, "id", declaration);
        String mark = BaseUri.isRehearsal(uris.base()) ? wording.text("rehearsal.title") + ": " : "";
        element(xml, "title", mark + contest + " – " + statusText);
        element(xml, "updated", row.text("time").orElse(""));
        link(xml, "alternate", uris.base() + paths.to(row.required("contest")), "text/html");
        link(xml, "related", declaration, "");
        String reason = row.text("reason").map(why -> " " + why).orElse("");
        element(xml, "summary", wording.text("feed.summary", row.text("version").orElse("1"), statusText) + reason);
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", status);
        xml.writeEndElement();
    }

    private static void tombstone(XMLStreamWriter xml, Row row) throws XMLStreamException {
        xml.writeEmptyElement("at", "deleted-entry", TOMBSTONES);
        xml.writeAttribute("ref", row.required("declaration").getURI());
        xml.writeAttribute("when", row.text("withdrawn").orElse(""));
    }

    private static String updated(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.text("time").stream())
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .toString();
    }

    private static void link(XMLStreamWriter xml, String relation, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", href);
        if (!type.isEmpty()) {
            xml.writeAttribute("type", type);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
