package uk.declared.web.thing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Uris;
import uk.declared.web.map.PartyColours;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;

/** Adds an election's candidacies up by party; those without one stand together by what the source says of them. */
final class PartyResults {
    private PartyResults() {}

    /**
     * What a party has in an election.
     *
     * @param colour in which maps show it
     * @param share of all votes of the election; none where there were no votes
     * @param seats how many of its candidates were elected
     */
    record PartyResult(
            Affiliation affiliation,
            String colour,
            String candidates,
            String votes,
            Optional<Bar> share,
            String seats) {}

    /** The parties, those with most seats and then most votes first. */
    static List<PartyResult> of(List<Row> rows, LocalPaths paths, Wording wording) {
        Map<Node, Sum> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            Node key = row.node("party").orElseGet(() -> row.required("standing"));
            sums.computeIfAbsent(key, unused -> new Sum(Affiliation.of(row, paths, wording), colour(row)))
                    .add(row);
        }
        long all = sums.values().stream().mapToLong(sum -> sum.votes).sum();
        return sums.values().stream()
                .sorted(Comparator.comparingInt((Sum sum) -> sum.seats)
                        .thenComparingLong(sum -> sum.votes)
                        .reversed()
                        .thenComparing(sum -> sum.affiliation.label()))
                .map(sum -> sum.result(all, wording))
                .toList();
    }

    private static String colour(Row row) {
        return row.node("party").map(Uris::lastPart).map(PartyColours::of).orElse(PartyColours.OTHERS);
    }

    /** A sum in the making. */
    private static final class Sum {
        private final Affiliation affiliation;
        private final String colour;
        private int candidates;
        private int seats;
        private long votes;
        private boolean polled;

        private Sum(Affiliation affiliation, String colour) {
            this.affiliation = affiliation;
            this.colour = colour;
        }

        private void add(Row row) {
            candidates++;
            seats += row.bool("elected").orElse(false) ? 1 : 0;
            Optional<Integer> its = row.integer("votes");
            polled |= its.isPresent();
            votes += its.orElse(0);
        }

        private PartyResult result(long all, Wording wording) {
            Optional<BigDecimal> share = polled && all > 0
                    ? Optional.of(
                            BigDecimal.valueOf(100 * votes).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP))
                    : Optional.empty();
            return new PartyResult(
                    affiliation,
                    colour,
                    wording.number(candidates),
                    polled ? wording.number(votes) : wording.text("not-stated"),
                    share.map(percentage -> Bar.of(percentage, wording.share(percentage))),
                    wording.number(seats));
        }
    }
}
