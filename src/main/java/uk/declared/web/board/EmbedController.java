package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.night.Board;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * {@code /embed/elections/2024-05-02}, with {@code /map}, {@code /parties} or {@code /ticker} below it, and {@code
 * /embed/elections/2024-05-02/council/trafford}: parts of a board for other sites' pages. These addresses alone may be framed;
 * they set no cookie, and everything on them leads to the page itself in a window of its own.
 */
@RestController
final class EmbedController {
    private static final String PATH = "/embed" + BoardController.DAY;
    private static final List<String> PARTS = List.of("board", "map", "parties", "ticker");

    private final Boards boards;
    private final BoardViews views;
    private final Pages pages;

    EmbedController(Boards boards, BoardViews views, Pages pages) {
        this.boards = boards;
        this.views = views;
        this.pages = pages;
    }

    /** What the page shows. */
    record View(String part, BoardView board) {}

    @GetMapping({PATH, PATH + "/{part:[a-z]+}"})
    ResponseEntity<byte[]> country(
            @PathVariable String day, @PathVariable Optional<String> part, HttpServletRequest request) {
        if (!PARTS.contains(part.orElse("board"))) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
        Asked asked = Asked.of(Boards.day(day), request);
        BoardView view = views.country(boards.board(asked), asked, pages.wording(request));
        return answer(request, new View(part.orElse("board"), view));
    }

    @GetMapping(PATH + "/council/{council:[a-z0-9-]+}")
    ResponseEntity<byte[]> council(@PathVariable String day, @PathVariable String council, HttpServletRequest request) {
        Asked asked = Asked.of(Boards.day(day), request);
        Board board = boards.board(asked);
        Wording wording = pages.wording(request);
        BoardView view = board.council(council)
                .map(night -> views.council(board, night, asked, wording))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.council-day", council));
        return answer(request, new View("council", view));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, View view) {
        return pages.answer(request, Page.of("embed", view.board().heading(), view));
    }
}
