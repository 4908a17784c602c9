package uk.declared.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to say about a submission: what it holds, then violations, warnings and interpretations.
 *
 * @param file the submission's name
 * @param findings the first of each severity, in the order of the file
 * @param counts how many findings there are of each severity, those not listed included
 */
public record Report(String file, Summary summary, List<Finding> findings, Map<Severity, Integer> counts) {
    /** How many findings of a severity are listed; the rest is counted. */
    public static final int LISTED = 1_000;

    /** The key under which the seats of independents are counted; a text of the report names them. */
    public static final String INDEPENDENT = "standing.independent";

    /** The key under which seats are counted whose holder's party is not stated. */
    public static final String NOT_STATED = "standing.not-stated";

    public Report {
        findings = List.copyOf(findings);
        counts = Map.copyOf(counts);
    }

    /** Whether a violation refuses the submission. */
    public boolean refused() {
        return count(Severity.VIOLATION) > 0;
    }

    /** How many findings there are of a severity. */
    public int count(Severity severity) {
        return counts.getOrDefault(severity, 0);
    }

    /** The listed findings of a severity. */
    public List<Finding> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** The report on a file that nothing could be read from. */
    public static Report unreadable(Finding finding) {
        return builder(finding.place().file()).finding(finding).build();
    }

    /** Begins a report. */
    public static Builder builder(String file) {
        return new Builder(file);
    }

    /** Gathers a report while a submission is read; what it holds in memory is bounded. */
    public static final class Builder {
        private final String file;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        private final Map<String, Map<String, Integer>> seatsByKey = new HashMap<>();
        private int contests;
        private int candidacies;
        private int elected;
        private long votes;

        private Builder(String file) {
            this.file = file;
        }

        /** Adds a finding. */
        public Builder finding(Finding finding) {
            int count = counts.merge(finding.severity(), 1, Integer::sum);
            if (count <= LISTED) {
                findings.add(finding);
            }
            return this;
        }

        /** Counts a contest. */
        public Builder contest() {
            contests++;
            return this;
        }

        /**
         * Counts a candidacy.
         *
         * @param ofVotes its votes, 0 where there are none
         * @param key what seats are counted by
         * @param party what the key is called; of several names the commonest is shown
         */
        public Builder candidacy(int ofVotes, boolean isElected, String key, String party) {
            candidacies++;
            votes += ofVotes;
            if (isElected) {
                elected++;
                seatsByKey.computeIfAbsent(key, missing -> new HashMap<>()).merge(party, 1, Integer::sum);
            }
            return this;
        }

        private Map<String, Integer> seatsByParty() {
            Map<String, Integer> seats = new HashMap<>();
            seatsByKey.forEach((key, names) -> {
                String commonest = names.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .orElseThrow()
                        .getKey();
                int sum = names.values().stream().mapToInt(Integer::intValue).sum();
                seats.merge(commonest, sum, Integer::sum);
            });
            return seats;
        }

        public Report build() {
            Summary summary = new Summary(contests, candidacies, elected, votes, seatsByParty());
            return new Report(file, summary, findings, counts);
        }
    }
}
