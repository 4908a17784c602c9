package uk.declared.publish;

import java.util.List;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.SubmittedContest;

/**
 * One contest of a submission, read, mapped and checked.
 *
 * @param contest as read
 * @param graph as mapped
 * @param findings what the rules say of it
 */
record CheckedContest(SubmittedContest contest, ContestGraph graph, List<Finding> findings) {
    boolean conforms() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.VIOLATION);
    }
}
