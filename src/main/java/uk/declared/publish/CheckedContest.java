package uk.declared.publish;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
public record CheckedContest(SubmittedContest contest, ContestGraph graph, List<Finding> findings) {
    /** The numbers of the rules that warn about it. */
    SortedSet<String> warnings() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
