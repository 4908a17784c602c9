package uk.declared.validation;

import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Vocabulary;

/** Looks whether anybody stands. A contest for which nobody was nominated has to say so. */
final class CandidateChecks {
    private CandidateChecks() {}

    static void add(ContestView contest, CheckTriples check) {
        boolean nobodyStood = contest.is("contestStatus", Vocabulary.code("contest-status", "no-candidates"));
        boolean anybody = contest.candidacies().stream().anyMatch(Node::isURI);
        if (!anybody && !nobodyStood) {
            check.add(contest.contest(), "withoutCandidates", 0);
        }
    }
}
