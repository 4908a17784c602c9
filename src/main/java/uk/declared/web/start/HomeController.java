package uk.declared.web.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Prepared;
import uk.declared.web.page.Wording;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.stored.Row;

/** The start page: what this is, how much is published, and where to go. */
@RestController
@Order(Prepared.FIRST_PAGE)
final class HomeController implements Prepared {
    private static final int LATEST = 6;
    private static final int YEARS = 60;
    private static final List<String> COUNTED = List.of("contests", "candidacies", "seats", "elections", "areas");

    private final ListedRows listed;
    private final ServerSettings settings;
    private final LocalPaths paths;
    private final Pages pages;

    HomeController(ListedRows listed, ServerSettings settings, LocalPaths paths, Pages pages) {
        this.listed = listed;
        this.settings = settings;
        this.paths = paths;
        this.pages = pages;
    }

    /** A count of what is published. */
    record Count(String name, String number) {}

    /** What the page shows. */
    record View(
            List<Count> counts,
            Optional<NamedLink> result,
            List<NamedLink> declared,
            List<Year> years,
            List<ElectionRow> latest,
            boolean demo) {}

    /** A year with its elections. */
    record Year(NamedLink link, String elections) {}

    @GetMapping("/")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        Wording wording = pages.wording(request);
        View view = new View(
                counts(wording),
                listed.page("home-result", 1, 1).stream().findFirst().map(row -> example(row, wording)),
                listed.page("home-declared", 1, LATEST).stream()
                        .limit(LATEST)
                        .map(row -> paths.link(row.required("contest"), row.label("label", "contest")))
                        .toList(),
                listed.page("home-years", 1, YEARS).stream()
                        .limit(YEARS)
                        .map(row -> year(row, wording))
                        .toList(),
                listed.page("elections", 1, LATEST).stream()
                        .limit(LATEST)
                        .map(row -> ElectionRow.of(row, paths, wording))
                        .toList(),
                settings.demo());
        return pages.answer(request, Page.of("home", wording.text("home.title"), view));
    }

    private static Year year(Row row, Wording wording) {
        String year = row.text("year").orElse("");
        return new Year(
                new NamedLink("/elections?year=" + year, year),
                wording.text("home.year.elections", row.integer("elections").orElse(0)));
    }

    private NamedLink example(Row row, Wording wording) {
        String day = row.date("date").map(wording::date).orElse("");
        return paths.link(
                row.required("contest"), wording.text("contest.heading", row.label("areaLabel", "area"), day));
    }

    private List<Count> counts(Wording wording) {
        Row counted = listed.page("home-counts", 1, 1).get(0);
        return COUNTED.stream()
                .map(name -> new Count(
                        wording.text("home.count." + name),
                        wording.number(counted.integer(name).orElse(0))))
                .toList();
    }

    @Override
    public void prepare() {
        listed.page("home-counts", 1, 1);
        listed.page("home-result", 1, 1);
        listed.page("home-declared", 1, LATEST);
        listed.page("home-years", 1, YEARS);
        listed.page("elections", 1, LATEST);
        listed.keep();
    }
}
