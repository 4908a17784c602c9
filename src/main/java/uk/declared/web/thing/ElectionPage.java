package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.election.Office;
import uk.declared.web.map.MapView;
import uk.declared.web.map.MappedArea;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.PartyResults.PartyResult;
import uk.declared.web.thing.ThingDescriptions.Description;
import uk.declared.web.thing.Winners.Winner;

/** Makes the page about an election: seats by party, and each contest with its winners. Also that of a day's group. */
@Component
final class ElectionPage implements ThingPage {
    private static final Set<String> GROUPS = Set.of("local", "parish", "mayor", "pcc", "parl");

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Places places;
    private final Query candidacies = StoredQuery.read("election-candidacies");

    ElectionPage(ThingDescriptions things, LocalPaths paths, Places places) {
        this.places = places;
        this.things = things;
        this.paths = paths;
    }

    /**
     * What the page shows.
     *
     * @param members the elections of a group
     */
    record View(
            String heading,
            String caption,
            Optional<NamedLink> body,
            Optional<NamedLink> group,
            List<PartyResult> parties,
            Optional<MapView> map,
            List<ContestRow> contests,
            List<NamedLink> members) {}

    /**
     * A contest and who was elected in it.
     *
     * @param silence why nobody is named, where that is so
     */
    record ContestRow(NamedLink contest, boolean byElection, List<Winner> winners, String silence, String turnout) {}

    @Override
    public ThingKind kind() {
        return ThingKind.ELECTION;
    }

    @Override
    public Page of(Description description, Visit visit) {
        Wording wording = visit.wording();
        Facts election = description.facts();
        List<Row> rows = things.rows(candidacies, description.thing());
        Optional<NamedLink> body = election.part("electedBody").map(it -> paths.link(it.thing(), it.label()));
        String day = election.date("pollingDate").map(wording::date).orElse("");
        String heading = body.map(link -> name(election, link.label(), day, wording))
                .orElseGet(() -> groupName(election, day, wording));
        View view = new View(
                heading,
                wording.text(body.isPresent() ? "election.caption" : "group.caption"),
                body,
                group(election, wording),
                PartyResults.of(rows, paths, wording),
                map(description, rows, wording),
                contests(rows, wording),
                members(election));
        return new Page("election", heading, view, breadcrumbs(body, wording), Optional.empty());
    }

    /** What an election is called: that of a mayor is told apart from that of the council. */
    static String name(Facts election, String body, String day, Wording wording) {
        boolean mayor = election.lastPart().startsWith(Office.MAYOR.idPrefix() + ".");
        return wording.text(mayor ? "election.name.mayor" : "election.name", body, day);
    }

    private Optional<NamedLink> group(Facts election, Wording wording) {
        String day = election.date("pollingDate").map(wording::date).orElse("");
        return election.part("group").map(group -> paths.link(group.thing(), groupName(group, day, wording)));
    }

    /** One area makes no map. */
    private Optional<MapView> map(Description description, List<Row> rows, Wording wording) {
        List<MappedArea> areas = places.election(description.thing(), rows, wording);
        return areas.size() > 1 ? Optional.of(MapView.of(areas)) : Optional.empty();
    }

    /** The group's name in the reader's language, told from the kind of election that its identifier begins with. */
    private static String groupName(Facts group, String day, Wording wording) {
        String kind = group.lastPart().replaceFirst("\\..*", "");
        return GROUPS.contains(kind) ? wording.text("group." + kind, day) : group.label();
    }

    private List<ContestRow> contests(List<Row> rows, Wording wording) {
        List<ContestRow> contests = new ArrayList<>();
        Winners.byContest(rows).forEach((contest, its) -> {
            Row first = its.get(0);
            boolean anyElected =
                    its.stream().anyMatch(row -> row.bool("elected").orElse(false));
            String silence = Silence.of(first.node("status"), first.node("contestStatus"), anyElected)
                    .phrase(wording);
            contests.add(new ContestRow(
                    paths.link(contest, first.label("areaLabel", "area")),
                    Winners.isByElection(first),
                    its.stream()
                            .filter(row -> row.bool("elected").orElse(false))
                            .map(row -> Winner.of(row, paths, wording))
                            .toList(),
                    silence,
                    Winners.turnoutFigure(first).map(wording::percent).orElse(silence)));
        });
        return contests;
    }

    private List<NamedLink> members(Facts group) {
        return group.partsBy("group").stream()
                .map(member -> paths.link(member.thing(), member.label()))
                .sorted(Comparator.comparing(NamedLink::label))
                .toList();
    }

    private static List<NamedLink> breadcrumbs(Optional<NamedLink> body, Wording wording) {
        List<NamedLink> breadcrumbs = new ArrayList<>();
        breadcrumbs.add(wording.start());
        if (body.isPresent()) {
            breadcrumbs.add(new NamedLink("/councils", wording.text("nav.councils")));
            breadcrumbs.add(body.get());
        } else {
            breadcrumbs.add(new NamedLink("/elections", wording.text("nav.elections")));
        }
        return breadcrumbs;
    }
}
