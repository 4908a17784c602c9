package uk.declared.web.thing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Comparability;
import uk.declared.night.NotCompared;
import uk.declared.night.Swings;
import uk.declared.night.Votes;
import uk.declared.night.Votes.Cast;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.thing.SinceLast.Line;
import uk.declared.web.thing.Winners.Winner;

/**
 * Compares a contest with the one before it:
 *
 * <ol>
 *   <li>the latest earlier ordinary contest for the same office in the same area, or in one that it shares nine tenths of its
 *       ground with, either way,
 *   <li>shares are of all votes, a party's candidates together; compared where both contests had a poll by the same system,
 *   <li>else it is said why not.
 * </ol>
 */
@Component
final class SinceLastReader {
    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Query before = Swings.contestsBefore();

    SinceLastReader(ThingDescriptions things, LocalPaths paths) {
        this.things = things;
        this.paths = paths;
    }

    SinceLast of(Facts contest, Wording wording) {
        Optional<Node> area = contest.one("electoralArea");
        Optional<Node> office = contest.one("office");
        if (area.isEmpty() || office.isEmpty()) {
            return SinceLast.nothing(wording.text("since.none"));
        }
        List<Row> rows = things.rows(
                before,
                contest.thing(),
                Map.of(
                        "area",
                        area.get(),
                        "office",
                        office.get(),
                        "day",
                        Literals.date(contest.date("pollingDate").orElseThrow())));
        Map<Node, List<Row>> earlier = Winners.byContest(rows);
        earlier.remove(contest.thing());
        Map<Node, Set<String>> members = members(rows);
        if (earlier.isEmpty()) {
            return SinceLast.nothing(wording.text("since.none"));
        }
        return earlier.values().stream()
                .filter(its -> comparability(area.get(), its.get(0)).isGood())
                .findFirst()
                .map(its -> compared(contest, members, area.get(), its, wording))
                .orElseGet(
                        () -> elsewhere(area.get(), earlier.values().iterator().next(), wording));
    }

    private static Comparability comparability(Node area, Row row) {
        return Comparability.of(row.required("held").equals(area), row.decimal("share"), row.decimal("back"));
    }

