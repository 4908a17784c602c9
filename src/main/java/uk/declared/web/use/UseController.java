package uk.declared.web.use;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** {@code /use}: how to take the data, a page a task; {@code /accessibility}: how far the pages are for everybody. */
@RestController
final class UseController {
    private static final String HOME = "/use";
    private static final String FILES = "uk/declared/web/use/";

    /** The tasks, by the last part of their path, in the order in which somebody comes to them. */
    static final List<String> TASKS = List.of("election", "turnout", "find", "ask", "follow");

    /** What the examples are written in. */
    private static final Map<String, String> TOOLS =
            Map.of("curl", "curl", "python", "Python", "r", "R", "javascript", "JavaScript", "sparql", "SPARQL");

    private static final List<String> ORDER = List.of("curl", "python", "r", "javascript", "sparql");
    private static final Query LATEST = StoredQuery.read("use-election");

    private final Store store;
    private final Uris uris;
    private final Pages pages;

    UseController(Store store, Uris uris, Pages pages) {
        this.store = store;
        this.uris = uris;
        this.pages = pages;
    }

    /** The tasks. */
    record ListView(List<Task> tasks) {
        record Task(NamedLink link, String text) {}
    }

    /** One task, in each of the tools. */
    record TaskView(String lead, List<Example> examples) {
        record Example(String key, String tool, String code) {}
    }

    @GetMapping(HOME)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Wording wording = pages.wording(request);
        List<ListView.Task> tasks = TASKS.stream()
                .map(task -> new ListView.Task(
                        new NamedLink(HOME + "/" + task, wording.text("use.task." + task)),
                        wording.text("use.about." + task)))
                .toList();
        return pages.answer(request, Page.of("use", wording.text("use.title"), new ListView(tasks), wording.start()));
    }

    @GetMapping(HOME + "/{task}")
    ResponseEntity<byte[]> task(@PathVariable String task, HttpServletRequest request) {
        if (!TASKS.contains(task)) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text");
        }
        Wording wording = pages.wording(request);
        Optional<Row> latest = store.select(LATEST, Map.of(), Row::all).stream().findFirst();
        String election = latest.map(
                        row -> Uris.lastPart(row.required("election").getURI()))
                .orElse("local.trafford.2024-05-02");
        String area = latest.flatMap(row -> row.text("area")).orElse("Altrincham");
        List<TaskView.Example> examples = ORDER.stream()
                .map(tool -> new TaskView.Example(
                        tool,
                        Objects.requireNonNull(TOOLS.get(tool), tool),
                        Shipped.text(FILES + task + "/" + tool + ".txt")
                                .replace("{base}", uris.base())
                                .replace("{election}", election)
                                .replace("{name}", area.replaceFirst("[\\s'’&].*", ""))))
                .toList();
        TaskView view = new TaskView(wording.text("use.about." + task), examples);
        NamedLink list = new NamedLink(HOME, wording.text("use.title"));
        return pages.answer(request, Page.of("task", wording.text("use.task." + task), view, wording.start(), list));
    }

    @GetMapping("/accessibility")
    ResponseEntity<byte[]> accessibility(HttpServletRequest request) {
        Wording wording = pages.wording(request);
        return pages.answer(
                request, Page.of("accessibility", wording.text("accessibility.title"), "", wording.start()));
    }
}
