package uk.declared.submission;

import java.util.function.Consumer;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** Passes findings on and counts those that refuse what they are about. */
public final class ViolationCount implements Consumer<Finding> {
    private final Consumer<Finding> findings;
    private int violations;

    public ViolationCount(Consumer<Finding> findings) {
        this.findings = findings;
    }

    @Override
    public void accept(Finding finding) {
        violations += finding.severity() == Severity.VIOLATION ? 1 : 0;
        findings.accept(finding);
    }

    public int violations() {
        return violations;
    }
}
