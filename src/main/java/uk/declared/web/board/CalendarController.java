package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import uk.declared.night.Poll;
import uk.declared.web.http.Answers;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * {@code /elections/2024-05-02/expected.ics}: when results are expected, as a calendar (RFC 5545), also of one {@code
 * council} alone. Contests of which no council said so are not in it.
 */
@RestController
final class CalendarController {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=utf-8");

    private final Boards boards;
    private final Pages pages;
    private final Uris uris;

    CalendarController(Boards boards, Pages pages, Uris uris) {
        this.boards = boards;
        this.pages = pages;
        this.uris = uris;
    }

    /** A contest, and the council that it is of; none for other offices. */
    private record Event(Poll poll, Optional<String> council) {}

    @GetMapping(BoardController.DAY + "/expected.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable String day, @RequestParam Optional<String> council, HttpServletRequest request) {
        Board board = boards.board(Asked.of(Boards.day(day), request));
        Wording wording = pages.wording(request);
        String mark = boards.isRehearsal() ? wording.text("rehearsal.title") + ": " : "";
        Calendar calendar = new Calendar(mark + wording.text("day.heading", wording.date(board.day())));
        for (Event event : events(board, council)) {
            Poll poll = event.poll();
            String page = uris.contest(poll.contest()).getURI();
            calendar.add(
                    page,
                    poll.version(),
                    poll.time(),
                    poll.expected().orElseThrow(),
                    poll.isPutOff() ? "CANCELLED" : poll.isDeclared() ? "CONFIRMED" : "TENTATIVE",
                    mark + summary(event, wording),
                    wording.text("board.calendar.note", page),
                    page);
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic());
        headers.set(HttpHeaders.CONTENT_LANGUAGE, wording.tag());
        return Answers.of(
                request,
                CALENDAR,
                calendar.end().getBytes(StandardCharsets.UTF_8),
                headers,
                List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String summary(Event event, Wording wording) {
        String area = event.poll().areaName();
        return event.council()
                .map(name -> wording.text("board.calendar.event", area, name))
                .orElseGet(() -> wording.text("board.calendar.other", area));
    }

    private static List<Event> events(Board board, Optional<String> council) {
        Stream<Event> ofCouncils = board.councils().stream()
                .filter(each -> council.isEmpty() || council.get().equals(each.slug()))
                .flatMap(each -> each.polls().map(poll -> new Event(poll, Optional.of(each.name()))));
        Stream<Event> others = council.isPresent()
                ? Stream.empty()
                : board.others().stream().map(poll -> new Event(poll, Optional.empty()));
        return Stream.concat(ofCouncils, others)
                .filter(event -> event.poll().expected().isPresent())
                .sorted(Comparator.comparing(
                                (Event event) -> event.poll().expected().orElseThrow())
                        .thenComparing(event -> event.poll().contest().value()))
                .toList();
    }
}
