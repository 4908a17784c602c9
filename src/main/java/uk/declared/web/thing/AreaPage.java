package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ThingDescriptions.Description;
import uk.declared.web.thing.Winners.Winner;

/** Makes the page about an area: its results through time, and the code that statistics know it by. */
@Component
final class AreaPage implements ThingPage {
    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Query contests = StoredQuery.read("area-contests");

    AreaPage(ThingDescriptions things, LocalPaths paths) {
        this.things = things;
        this.paths = paths;
    }

    /** What the page shows. */
    record View(String heading, String caption, List<Fact> facts, List<ContestRow> contests) {}

    /** A contest of the area and who was elected in it. */
    record ContestRow(
            NamedLink contest, boolean byElection, Optional<NamedLink> body, List<Winner> winners, String turnout) {}

    @Override
    public ThingKind kind() {
        return ThingKind.AREA;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts area = description.facts();
        List<Row> rows = things.rows(contests, description.thing());
        List<ContestRow> contestRows = new ArrayList<>();
        Winners.byContest(rows).forEach((contest, its) -> contestRows.add(contestRow(contest, its, wording)));
        View view = new View(area.label(), caption(area, wording), AreaFacts.of(area, paths, wording), contestRows);
        List<NamedLink> breadcrumbs =
                new ArrayList<>(List.of(wording.start(), new NamedLink("/councils", wording.text("nav.councils"))));
        contestRows.stream().flatMap(row -> row.body().stream()).findFirst().ifPresent(breadcrumbs::add);
        return new Page("area", area.label(), view, breadcrumbs, Optional.empty());
    }

    private static String caption(Facts area, Wording wording) {
        return AreaFacts.kind(area, wording).orElseGet(() -> wording.text("area.caption"));
    }

    private ContestRow contestRow(Node contest, List<Row> rows, Wording wording) {
        Row first = rows.get(0);
        return new ContestRow(
                paths.link(contest, wording.date(first.date("date").orElseThrow())),
                Winners.isByElection(first),
                first.node("body").map(body -> paths.link(body, first.label("bodyLabel", "body"))),
                rows.stream()
                        .filter(row -> row.node("candidacy").isPresent())
                        .map(row -> Winner.of(row, paths, wording))
                        .toList(),
                Winners.turnout(first, wording));
    }
}
