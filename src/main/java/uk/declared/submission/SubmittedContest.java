package uk.declared.submission;

import uk.declared.election.ContestResult;
import uk.declared.election.DeclarationDetails;

/**
 * One contest as read from a submission, with the place of every value.
 *
 * @param supplement whether it only adds figures to what was declared before, and names no candidates
 * @param collected whether the file is of a kind in which others than councils collect results, so that its licence is not
 *     the one under which councils publish
 */
public record SubmittedContest(
        ContestResult result, DeclarationDetails details, SourceMap source, boolean supplement, boolean collected) {
    /** A contest of a council's own file. */
    public SubmittedContest(ContestResult result, DeclarationDetails details, SourceMap source, boolean supplement) {
        this(result, details, source, supplement, false);
    }

    /** A contest that says everything itself. */
    public SubmittedContest(ContestResult result, DeclarationDetails details, SourceMap source) {
        this(result, details, source, false);
    }

    /** The same with another result. */
    public SubmittedContest withResult(ContestResult other) {
        return new SubmittedContest(other, details, source, supplement, collected);
    }

    /** The same from a file in which others than councils collect results. */
    public SubmittedContest asCollected() {
        return new SubmittedContest(result, details, source, supplement, true);
    }
}
