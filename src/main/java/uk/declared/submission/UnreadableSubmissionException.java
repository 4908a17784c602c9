package uk.declared.submission;

import uk.declared.report.Finding;

/** Thrown where nothing can be read from a file at all: missing, empty, a picture, none of the known formats. */
public final class UnreadableSubmissionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public UnreadableSubmissionException(Finding finding) {
        super(finding.rule());
        this.finding = finding;
    }

    /** Why, with the place and the mend. */
    public Finding finding() {
        return finding;
    }
}
