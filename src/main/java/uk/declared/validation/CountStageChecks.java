package uk.declared.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Vocabulary;

/**
 * Checks the stages of a count by the single transferable vote: Scottish Local Government Elections Order 2011, schedule
 * 1, part 3.
 */
final class CountStageChecks {
    /** What rounding may put each figure of a stage out by, in votes. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private CountStageChecks() {}

    static void add(ContestFigures contest, CheckTriples check) {
        if (!contest.is("votingSystem", Vocabulary.code("voting-system", "single-transferable-vote"))) {
            return;
        }
        compareQuota(contest, check);
        Map<Integer, Node> stages = stages(contest, check);
        boolean saysLost = stages.values().stream()
                .anyMatch(stage -> contest.decimal(stage, "nonTransferable").isPresent());
        boolean shortBefore = false;
        for (Node stage : stages.values()) {
            // A source that leaves non-transferable votes out is short at every stage: it is said once.
            shortBefore |= compareStage(contest, stage, stages, shortBefore && !saysLost, check);
        }
        if (!stages.isEmpty()) {
            compareOutcomes(contest, stages, check);
        }
    }

    /** Rule 47: valid papers ÷ (seats + 1), plus one, fractions ignored. */
    private static void compareQuota(ContestFigures contest, CheckTriples check) {
        Optional<BigDecimal> quota = contest.decimal("quota");
        Optional<Integer> valid = contest.count("validBallotPapers");
        Optional<Integer> seats = contest.count("seats");
        if (quota.isPresent() && valid.isPresent() && seats.isPresent()) {
            int right = valid.get() / (seats.get() + 1) + 1;
            if (quota.get().compareTo(BigDecimal.valueOf(right)) != 0) {
                check.add(contest.contest(), "quotaOtherThanFormula", right);
                check.add(contest.contest(), "declaredQuota", quota.get().toPlainString());
            }
        }
    }

    private static Map<Integer, Node> stages(ContestFigures contest, CheckTriples check) {
        Map<Integer, Node> stages = new TreeMap<>();
        contest.objects(contest.contest(), "countStage")
                .forEach(stage -> contest.count(stage, "stageNumber").ifPresent(number -> stages.put(number, stage)));
        int expected = 1;
        for (int number : stages.keySet()) {
            if (number != expected) {
                check.add(contest.contest(), "stageMissing", expected);
                break;
            }
            expected++;
        }
        return stages;
    }

    /** Whether the stage has fewer votes than there are valid papers. */
    private static boolean compareStage(
            ContestFigures contest, Node stage, Map<Integer, Node> stages, boolean shortIsKnown, CheckTriples check) {
        List<Node> tallies = contest.objects(stage, "tally");
        BigDecimal tolerance = ROUNDING.multiply(BigDecimal.valueOf(tallies.size() + 1L));
        BigDecimal nonTransferable = contest.decimal(stage, "nonTransferable").orElse(BigDecimal.ZERO);
        boolean first = stage.equals(stages.get(1));
        Optional<Integer> valid = contest.count("validBallotPapers");
        BigDecimal votes = sum(contest, tallies, "tallyVotes").add(nonTransferable);
        BigDecimal over =
                valid.map(papers -> votes.subtract(BigDecimal.valueOf(papers))).orElse(BigDecimal.ZERO);
        boolean isShort = over.signum() < 0 && over.abs().compareTo(tolerance) > 0;
        if (over.abs().compareTo(tolerance) > 0 && !(isShort && shortIsKnown)) {
            check.add(stage, "stageSum", votes.setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
        if (!first && contest.decimal(stage, "nonTransferable").isPresent()) {
            BigDecimal before = Optional.ofNullable(
                            stages.get(contest.count(stage, "stageNumber").orElse(0) - 1))
                    .flatMap(previous -> contest.decimal(previous, "nonTransferable"))
                    .orElse(BigDecimal.ZERO);
            BigDecimal moved = sum(contest, tallies, "transfer").add(nonTransferable.subtract(before));
            if (moved.abs().compareTo(tolerance) > 0) {
                check.add(
                        stage,
                        "transfersSum",
                        moved.setScale(2, RoundingMode.HALF_UP).toPlainString());
            }
        }
        return isShort;
    }

    /** Everybody ends elected, excluded or not elected; who is elected reached the quota or was among the last. */
    private static void compareOutcomes(ContestFigures contest, Map<Integer, Node> stages, CheckTriples check) {
        List<Node> tallies = stages.values().stream()
                .flatMap(stage -> contest.objects(stage, "tally").stream())
                .toList();
        Optional<BigDecimal> quota = contest.decimal("quota");
        Node last = stages.values().stream().reduce((one, next) -> next).orElseThrow();
        for (Node candidacy : contest.candidacies()) {
            List<Node> own = tallies.stream()
                    .filter(tally -> contest.object(tally, "tallyFor")
                            .filter(candidacy::equals)
                            .isPresent())
                    .toList();
            if (!own.isEmpty()
                    && own.stream()
                            .allMatch(tally -> contest.object(tally, "outcome").isEmpty())
                    && contest.truth(candidacy, "elected").isEmpty()) {
                check.add(candidacy, "withoutOutcome", own.size());
            }
            boolean elected = contest.truth(candidacy, "elected").orElse(false);
            Optional<BigDecimal> most = own.stream()
                    .flatMap(tally -> contest.decimal(tally, "tallyVotes").stream())
                    .max(Comparator.naturalOrder());
            boolean amongLast = contest.objects(last, "tally").stream().anyMatch(own::contains);
            if (elected
                    && quota.isPresent()
                    && most.isPresent()
                    && most.get().compareTo(quota.get()) < 0
                    && !amongLast) {
                check.add(candidacy, "belowQuota", most.get().toPlainString());
            }
        }
    }

    private static BigDecimal sum(ContestFigures contest, List<Node> tallies, String property) {
        return tallies.stream()
                .flatMap(tally -> contest.decimal(tally, property).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
