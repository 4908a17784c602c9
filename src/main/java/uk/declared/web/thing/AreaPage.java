package uk.declared.web.thing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Literals;
import uk.declared.web.map.MapView;
import uk.declared.web.map.MappedArea;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.ThingDescriptions.Description;
import uk.declared.web.thing.Winners.Winner;

/**
 * Makes the page about an area: its results through time, who sits for it, and the code that statistics know it by. Each
 * part is one query.
 */
@Component
final class AreaPage implements ThingPage {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Places places;
    private final AreaFiguresReader figures;
    private final Query contests = StoredQuery.read("area-contests");
    private final Query wards = StoredQuery.read("area-wards");
    private final Query overlaps = StoredQuery.read("area-lineage");
    private final Query history = StoredQuery.read("area-history");
    private final Query members = StoredQuery.read("area-members");

    AreaPage(ThingDescriptions things, LocalPaths paths, Places places, AreaFiguresReader figures) {
        this.figures = figures;
        this.places = places;
        this.things = things;
        this.paths = paths;
    }

    /** What the page shows. */
    record View(
            String heading,
            String caption,
            String code,
            String path,
            List<Fact> facts,
            List<ContestRow> contests,
            List<NamedLink> bodies,
            List<WardRow> wards,
            List<Sitting.Member> members,
            AreaHistory history,
            boolean others,
            Optional<MapView> map,
            List<Shared> lineage,
            AreaFigures figures) {}

    /** An area that shares ground with this one, and how much. */
    record Shared(NamedLink other, String text) {}

    /** An electoral area within this one, and when there was last a contest in it. */
    record WardRow(NamedLink ward, String latest, boolean past) {}

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
        MappedArea place = places.area(description);
        AreaHistory through =
                AreaHistory.of(description.thing(), things.rows(history, description.thing()), paths, wording);
        View view = new View(
                area.label(),
                caption(area, wording),
                area.notation().orElse(""),
                paths.to(description.thing()),
                AreaFacts.of(area, paths, wording),
                contestRows,
                area.partsBy("governs").stream()
                        .map(body -> paths.link(body.thing(), body.label()))
                        .toList(),
                wards(description.thing(), wording),
                members(description.thing(), wording),
                through.ofTheAreaItself(),
                through.contests().stream().anyMatch(held -> !held.same()),
                place.shape().map(shape -> MapView.of(List.of(place))),
                lineage(description.thing(), wording),
                figures.of(area, wording));
        List<NamedLink> breadcrumbs =
                new ArrayList<>(List.of(wording.start(), new NamedLink("/councils", wording.text("nav.councils"))));
        AreaFacts.parents(area).forEach(parent -> breadcrumbs.add(paths.link(parent.thing(), parent.label())));
        contestRows.stream().flatMap(row -> row.body().stream()).findFirst().ifPresent(breadcrumbs::add);
        return new Page("area", area.label(), view, breadcrumbs, Optional.empty());
    }

    private List<WardRow> wards(Node area, Wording wording) {
        return things.rows(wards, area).stream()
                .filter(row -> row.node("ward").isPresent())
                .map(row -> new WardRow(
                        paths.link(row.required("ward"), row.label("label", "ward")),
                        row.date("latest").map(wording::date).orElse(""),
                        row.date("until").isPresent()))
                .toList();
    }

    private List<Sitting.Member> members(Node area, Wording wording) {
        LocalDate today = LocalDate.now(LONDON);
        return things.rows(members, area, Map.of("day", Literals.date(today))).stream()
                .map(row -> Sitting.Member.of(row, today, paths, wording))
                .toList();
    }

    private List<Shared> lineage(Node area, Wording wording) {
        return things.rows(overlaps, area).stream()
                .map(row -> {
                    String code =
                            row.text("code").map(text -> " (" + text + ")").orElse("");
                    NamedLink other = paths.link(row.required("other"), row.label("label", "other") + code);
                    String share = row.decimal("share").map(wording::percent).orElse("");
                    String back = row.decimal("back").map(wording::percent).orElse("");
                    return new Shared(other, wording.text("area.lineage.share", share, back));
                })
                .toList();
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
