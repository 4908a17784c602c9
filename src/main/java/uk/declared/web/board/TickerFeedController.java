package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.night.NightLine;
import uk.declared.web.board.BoardView.TickerLine;
import uk.declared.web.http.Answers;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * {@code /elections/2024-05-02/ticker.atom}: the ticker as an Atom feed (RFC 4287), also of one {@code council}, {@code
 * region}, {@code party} or kind of {@code change} alone.
 */
@RestController
final class TickerFeedController {
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=utf-8");
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 100;

    private final Boards boards;
    private final BoardViews views;
    private final Pages pages;
    private final Uris uris;

    TickerFeedController(Boards boards, BoardViews views, Pages pages, Uris uris) {
        this.boards = boards;
        this.views = views;
        this.pages = pages;
        this.uris = uris;
    }

    @GetMapping(BoardController.DAY + "/ticker.atom")
    ResponseEntity<byte[]> feed(
            @PathVariable String day, @RequestParam Optional<String> council, HttpServletRequest request) {
        Asked asked = Asked.of(Boards.day(day), request);
        Board board = boards.board(asked);
        Wording wording = pages.wording(request);
        BoardLines ticker = new BoardLines(views.words(board, wording));
        List<NightLine> wanted = ticker.chosen(board, asked).stream()
                .filter(line -> council.isEmpty() || line.poll().council().equals(council))
                .limit(ENTRIES)
                .toList();
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        String self = uris.base() + "/elections/" + board.day() + "/ticker.atom" + query;
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic());
        headers.set(HttpHeaders.CONTENT_LANGUAGE, wording.tag());
        return Answers.of(
                request,
                ATOM,
                write(board, wanted, ticker, self, wording).getBytes(StandardCharsets.UTF_8),
                headers,
                List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private String write(Board board, List<NightLine> lines, BoardLines ticker, String self, Wording wording) {
        StringWriter text = new StringWriter();
        String mark = boards.isRehearsal() ? wording.text("rehearsal.title") + ": " : "";
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", wording.tag());
            element(xml, "id", self);
            element(xml, "title", mark + wording.text("day.heading", wording.date(board.day())));
            element(
                    xml,
                    "updated",
                    lines.stream()
                            .findFirst()
                            .map(NightLine::time)
                            .orElse(Instant.EPOCH)
                            .toString());
            link(xml, "self", self);
            link(xml, "alternate", uris.base() + "/elections/" + board.day());
            xml.writeStartElement("author");
            element(xml, "name", "Declared, " + uris.base());
            xml.writeEndElement();
            for (NightLine line : lines) {
                TickerLine shown = ticker.line(line, board);
                xml.writeStartElement("entry");
                element(xml, "id", uris.base() + "/elections/" + board.day() + "?lines=all#" + line.id());
                String place = shown.council().isEmpty() ? shown.place() : shown.place() + ", " + shown.council();
                element(xml, "title", mark + place + ": " + shown.text());
                element(xml, "updated", line.time().toString());
                link(xml, "alternate", uris.base() + shown.href());
                xml.writeEmptyElement("category");
                xml.writeAttribute("term", shown.kind());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text can always be written", e);
        }
    }

    private static void link(XMLStreamWriter xml, String relation, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
