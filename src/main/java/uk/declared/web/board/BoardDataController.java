package uk.declared.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import uk.declared.ground.Json;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Board;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.Pages;

/**
 * {@code /elections/2024-05-02/councils.csv}, {@code .json}, {@code .geojson}, {@code .hexjson}: the table of councils, for
 * newsrooms that draw their own. What they hold changes with every declaration; their entity tag says whether it has.
 * {@code /elections/2024-05-02/outlines.svg}: the outlines of councils that the board's map is drawn with.
 */
@RestController
final class BoardDataController {
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** Outlines change only with an import of boundaries. */
    private static final Duration OUTLINES_KEPT = Duration.ofHours(1);

    private final Boards boards;
    private final BoardViews views;
    private final BoardShapes shapes;
    private final KeptOutlines country;
    private final Pages pages;
    private final Uris uris;

    BoardDataController(
            Boards boards, BoardViews views, BoardShapes shapes, KeptOutlines country, Pages pages, Uris uris) {
        this.country = country;
        this.boards = boards;
        this.views = views;
        this.shapes = shapes;
        this.pages = pages;
        this.uris = uris;
    }

    @GetMapping(BoardController.DAY + "/councils.csv")
    ResponseEntity<byte[]> csv(@PathVariable String day, HttpServletRequest request) {
        return answer(
                request, "text/csv;charset=utf-8", data(day, request).csv().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(BoardController.DAY + "/councils.json")
    ResponseEntity<byte[]> json(@PathVariable String day, HttpServletRequest request) {
        return answer(request, "application/json", written(data(day, request).json()));
    }

    @GetMapping(BoardController.DAY + "/councils.hexjson")
    ResponseEntity<byte[]> hexjson(@PathVariable String day, HttpServletRequest request) {
        return answer(request, "application/json", written(data(day, request).hexjson()));
    }

    @GetMapping(BoardController.DAY + "/councils.geojson")
    ResponseEntity<byte[]> geojson(@PathVariable String day, HttpServletRequest request) {
        Asked asked = Asked.of(Boards.day(day), request);
        Board board = boards.board(asked);
        return answer(
                request, "application/geo+json", written(data(board, request).geojson(shapes.of(board))));
    }

    @GetMapping(BoardController.DAY + "/contests.csv")
    ResponseEntity<byte[]> contestsAsCsv(@PathVariable String day, HttpServletRequest request) {
        return answer(
                request, "text/csv;charset=utf-8", contests(day, request).csv().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(BoardController.DAY + "/contests.json")
    ResponseEntity<byte[]> contestsAsJson(@PathVariable String day, HttpServletRequest request) {
        return answer(
                request,
                MediaType.APPLICATION_JSON_VALUE,
                written(contests(day, request).json()));
    }

    private ContestData contests(String day, HttpServletRequest request) {
        Optional<String> council =
                Optional.ofNullable(request.getParameter("council")).filter(text -> !text.isBlank());
        return new ContestData(boards.board(Asked.of(Boards.day(day), request)), council, uris);
    }

    @GetMapping(BoardController.DAY + "/outlines.svg")
    ResponseEntity<byte[]> outlines(@PathVariable String day, HttpServletRequest request) {
        CountryOutlines.Drawing drawing = country.awaited(Boards.day(day));
        if (drawing.isEmpty()) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.outlines");
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.maxAge(OUTLINES_KEPT).cachePublic());
        return Answers.of(request, MediaType.parseMediaType("image/svg+xml"), drawing.svg(), headers, List.of());
    }

    private BoardData data(String day, HttpServletRequest request) {
        return data(boards.board(Asked.of(Boards.day(day), request)), request);
    }

    private BoardData data(Board board, HttpServletRequest request) {
        return new BoardData(board, views.words(board, pages.wording(request)), uris);
    }

    private static byte[] written(Map<String, Object> json) {
        return Json.PLAIN.writeValueAsBytes(json);
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, String type, byte[] content) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
        return Answers.of(
                request, MediaType.parseMediaType(type), content, headers, List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
