package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Json;
import uk.declared.night.Board;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * {@code /elections/2024-05-02/changes?since=812}: what of a board's page is other than it was, as its markup. Each part of
 * the page is rendered once a declaration and language, however many readers there are:
 *
 * <ol>
 *   <li>a page is rendered whole, and taken apart at its marks ({@code <!--live:…-->}),
 *   <li>of each part the version of the board is kept since which it is as it is,
 *   <li>who asks is sent the parts that changed since the version that they have, and the ticker's lines since.
 * </ol>
 */
@RestController
final class LiveBoards {
    /** So many answers of one state are kept: what readers saw last differs little. */
    private static final int MOST_ANSWERS = 64;

    private static final Pattern PART = Pattern.compile("<!--(live|line):([^>]*?)-->(.*?)<!--/live-->", Pattern.DOTALL);
    private static final int KEPT = 64;

    private final Boards boards;
    private final BoardViews views;
    private final KeptOutlines outlines;
    private final Pages pages;
    private final Map<String, Parts> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Parts> eldest) {
            return size() > KEPT;
        }
    };

    LiveBoards(Boards boards, BoardViews views, KeptOutlines outlines, Pages pages) {
        this.outlines = outlines;
        this.boards = boards;
        this.views = views;
        this.pages = pages;
    }

    /** A part of a page, and the version of the board since which it is so. */
    private record Part(String html, long since) {}

    /** The parts of a page in the version of a board. */
    private record Parts(long version, Map<String, Part> parts, Map<String, Part> lines, Map<Long, byte[]> answers) {}

    @GetMapping(BoardController.DAY + "/changes")
    ResponseEntity<byte[]> country(
            @PathVariable String day, @RequestParam(defaultValue = "0") long since, HttpServletRequest request) {
        return answer(day, Optional.empty(), since, request);
    }

    @GetMapping(BoardController.COUNCIL + "/changes")
    ResponseEntity<byte[]> council(
            @PathVariable String day,
            @PathVariable String council,
            @RequestParam(defaultValue = "0") long since,
            HttpServletRequest request) {
        return answer(day, Optional.of(council), since, request);
    }

    private ResponseEntity<byte[]> answer(
            String day, Optional<String> council, long since, HttpServletRequest request) {
        Asked asked = Asked.now(Boards.day(day), request);
        Board board = boards.board(asked);
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noCache());
        return Answers.of(
                request,
                MediaType.APPLICATION_JSON,
                changes(board, asked, council, since, request),
                headers,
                List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private synchronized byte[] changes(
            Board board, Asked asked, Optional<String> council, long since, HttpServletRequest request) {
        Wording wording = pages.wording(request);
        String key = asked.day() + "/" + council.orElse("") + "/" + wording.tag() + "/"
                + (request.getParameter("lang") != null) + "/" + asked.hexagons() + "/"
                + (asked.hexagons() ? 0 : outlines.state(asked.day()));
        Parts parts = known.get(key);
        if (parts == null || parts.version() != board.versions()) {
            parts = taken(board, asked, council, wording, request, Optional.ofNullable(parts));
            known.put(key, parts);
        }
        Parts now = parts;
        if (now.answers().size() >= MOST_ANSWERS) {
            now.answers().clear();
        }
        long asOf = Math.max(0, Math.min(since, now.version()));
        return now.answers().computeIfAbsent(asOf, from -> written(now, from));
    }

    private Parts taken(
            Board board,
            Asked asked,
            Optional<String> council,
            Wording wording,
            HttpServletRequest request,
            Optional<Parts> before) {
        BoardView view = council.map(slug -> board.council(slug)
                        .map(night -> views.council(board, night, asked, wording))
                        .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.council-day", slug)))
                .orElseGet(() -> views.country(board, asked, wording));
        String html = new String(pages.render(request, Page.of("board", view.heading(), view)), StandardCharsets.UTF_8);
        Map<String, Part> parts = new LinkedHashMap<>();
        Map<String, Part> lines = new LinkedHashMap<>();
        Matcher found = PART.matcher(html);
        while (found.find()) {
            boolean line = found.group(1).equals("line");
            String id = found.group(2);
            String text = found.group(3).strip();
            Optional<Part> old = before.map(was -> (line ? was.lines() : was.parts()).get(id))
                    .filter(part -> part.html().equals(text));
            (line ? lines : parts).put(id, old.orElse(new Part(text, board.versions())));
        }
        return new Parts(board.versions(), parts, lines, new LinkedHashMap<>());
    }

    private static byte[] written(Parts parts, long since) {
        ObjectNode answer = Json.PLAIN.createObjectNode();
        answer.put("version", parts.version());
        ObjectNode fragments = answer.putObject("fragments");
        parts.parts().forEach((id, part) -> {
            if (part.since() > since) {
                fragments.put(id, part.html());
            }
        });
        ArrayNode lines = answer.putArray("lines");
        List<String> oldestFirst = new ArrayList<>();
        parts.lines().values().forEach(line -> {
            if (line.since() > since) {
                oldestFirst.add(0, line.html());
            }
        });
        oldestFirst.forEach(lines::add);
        return Json.PLAIN.writeValueAsBytes(answer);
    }
}
