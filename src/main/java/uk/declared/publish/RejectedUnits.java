package uk.declared.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.report.Finding;

/**
 * Whether rejected papers were probably counted as votes, judged over all wards of one election in a file:
 *
 * <ol>
 *   <li>in a ward of n seats a figure that is above 0 divides by n by chance once in n times; all k of them, once in n<sup>k</sup>,
 *   <li>the chance that so many wards of the file divide, or more, follows from these (the distribution is a sum of independent
 *       chances, computed ward by ward),
 *   <li>what would happen by chance in one file of a thousand or more is not said.
 * </ol>
 */
final class RejectedUnits {
    /** The rule that a ward's figures, looked at alone, break. */
    static final String RULE = "W709";

    private static final double SELDOM = 0.001;
    private static final int MOST = 1_000_000_000;

    private final Map<String, Election> elections = new LinkedHashMap<>();

    /** The wards of one election whose figures could divide. */
    private static final class Election {
        private final List<Double> chances = new ArrayList<>();
        private final List<Finding> divided = new ArrayList<>();
    }

    /** Takes a contest, and what the rules say of it. */
    void note(ContestResult result, List<Finding> findings) {
        int seats = result.seats().orElseGet(() -> (int) result.candidacies().stream()
                .map(Candidacy::elected)
                .filter(elected -> elected.orElse(false))
                .count());
        long figures = result.account().rejected().values().stream()
                .filter(papers -> papers > 0)
                .count();
        if (seats < 2 || figures == 0) {
            return;
        }
        Election election =
                elections.computeIfAbsent(result.body().slug() + " " + result.pollingDate(), missing -> new Election());
        election.chances.add(Math.pow(seats, -figures));
        findings.stream().filter(finding -> finding.rule().equals(RULE)).forEach(election.divided::add);
    }

    /** What is to be said: of each ward whose figures divide, where that is no chance, with how seldom it would be. */
    List<Finding> probable() {
        List<Finding> probable = new ArrayList<>();
        for (Election election : elections.values()) {
            double chance = chance(election.chances, election.divided.size());
            if (!election.divided.isEmpty() && chance < SELDOM) {
                election.divided.forEach(finding -> probable.add(withChance(finding, election, chance)));
            }
        }
        return probable;
    }

    /** The chance that of independent events at least so many happen. */
    static double chance(List<Double> chances, int atLeast) {
        double[] exactly = new double[atLeast + 1];
        exactly[0] = 1;
        for (double one : chances) {
            for (int i = atLeast; i >= 0; i--) {
                double before = i == 0 ? 0 : exactly[i - 1] * one;
                // The last place gathers all that are at least so many.
                exactly[i] = i == atLeast ? exactly[i] + before : exactly[i] * (1 - one) + before;
            }
        }
        return atLeast == 0 ? 1 : exactly[atLeast];
    }

    private static Finding withChance(Finding finding, Election election, double chance) {
        Map<String, String> details = new HashMap<>(finding.details());
        details.put("hits", Integer.toString(election.divided.size()));
        details.put("all", Integer.toString(election.chances.size()));
        double once = 1 / chance;
        details.put("chance", once > MOST ? Integer.toString(MOST) : Long.toString(Math.round(once)));
        return new Finding(
                finding.rule(), finding.severity(), finding.place(), finding.contest(), finding.value(), details);
    }
}
