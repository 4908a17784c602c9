package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.election.BallotId;
import uk.declared.night.Board;
import uk.declared.night.CouncilNight;
import uk.declared.night.Poll;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;

/**
 * Pictures for those who share a link (Open Graph): {@code /elections/2024-05-02/picture.png}, of a council {@code
 * /elections/2024-05-02/trafford/picture.png}, of a contest {@code /pictures/contest/{id}.png}; PNG, 1200 by 630.
 */
@RestController
final class PictureController {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int PICTURES = 50;

    private final Boards boards;
    private final BoardViews views;
    private final Pages pages;
    private final Map<String, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > PICTURES;
        }
    };

    PictureController(Boards boards, BoardViews views, Pages pages) {
        this.boards = boards;
        this.views = views;
        this.pages = pages;
    }

    @GetMapping(BoardController.DAY + "/picture.png")
    ResponseEntity<byte[]> country(@PathVariable String day, HttpServletRequest request) {
        Asked asked = Asked.of(Boards.day(day), request);
        Board board = boards.board(asked);
        return answer(request, board, "", picture -> picture.country(board));
    }

    @GetMapping(BoardController.COUNCIL + "/picture.png")
    ResponseEntity<byte[]> council(@PathVariable String day, @PathVariable String council, HttpServletRequest request) {
        Board board = boards.board(Asked.of(Boards.day(day), request));
        CouncilNight night = board.council(council)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.council-day", council));
        return answer(request, board, council, picture -> picture.council(night));
    }

    @GetMapping("/pictures/contest/{id:[a-zA-Z0-9.-]+}.png")
    ResponseEntity<byte[]> contest(@PathVariable String id, HttpServletRequest request) {
        Optional<BallotId> contest = id.matches("[a-z]+(\\.[A-Za-z0-9-]+)*\\.\\d{4}-\\d{2}-\\d{2}")
                ? Optional.of(new BallotId(id))
                : Optional.empty();
        Board board = contest.map(known -> boards.board(Asked.now(Boards.day(id.substring(id.length() - 10)))))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        Poll poll = board.polls()
                .filter(each -> each.contest().equals(contest.get()))
                .findFirst()
                .or(() -> board.others().stream()
                        .filter(each -> each.contest().equals(contest.get()))
                        .findFirst())
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        return answer(request, board, id, picture -> picture.contest(poll, board));
    }

    /** What is drawn on a picture. */
    private interface Drawing {
        byte[] on(Picture picture);
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Board board, String of, Drawing drawing) {
        Wording wording = pages.wording(request);
        String key = board.day() + "/" + of + "/" + wording.tag() + "/" + board.state();
        byte[] png;
        synchronized (drawn) {
            png = drawn.computeIfAbsent(
                    key, missing -> drawing.on(new Picture(views.words(board, wording), boards.isRehearsal())));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
        return Answers.of(request, MediaType.IMAGE_PNG, png, headers, List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
