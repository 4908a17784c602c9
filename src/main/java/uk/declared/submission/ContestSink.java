package uk.declared.submission;

import uk.declared.report.Finding;

/** Takes what a reader yields, one contest at a time, so that a file of any size can pass through. */
public interface ContestSink {
    /** A contest that could be read. Findings about it have been given before it. */
    void contest(SubmittedContest contest);

    /**
     * Something to say about the submission. A contest with a violation while reading is not given to {@link #contest}
     * unless all that identifies it could be read.
     */
    void finding(Finding finding);

    /**
     * A contest that could not be identified, or a part of the submission that could not be read. What is wrong with it has
     * been given before it.
     */
    default void unidentified(UnidentifiedContest contest) {}
}
