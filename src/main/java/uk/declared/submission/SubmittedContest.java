package uk.declared.submission;

import uk.declared.election.ContestResult;
import uk.declared.election.DeclarationDetails;

/**
 * One contest as read from a submission, with the place of every value.
 *
 * @param supplement whether it only adds figures to what was declared before, and names no candidates
 */
public record SubmittedContest(ContestResult result, DeclarationDetails details, SourceMap source, boolean supplement) {
    /** A contest that says everything itself. */
    public SubmittedContest(ContestResult result, DeclarationDetails details, SourceMap source) {
        this(result, details, source, false);
    }

    /** The same with another result. */
    public SubmittedContest withResult(ContestResult other) {
        return new SubmittedContest(other, details, source, supplement);
    }
}
