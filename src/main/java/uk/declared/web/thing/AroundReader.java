package uk.declared.web.thing;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.declared.election.BallotId;
import uk.declared.night.CouncilTurns;
import uk.declared.night.Parties;
import uk.declared.night.Seats;
import uk.declared.night.Turn;
import uk.declared.web.map.MapView;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ContestView.Around;
import uk.declared.web.thing.ContestView.Fact;

/** Reads what stands around a contest: the one before it, its council, its neighbours, and how it is cited and asked for. */
@Component
final class AroundReader {
    private final LocalPaths paths;
    private final SinceLastReader since;
    private final CouncilTurns turns;
    private final Neighbourhoods neighbourhoods;

    AroundReader(LocalPaths paths, SinceLastReader since, CouncilTurns turns, Neighbourhoods neighbourhoods) {
        this.paths = paths;
        this.since = since;
        this.turns = turns;
        this.neighbourhoods = neighbourhoods;
    }

    /** @param published whether the contest is shown as it is published, and not as a preview */
    Around of(Facts contest, boolean published, Wording wording) {
        SinceLast before = since.of(contest, wording);
        boolean preferential = Ballot.of(contest).isPreferential();
        int seats = contest.integer("seats")
                .or(() -> contest.integer("seatsFilled"))
                .orElse(1);
        Neighbourhood neighbourhood = neighbourhoods.of(contest, wording);
        Optional<MapView> map = neighbourhood.map();
        return new Around(
                published ? turn(contest, wording) : "",
                wording.text(preferential ? "contest.first-preferences" : "column.votes"),
                seats > 1 && !preferential ? wording.text("contest.several-seats", seats) : "",
                before,
                turnouts(contest, before, neighbourhood, wording),
                map,
                map.flatMap(drawing -> drawing.shapes().stream()
                        .filter(shape -> shape.href().equals(paths.to(contest.thing())))
                        .findFirst()),
                "/sparql?query="
                        + URLEncoder.encode(
                                StoredQuery.text("contest-as-query", contest.thing()), StandardCharsets.UTF_8),
                Declarations.latestFirst(contest).stream()
                        .findFirst()
                        .map(declaration -> paths.link(declaration.thing(), wording.text("contest.report"))));
    }

    /** Whether the seats were held or gained; empty where it is not known whose they were. */
    private String turn(Facts contest, Wording wording) {
        Optional<Turn> turn = contest.notation().map(BallotId::new).flatMap(turns::of);
        Map<String, String> names = new LinkedHashMap<>();
        for (Facts candidacy : contest.parts("candidacy")) {
            candidacy.part("party").ifPresent(party -> names.put(party.lastPart(), party.label()));
        }
        return turn.map(what -> turn(what, contest, names, wording)
                        + what.workedOutBy()
                                .map(who -> " (" + wording.text("turn.notional", who) + ")")
                                .orElse(""))
                .orElse("");
    }

    private String turn(Turn what, Facts contest, Map<String, String> names, Wording wording) {
        return switch (what.kind()) {
            case HOLD -> wording.text("contest.turn.hold", won(contest, wording));
            case GAIN ->
                what.lost().isEmpty()
                        ? wording.text("contest.turn.gain", parties(what.gained(), names, wording))
                        : wording.text(
                                "contest.turn.gain-from",
                                parties(what.gained(), names, wording),
                                parties(what.lost(), names, wording));
            case NEW -> wording.text("contest.turn.new");
            case NOT_COMPARED -> "";
        };
    }

    private String won(Facts contest, Wording wording) {
        return wording.list(contest.parts("candidacy").stream()
                .filter(candidacy -> candidacy.bool("elected").orElse(false))
                .map(candidacy -> Affiliation.of(candidacy, paths, wording).label())
                .distinct()
                .toList());
    }

    private String parties(Map<String, Integer> seats, Map<String, String> names, Wording wording) {
        boolean one = seats.values().stream().mapToInt(Integer::intValue).sum() == 1;
        return wording.list(seats.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> name(each.getKey(), names, wording) + (one ? "" : " " + each.getValue()))
                .toList());
    }

    /** A party's name; a key is never shown for one. */
    private String name(String key, Map<String, String> names, Wording wording) {
        if (key.equals(Parties.INDEPENDENT)) {
            return wording.text("standing.independent");
        }
        if (key.equals(Seats.VACANT)) {
            return wording.text("contest.turn.vacant");
        }
        return PartyColours.everydayName(key, wording.tag())
                .or(() -> Optional.ofNullable(names.get(key)))
                .orElseGet(() -> wording.text("contest.turn.another"));
    }

    private static List<Fact> turnouts(Facts contest, SinceLast before, Neighbourhood neighbourhood, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        Optional<BigDecimal> own = contest.decimal("turnoutPercentage").or(() -> contest.decimal("turnout"));
        if (own.isEmpty()) {
            return facts;
        }
        facts.add(Fact.of(wording.text("contest.turnout.here"), wording.percent(own.get())));
        before.turnout()
                .filter(turnout -> before.where().isEmpty())
                .ifPresent(turnout -> facts.add(Fact.of(
                        wording.text(
                                "contest.turnout.then",
                                before.contest().map(NamedLink::label).orElse("")),
                        turnout)));
        neighbourhood
                .turnout()
                .ifPresent(whole -> facts.add(
                        Fact.of(wording.text("contest.turnout.council"), wording.percent(whole.percentage()))));
        return facts;
    }
}
