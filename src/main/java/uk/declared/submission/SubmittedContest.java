package uk.declared.submission;

import uk.declared.election.ContestResult;
import uk.declared.election.DeclarationDetails;

/** One contest as read from a submission, with the place of every value. */
public record SubmittedContest(ContestResult result, DeclarationDetails details, SourceMap source) {}
