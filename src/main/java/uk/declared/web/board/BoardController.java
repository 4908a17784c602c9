package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.night.Board;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * {@code /elections/2024-05-02}: the board of a polling day, and {@code /elections/2024-05-02/trafford} that of one council;
 * with {@code ?at=02:30} as they stood at that moment.
 */
@RestController
final class BoardController {
    static final String DAY = "/elections/{day:\\d{4}-\\d{2}-\\d{2}}";
    static final String COUNCIL = DAY + "/{council:[a-z0-9-]+}";

    private static final int KEPT = 24;

    private final Boards boards;
    private final BoardViews views;
    private final KeptOutlines outlines;
    private final Pages pages;
    private final Map<String, byte[]> rendered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    BoardController(Boards boards, BoardViews views, KeptOutlines outlines, Pages pages) {
        this.outlines = outlines;
        this.boards = boards;
        this.views = views;
        this.pages = pages;
    }

    @GetMapping(DAY)
    ResponseEntity<byte[]> day(@PathVariable String day, HttpServletRequest request) {
        Asked asked = Asked.of(Boards.day(day), request);
        Board board = boards.board(asked);
        Wording wording = pages.wording(request);
        return kept(board, request, wording, () -> views.country(board, asked, wording));
    }

    @GetMapping(COUNCIL)
    ResponseEntity<byte[]> council(@PathVariable String day, @PathVariable String council, HttpServletRequest request) {
        Asked asked = Asked.of(Boards.day(day), request);
        Board board = boards.board(asked);
        Wording wording = pages.wording(request);
        return kept(
                board,
                request,
                wording,
                () -> board.council(council)
                        .map(night -> views.council(board, night, asked, wording))
                        .orElseThrow(
                                () -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.council-day", council)));
    }

    /** A page is rendered once for all who ask for it in one version of its board. */
    private ResponseEntity<byte[]> kept(
            Board board, HttpServletRequest request, Wording wording, Supplier<BoardView> view) {
        String key = String.join(
                "|",
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                wording.tag(),
                String.valueOf(board.versions()),
                String.valueOf(board.state()),
                String.valueOf(outlines.state(board.day())));
        byte[] html;
        synchronized (rendered) {
            html = rendered.computeIfAbsent(key, missing -> pages.render(request, page(view.get(), wording)));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_LANGUAGE, wording.tag());
        return Answers.of(
                request,
                Representation.HTML.contentType(),
                html,
                headers,
                List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Page page(BoardView view, Wording wording) {
        List<NamedLink> crumbs =
                new ArrayList<>(List.of(wording.start(), new NamedLink("/elections", wording.text("nav.elections"))));
        view.council().ifPresent(part -> crumbs.add(part.country()));
        return new Page("board", view.heading(), view, crumbs, Optional.empty());
    }
}
