package uk.declared.web.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.store.Store;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.Row;
import uk.declared.web.thing.StoredQuery;

/** Lists elections and elected bodies. */
@RestController
final class ListController {
    private static final int SIZE = 100;

    private final Store store;
    private final LocalPaths paths;
    private final Pages pages;
    private final Query elections = StoredQuery.read("elections");
    private final Query councils = StoredQuery.read("councils");

    ListController(Store store, LocalPaths paths, Pages pages) {
        this.store = store;
        this.paths = paths;
        this.pages = pages;
    }

    /** What a list shows. */
    record View(List<?> rows, Pager pager) {}

    /** An elected body, how many elections to it are published, and when the latest was. */
    record CouncilRow(NamedLink council, String elections, String latest) {}

    @GetMapping("/elections")
    ResponseEntity<byte[]> elections(HttpServletRequest request) {
        int page = PageNumber.of(request);
        Wording wording = pages.wording(request);
        List<Row> rows = rows(elections, page);
        List<ElectionRow> shown = rows.stream()
                .limit(SIZE)
                .map(row -> ElectionRow.of(row, paths, wording))
                .toList();
        View view = new View(shown, Pager.of("/elections", page, rows, SIZE));
        return pages.answer(request, Page.of("elections", wording.text("elections.heading"), view, wording.start()));
    }

    @GetMapping("/councils")
    ResponseEntity<byte[]> councils(HttpServletRequest request) {
        int page = PageNumber.of(request);
        Wording wording = pages.wording(request);
        List<Row> rows = rows(councils, page);
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

    private List<Row> rows(Query query, int page) {
        return store.select(StoredQuery.page(query, page, SIZE), Map.of(), Row::all);
    }
}
