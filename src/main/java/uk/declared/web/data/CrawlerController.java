package uk.declared.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Prepared;
import uk.declared.web.page.Refreshed;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** What crawlers ask for first: {@code /robots.txt}, and the site map in pieces of the size that the protocol allows. */
@RestController
@Order(Prepared.COUNTS)
final class CrawlerController implements Prepared {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final List<String> PAGES = List.of(
            "/", "/elections", "/councils", "/queries", "/data", "/def/local-elections", "/def/rules", "/template");
    /** The protocol allows 50,000, those of the pages that are nothing but pages included. */
    private static final int PIECE = 50_000 - PAGES.size();

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=utf-8");

    private static final int PAUSE = 10;

    /** Each piece as it is sent. */
    private final Refreshed<List<byte[]>> pieces;

    private final Uris uris;
    private final LocalPaths paths;

    CrawlerController(Store store, Uris uris, LocalPaths paths) {
        this.uris = uris;
        this.paths = paths;
        this.pieces =
                new Refreshed<>("site-map", store::version, version -> written(store.patient()), before -> {}, PAUSE);
    }

    /** Writes the elements within the root. */
    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** Pages may be crawled; queries cost time and lead nowhere new. */
    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        String text = BaseUri.isRehearsal(uris.base())
                ? "User-agent: *\nDisallow: /\n"
                : "User-agent: *\nDisallow: /sparql\nDisallow: /reconcile\nDisallow: /search\n\nSitemap: " + uris.base()
                        + "/sitemap.xml\n";
        return Answers.of(
                request,
                MediaType.parseMediaType("text/plain;charset=utf-8"),
                text.getBytes(StandardCharsets.UTF_8),
                new HttpHeaders(),
                List.of());
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index(HttpServletRequest request) {
        int last = pieces.now().size();
        byte[] text = document("sitemapindex", xml -> {
            for (int piece = 1; piece <= last; piece++) {
                xml.writeStartElement("sitemap");
                element(xml, "loc", uris.base() + "/sitemap-" + piece + ".xml");
                xml.writeEndElement();
            }
        });
        return answer(request, text);
    }

    @GetMapping("/sitemap-{piece:\\d{1,5}}.xml")
    ResponseEntity<byte[]> piece(@PathVariable int piece, HttpServletRequest request) {
        List<byte[]> all = pieces.now();
        if (piece < 1 || piece > all.size()) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
        return answer(request, all.get(piece - 1));
    }

    private List<byte[]> written(Store store) {
        return store.select(StoredQuery.read("sitemap"), Map.of(), found -> {
            Iterator<Row> rows = Row.all(found).stream()
                    .filter(row -> row.node("thing").isPresent() && uris.isThing(row.required("thing")))
                    .iterator();
            List<byte[]> written = new ArrayList<>();
            do {
                boolean first = written.isEmpty();
                written.add(document("urlset", xml -> {
                    if (first) {
                        for (String page : PAGES) {
                            url(xml, page, "");
                        }
                    }
                    for (int i = 0; i < PIECE && rows.hasNext(); i++) {
                        Row row = rows.next();
                        url(
                                xml,
                                paths.to(row.required("thing")),
                                row.text("declared").orElse(""));
                    }
                }));
            } while (rows.hasNext());
            return written;
        });
    }

    private void url(XMLStreamWriter xml, String path, String declared) throws XMLStreamException {
        xml.writeStartElement("url");
        element(xml, "loc", uris.base() + path);
        if (!declared.isEmpty()) {
            element(xml, "lastmod", Instant.parse(declared).toString());
        }
        xml.writeEndElement();
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, byte[] text) {
        return Answers.of(request, XML, text, new HttpHeaders(), List.of());
    }

    private static byte[] document(String root, Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text can always be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @Override
    public void prepare() {
        pieces.now();
    }
}
