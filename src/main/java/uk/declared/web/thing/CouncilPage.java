package uk.declared.web.thing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.Literals;
import uk.declared.web.map.MapView;
import uk.declared.web.map.MappedArea;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.BodyPage.ElectionRow;
import uk.declared.web.thing.ContestView.Fact;
import uk.declared.web.thing.PartyResults.PartyResult;
import uk.declared.web.thing.ThingDescriptions.Description;

/**
 * Makes the page about a council: who has its majority, how its seats were held through time, its last election on the
 * map, who sits on it, and every election. Each part is one query.
 */
@Component
final class CouncilPage implements ThingPage {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int ELECTIONS = 50;

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Places places;
    private final Clock clock = SystemClock.UTC;
    private final Query control = StoredQuery.read("council-control");
    private final Query members = StoredQuery.read("council-members");
    private final Query elections = StoredQuery.read("body-elections");
    private final Query latest = StoredQuery.read("council-latest-election");
    private final Query candidacies = StoredQuery.read("election-candidacies");
    private final Query reorganisation = StoredQuery.read("council-reorganisation");

    CouncilPage(ThingDescriptions things, LocalPaths paths, Places places) {
        this.things = things;
        this.paths = paths;
        this.places = places;
    }

    /** What the page shows. */
    record View(
            String heading,
            String caption,
            String slug,
            Optional<Summary> summary,
            Composition composition,
            Optional<Latest> latest,
            List<Sitting> sitting,
            String sittingAt,
            boolean anyDoubtful,
            List<ElectionRow> elections,
            Pager pager,
            List<Fact> facts) {}

    /** Who has the majority as far as is known, in words. */
    record Summary(String control, String asAt, List<String> strengths, String notKnown) {}

    /** The last ordinary election. */
    record Latest(NamedLink election, MapView map, List<PartyResult> league) {}

    @Override
    public ThingKind kind() {
        return ThingKind.COUNCIL;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Node council = description.thing();
        Facts body = description.facts();
        LocalDate today = LocalDate.ofInstant(clock.instant(), LONDON);
        List<Row> counted = things.rows(control, council);
        List<Sitting> sitting =
                Sitting.of(things.rows(members, council, Map.of("day", Literals.date(today))), today, paths, wording);
        List<Row> held = things.rows(StoredQuery.page(elections, visit.page(), ELECTIONS), council);
        View view = new View(
                body.label(),
                wording.text("council.caption"),
                body.lastPart(),
                summary(counted, wording),
                Composition.of(counted, paths, wording),
                latest(council, wording),
                sitting,
                wording.text("council.members.as-at", wording.date(today)),
                sitting.stream().flatMap(ward -> ward.members().stream()).anyMatch(Sitting.Member::doubtful),
                held.stream()
                        .limit(ELECTIONS)
                        .map(row -> BodyPage.election(row, paths, wording))
                        .toList(),
                Pager.of(paths.to(council), visit.page(), held, ELECTIONS),
                new CouncilParticulars(body, paths, wording).write(things.rows(reorganisation, council)));
        List<NamedLink> breadcrumbs =
                List.of(wording.start(), new NamedLink("/councils", wording.text("nav.councils")));
        return new Page("council", body.label(), view, breadcrumbs, Optional.empty());
    }

    private static Optional<Summary> summary(List<Row> rows, Wording wording) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row first = rows.get(0);
        List<Row> last = rows.stream()
                .filter(row -> row.required("control").equals(first.required("control")))
                .toList();
        LocalDate day = first.date("date").orElseThrow();
        boolean polled = first.node("election").isPresent();
        List<String> strengths = new ArrayList<>();
        last.forEach(row -> strengths.add(wording.text(
                "council.strength",
                row.text("label").orElseGet(() -> Affiliation.standing(row.node("affiliation"), wording)),
                wording.number(row.integer("seats").orElse(0)))));
        first.integer("vacant")
                .ifPresent(vacant -> strengths.add(wording.text("council.vacant", wording.number(vacant))));
        String notKnown = first.integer("unknown")
                .map(unknown -> unknown == 0 ? "" : wording.text("council.not-known", wording.number(unknown)))
                .orElseGet(() -> wording.text("council.size-unknown.long"));
        return Optional.of(new Summary(
                Composition.control(last, wording),
                first.integer("contests")
                        .map(all -> wording.text(
                                "council.as-interim",
                                wording.date(day.minusDays(1)),
                                wording.number(first.integer("decided").orElse(0)),
                                wording.number(all)))
                        .orElseGet(() -> wording.text(
                                polled ? "council.as-left" : "council.as-listed",
                                wording.date(polled ? day.minusDays(1) : day))),
                strengths,
                notKnown));
    }

    private Optional<Latest> latest(Node council, Wording wording) {
        return things.rows(latest, council).stream().findFirst().flatMap(row -> {
            Node election = row.required("election");
            List<Row> rows = things.rows(candidacies, election);
            List<MappedArea> areas = places.election(election, rows, wording);
            return areas.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Latest(
                            paths.link(election, wording.date(row.date("date").orElseThrow())),
                            MapView.of(areas),
                            PartyResults.of(rows, paths, wording)));
        });
    }
}