    /** What there is of an earlier contest that was held on other ground. */
    private SinceLast elsewhere(Node area, List<Row> rows, Wording wording) {
        Row first = rows.get(0);
        String held = first.label("areaLabel", "held");
        String why = comparability(area, first) == Comparability.NOT_KNOWN
                ? wording.text("since.not-known", held)
                : wording.text(
                        "since.other-ground",
                        held,
                        wording.percent(rounded(first.decimal("share").orElse(BigDecimal.ZERO))));
        return new SinceLast(
                Optional.of(paths.link(
                        first.required("contest"),
                        wording.date(first.date("date").orElseThrow()))),
                held,
                why,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private SinceLast compared(
            Facts contest, Map<Node, Set<String>> members, Node area, List<Row> rows, Wording wording) {
        Row first = rows.get(0);
        List<Cast<Affiliation>> then = cast(rows, members, wording);
        List<Cast<Affiliation>> now = cast(contest, members, wording);
        Set<String> alone = new LinkedHashSet<>(Votes.alone(then));
        alone.addAll(Votes.alone(now));
        Votes<Affiliation> votesThen = Votes.of(then, alone);
        Votes<Affiliation> votesNow = Votes.of(now, alone);
        String why = NotCompared.of(votesNow, votesThen, contest.one("votingSystem"), first.node("system"))
                .map(reason -> why(reason, wording))
                .orElse("");
        boolean same = first.required("held").equals(area);
        List<Row> elected = oneACandidacy(rows).stream()
                .filter(row -> row.bool("elected").orElse(false))
                .toList();
        return new SinceLast(
                Optional.of(paths.link(
                        first.required("contest"),
                        wording.date(first.date("date").orElseThrow()))),
                same ? "" : first.label("areaLabel", "held"),
                why,
                why.isEmpty() ? lines(votesNow, votesThen, wording) : List.of(),
                why.isEmpty() ? swing(votesNow, votesThen, wording) : Optional.empty(),
                why.isEmpty() ? notes(first, same, votesNow, votesThen, wording) : List.of(),
                elected.stream().map(row -> Winner.of(row, paths, wording)).toList(),
                Winners.turnoutFigure(first).map(wording::percent));
    }

    private static String why(NotCompared reason, Wording wording) {
        return switch (reason) {
            case NO_VOTES_THEN -> wording.text("since.no-votes-then");
            case NO_VOTES_NOW -> wording.text("since.no-votes-now");
            case SYSTEM_NOT_KNOWN -> wording.text("since.system-not-known");
            case OTHER_SYSTEM -> wording.text("since.other-system");
            case PARTY_NOT_STATED -> wording.text("since.party-not-stated");
        };
    }

    private static List<Line> lines(Votes<Affiliation> now, Votes<Affiliation> then, Wording wording) {
        Set<String> keys = new LinkedHashSet<>(now.by().keySet());
        keys.addAll(then.by().keySet());
        List<Line> lines = new ArrayList<>();
        for (String key : keys) {
            boolean both = now.has(key) && then.has(key);
            Affiliation affiliation = (now.has(key) ? now : then).affiliation(key);
            lines.add(new Line(
                    affiliation,
                    PartyColours.of(key),
                    now.has(key) ? shown(now.share(key), wording) : wording.text("since.did-not-stand"),
                    then.has(key) ? shown(then.share(key), wording) : wording.text("since.did-not-stand"),
                    both ? signed(now.change(key, then), wording) : ""));
        }
        return lines;
    }

    private static Optional<String> swing(Votes<Affiliation> now, Votes<Affiliation> then, Wording wording) {
        return now.swing(then).map(swing -> {
            List<String> names = now.by().keySet().stream()
                    .limit(2)
                    .map(party -> now.affiliation(party).label())
                    .toList();
            BigDecimal points = rounded(swing);
            if (points.signum() == 0) {
                return wording.text("since.no-swing", names.get(0), names.get(1));
            }
            boolean toFirst = points.signum() > 0;
            return wording.text(
                    "since.swing",
                    wording.decimal(points.abs()),
                    names.get(toFirst ? 1 : 0),
                    names.get(toFirst ? 0 : 1));
        });
    }

    private static List<String> notes(
            Row first, boolean same, Votes<Affiliation> now, Votes<Affiliation> then, Wording wording) {
        List<String> notes = new ArrayList<>();
        if (!same) {
            notes.add(wording.text(
                    "since.nearly",
                    first.label("areaLabel", "held"),
                    wording.percent(rounded(first.decimal("share").orElse(BigDecimal.ZERO)))));
        }
        boolean others = now.candidates().entrySet().stream()
                .anyMatch(each -> then.candidates().containsKey(each.getKey())
                        && !then.candidates().get(each.getKey()).equals(each.getValue()));
        if (others) {
            notes.add(wording.text("since.other-number"));
        }
        return notes;
    }

    private static String shown(BigDecimal share, Wording wording) {
        return wording.decimal(rounded(share)) + "%";
    }

    private static String signed(BigDecimal change, Wording wording) {
        BigDecimal points = rounded(change);
        return points.signum() == 0
                ? wording.decimal(points)
                : (points.signum() > 0 ? "+" : "\u2212") + wording.decimal(points.abs());
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP);
    }

    /** Rows without those that name a second member of a joint candidature. */
    private static List<Row> oneACandidacy(List<Row> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.toMap(
                        row -> row.required("candidacy"), row -> row, (one, other) -> one, LinkedHashMap::new))
                .values());
    }

    /** The parties of joint candidatures. */
    private static Map<Node, Set<String>> members(List<Row> rows) {
        Map<Node, Set<String>> members = new LinkedHashMap<>();
        rows.forEach(row -> row.node("member")
                .ifPresent(member -> members.computeIfAbsent(row.required("party"), none -> new LinkedHashSet<>())
                        .add(Uris.lastPart(member))));
        return members;
    }

    private List<Cast<Affiliation>> cast(List<Row> rows, Map<Node, Set<String>> members, Wording wording) {
        return oneACandidacy(rows).stream()
                .map(row -> new Cast<>(
                        Swings.key(row.node("party"), row.text("given"), row.node("standing")),
                        row.node("party").isEmpty() && row.text("given").isPresent()
                                ? new Affiliation(row.text("given").get(), Optional.empty())
                                : Affiliation.of(row, paths, wording),
                        row.node("party").map(members::get).orElse(Set.of()),
                        row.integer("votes")))
                .toList();
    }

    private List<Cast<Affiliation>> cast(Facts contest, Map<Node, Set<String>> members, Wording wording) {
        return contest.parts("candidacy").stream()
                .map(candidacy -> new Cast<>(
                        Swings.key(
                                candidacy.one("party"), candidacy.text("partyNameAsGiven"), candidacy.one("standing")),
                        Affiliation.of(candidacy, paths, wording),
                        candidacy.one("party").map(members::get).orElse(Set.of()),
                        candidacy.integer("votes")))
                .toList();
    }
}
