package uk.declared.web.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.web.ServerSettings;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.Row;
import uk.declared.web.thing.StoredQuery;

/** The start page: what this is, how much is published, and where to go. */
@RestController
final class HomeController {
    private static final int LATEST = 8;

    private final Store store;
    private final ServerSettings settings;
    private final LocalPaths paths;
    private final Pages pages;
    private final Query counts = StoredQuery.read("home-counts");
    private final Query result = StoredQuery.read("home-result");
    private final Query elections = StoredQuery.read("elections");

    private volatile Optional<Published> published = Optional.empty();

    HomeController(Store store, ServerSettings settings, LocalPaths paths, Pages pages) {
        this.store = store;
        this.settings = settings;
        this.paths = paths;
        this.pages = pages;
    }

    /** What was published when the store stood at a position: counting it anew for each visitor would be waste. */
    private record Published(Position position, Row counts, List<Row> results, List<Row> latest) {}

    /** A count of what is published. */
    record Count(String name, String number) {}

    /** What the page shows. */
    record View(List<Count> counts, Optional<NamedLink> result, List<ElectionRow> latest, boolean demo) {}

    @GetMapping("/")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        Wording wording = pages.wording(request);
        Published now = published();
        View view = new View(
                List.of("contests", "candidacies", "seats", "elections", "areas").stream()
                        .map(name -> new Count(
                                wording.text("home.count." + name),
                                wording.number(now.counts().integer(name).orElse(0))))
                        .toList(),
                now.results().stream().findFirst().map(row -> example(row, wording)),
                now.latest().stream()
                        .map(row -> ElectionRow.of(row, paths, wording))
                        .toList(),
                settings.demo());
        return pages.answer(request, Page.of("home", wording.text("home.title"), view));
    }

    private NamedLink example(Row row, Wording wording) {
        String day = row.date("date").map(wording::date).orElse("");
        return paths.link(
                row.required("contest"), wording.text("contest.heading", row.label("areaLabel", "area"), day));
    }

    private Published published() {
        Position position = store.applied();
        Optional<Published> known = published.filter(then -> then.position().equals(position));
        if (known.isPresent()) {
            return known.get();
        }
        Published now = new Published(
                position, rows(counts).get(0), rows(result), rows(StoredQuery.page(elections, 1, LATEST - 1)));
        published = Optional.of(now);
        return now;
    }

    private List<Row> rows(Query query) {
        return store.select(query, Map.of(), Row::all);
    }
}
