package uk.declared.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import uk.declared.election.BallotId;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Part;
import uk.declared.submission.SourceMap;
import uk.declared.submission.UnidentifiedContest;

/**
 * Tells the contests of one submission that conform from those that do not. What was wrong with a row belongs to the contest of
 * the row; what was found without a row, to the contest that was being read: the next that comes, or that could not be identified. Where a row could not be read at all, nobody knows
 * which contest lacks it, so that none can be chosen.
 */
final class ConformingContests {
    /**
     * Rows that are too short, too long, or have swallowed others, whose values are in no contest; and candidacies that two
     * contests claim.
     */
    private static final Set<String> ROW_IS_LOST = Set.of("F012", "F013", "F014", "F096");

    private record Row(String file, Optional<String> sheet, int number) {}

    private final Map<BallotId, Boolean> contests = new LinkedHashMap<>();
    private final Set<Row> wrongRows = new HashSet<>();
    private final List<UnidentifiedContest> unidentified = new ArrayList<>();
    private boolean wrongSinceLast;
    private boolean rowLost;

    void finding(Finding finding) {
        if (finding.severity() != Severity.VIOLATION) {
            return;
        }
        rowLost |= ROW_IS_LOST.contains(finding.rule());
        wrongSinceLast = true;
        row(finding.place()).ifPresent(wrongRows::add);
    }

    void contest(CheckedContest contest) {
        boolean wrong = wrongSinceLast
                || contest.findings().stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION)
                || rows(contest).stream().anyMatch(wrongRows::contains);
        // A contest that stands twice conforms neither here nor there.
        contests.merge(contest.contest().result().id(), !wrong, (before, now) -> false);
        wrongSinceLast = false;
    }

    /** What was found since the last contest belongs to this one, which is none of those that can be chosen. */
    void unidentified(UnidentifiedContest contest) {
        unidentified.add(contest);
        wrongSinceLast = false;
    }

    /** The contests that could not be identified. */
    List<UnidentifiedContest> unidentified() {
        return List.copyOf(unidentified);
    }

    /** Whether it is known of every contest whether it conforms. */
    boolean canBeChosen() {
        return !rowLost && !wrongSinceLast && contests.containsValue(true);
    }

    boolean conforms(BallotId contest) {
        return contests.getOrDefault(contest, false);
    }

    /** The contests that do not conform. */
    List<BallotId> others() {
        return contests.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Row> rows(CheckedContest contest) {
        SourceMap source = contest.contest().source();
        List<Row> rows = new ArrayList<>();
        source.place(Part.CONTEST).flatMap(ConformingContests::row).ifPresent(rows::add);
        for (int i = 0; i < contest.contest().result().candidacies().size(); i++) {
            source.place(new Part.OfCandidacy(i))
                    .flatMap(ConformingContests::row)
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<Row> row(Place place) {
        OptionalInt row = place.row();
        return row.isPresent() ? Optional.of(new Row(place.file(), place.sheet(), row.getAsInt())) : Optional.empty();
    }
}
