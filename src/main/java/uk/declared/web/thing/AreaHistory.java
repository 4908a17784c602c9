package uk.declared.web.thing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.night.Comparability;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.thing.Composition.Part;
import uk.declared.web.thing.Composition.PartyKey;
import uk.declared.web.thing.Winners.Winner;

/**
 * The contests of an area and of those that its ground belonged to at other times, the latest first.
 *
 * @param parties that were voted for, as the legend names them
 */
record AreaHistory(List<PartyKey> parties, List<Held> contests) {
    /**
     * A contest.
     *
     * @param area in which it was held, with its code
     * @param relation how that area is related to this one, in words
     * @param comparable in a word or two
     * @param parts the shares of votes, as parts of a bar
     * @param shares the same in words
     */
    record Held(
            NamedLink contest,
            boolean byElection,
            NamedLink area,
            boolean same,
            String relation,
            Comparability comparability,
            String comparable,
            List<PartyKey> parties,
            List<Winner> winners,
            String turnout,
            List<Part> parts,
            String shares) {}

    AreaHistory {
        parties = List.copyOf(parties);
        contests = List.copyOf(contests);
    }

    static AreaHistory of(Node thing, List<Row> rows, LocalPaths paths, Wording wording) {
        Map<Node, List<Row>> byContest = Winners.byContest(rows);
        Map<Node, PartyKey> parties = new LinkedHashMap<>();
        List<Held> contests = byContest.values().stream()
                .map(its -> held(thing, its, parties, paths, wording))
                .toList();
        return new AreaHistory(List.copyOf(parties.values()), contests);
    }

    /** The contests of the area itself, without those of others. */
    AreaHistory ofTheAreaItself() {
        return only(contests.stream().filter(Held::same).toList());
    }

    /** Without contests in areas that share too little with it to be compared. */
    AreaHistory comparable() {
        return only(contests.stream()
                .filter(held -> held.comparability() != Comparability.LITTLE)
                .toList());
    }

    private AreaHistory only(List<Held> kept) {
        Set<String> labels = kept.stream()
                .flatMap(held -> held.parties().stream())
                .map(party -> party.affiliation().label())
                .collect(Collectors.toSet());
        return new AreaHistory(
                parties.stream()
                        .filter(party -> labels.contains(party.affiliation().label()))
                        .toList(),
                kept);
    }

    private static Held held(
            Node thing, List<Row> rows, Map<Node, PartyKey> parties, LocalPaths paths, Wording wording) {
        Row first = rows.get(0);
        Node area = first.required("area");
        boolean same = area.equals(thing);
        Optional<BigDecimal> share = first.decimal("share");
        Optional<BigDecimal> back = first.decimal("back");
        Comparability comparability = Comparability.of(same, share, back);
        List<Share> shares = shares(rows, paths, wording);
        shares.forEach(each -> parties.putIfAbsent(each.key(), each.party()));
        String code = first.text("code").map(text -> " (" + text + ")").orElse("");
        return new Held(
                paths.link(
                        first.required("contest"),
                        wording.date(first.date("date").orElseThrow())),
                Winners.isByElection(first),
                paths.link(area, first.label("areaLabel", "area") + code),
                same,
                relation(first, same, share, back, wording),
                comparability,
                said(comparability, wording),
                shares.stream().map(Share::party).toList(),
                rows.stream()
                        .filter(row -> row.bool("elected").orElse(false))
                        .map(row -> Winner.of(row, paths, wording))
                        .toList(),
                Winners.turnout(first, wording),
                parts(shares),
                String.join(
                        ", ",
                        shares.stream()
                                .map(each -> wording.text(
                                        "history.share",
                                        each.party().affiliation().label(),
                                        wording.percent(each.share())))
                                .toList()));
    }

    private static String relation(
            Row row, boolean same, Optional<BigDecimal> share, Optional<BigDecimal> back, Wording wording) {
        if (same) {
            return wording.text("history.relation.same");
        }
        List<String> said = new ArrayList<>();
        if (row.bool("earlier").orElse(false)) {
            said.add(wording.text("history.relation.earlier"));
        }
        if (row.bool("later").orElse(false)) {
            said.add(wording.text("history.relation.later"));
        }
        if (share.isPresent() && back.isPresent()) {
            said.add(wording.text("area.lineage.share", wording.percent(share.get()), wording.percent(back.get())));
        }
        return String.join("; ", said);
    }

    /** The share of a party, or of the candidates without one, of all votes of a contest. */
    private record Share(Node key, PartyKey party, BigDecimal share) {}

    private static List<Share> shares(List<Row> rows, LocalPaths paths, Wording wording) {
        Map<Node, Long> votes = new LinkedHashMap<>();
        Map<Node, PartyKey> keys = new LinkedHashMap<>();
        for (Row row : rows) {
            Node key = row.node("party").orElseGet(() -> row.required("standing"));
            keys.computeIfAbsent(
                    key,
                    missing -> new PartyKey(
                            Affiliation.of(row, paths, wording),
                            row.node("party")
                                    .map(Uris::lastPart)
                                    .map(PartyColours::of)
                                    .orElse(PartyColours.OTHERS)));
            row.integer("votes").ifPresent(number -> votes.merge(key, (long) number, Long::sum));
        }
        long all = votes.values().stream().mapToLong(Long::longValue).sum();
        return all == 0
                ? List.of()
                : votes.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(each -> new Share(
                                each.getKey(),
                                Objects.requireNonNull(keys.get(each.getKey())),
                                BigDecimal.valueOf(100 * each.getValue())
                                        .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)))
                        .toList();
    }

    private static List<Part> parts(List<Share> shares) {
        List<Part> parts = new ArrayList<>();
        BigDecimal at = BigDecimal.ZERO;
        for (Share each : shares) {
            parts.add(new Part(
                    at.toPlainString(),
                    each.share().toPlainString(),
                    each.party().colour()));
            at = at.add(each.share());
        }
        return parts;
    }

    private static String said(Comparability comparability, Wording wording) {
        return switch (comparability) {
            case SAME -> wording.text("history.same");
            case NEARLY -> wording.text("history.nearly");
            case PARTLY -> wording.text("history.partly");
            case LITTLE -> wording.text("history.little");
            case NOT_KNOWN -> wording.text("history.not-known");
        };
    }
}
