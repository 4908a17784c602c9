package uk.declared.web.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;

/** Lists elections and elected bodies. */
@RestController
final class ListController {
    private static final int SIZE = 100;

    private final ListedRows listed;
    private final LocalPaths paths;
    private final Pages pages;
    private final ListTableController tables;

    ListController(ListedRows listed, LocalPaths paths, Pages pages, ListTableController tables) {
        this.tables = tables;
        this.listed = listed;
        this.paths = paths;
        this.pages = pages;
    }

    /** What a list shows. */
    record View(List<?> rows, Pager pager) {}

    /** An elected body, how many elections to it are published, and when the latest was. */
    record CouncilRow(NamedLink council, String elections, String latest) {}

    @GetMapping("/elections")
    ResponseEntity<byte[]> elections(HttpServletRequest request) {
        if (ListJson.isWanted(request)) {
            return tables.electionsAsJson(request);
        }
        int page = PageNumber.of(request);
        Wording wording = pages.wording(request);
        Optional<Integer> year = year(request);
        List<Row> rows = year.map(of -> listed.page(
                        "elections-of-year", Map.of("year", NodeFactory.createLiteralByValue(of)), page, SIZE))
                .orElseGet(() -> listed.page("elections", page, SIZE));
        List<ElectionRow> shown = rows.stream()
                .limit(SIZE)
                .map(row -> ElectionRow.of(row, paths, wording))
                .toList();
        View view = new View(
                shown, Pager.of("/elections" + year.map(of -> "?year=" + of).orElse(""), page, rows, SIZE));
        String title = year.map(of -> wording.text("elections.heading-of", Integer.toString(of)))
                .orElseGet(() -> wording.text("elections.heading"));
        return pages.answer(request, Page.of("elections", title, view, wording.start()));
    }

    /** The year whose elections alone are asked for. */
    private static Optional<Integer> year(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("year"))
                .filter(year -> year.matches("[12]\\d{3}"))
                .map(Integer::valueOf);
    }

    @GetMapping("/councils")
    ResponseEntity<byte[]> councils(HttpServletRequest request) {
        if (ListJson.isWanted(request)) {
            return tables.councilsAsJson(request);
        }
        int page = PageNumber.of(request);
        Wording wording = pages.wording(request);
        List<Row> rows = listed.page("councils", page, SIZE);
        List<CouncilRow> shown =
                rows.stream().limit(SIZE).map(row -> council(row, wording)).toList();
        View view = new View(shown, Pager.of("/councils", page, rows, SIZE));
        return pages.answer(request, Page.of("councils", wording.text("councils.heading"), view, wording.start()));
    }

    private CouncilRow council(Row row, Wording wording) {
        return new CouncilRow(
                paths.link(row.required("body"), row.label("bodyLabel", "body")),
                wording.number(row.integer("elections")),
                row.date("latest").map(wording::date).orElse(""));
    }
}
