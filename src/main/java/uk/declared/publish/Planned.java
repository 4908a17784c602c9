package uk.declared.publish;

import uk.declared.record.WaitingEntries;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * A submission that was read, mapped and checked, and waits to be appended. What was worked out is kept, in a file where it
 * is large; to be closed after use.
 */
public final class Planned implements AutoCloseable {
    private final Submission submission;
    private final ReadOptions options;
    private final Terms terms;
    private final Looked looked;
    private final Plan plan;
    private final WaitingEntries entries;

    Planned(Submission submission, ReadOptions options, Terms terms, Looked looked, Plan plan, WaitingEntries entries) {
        this.submission = submission;
        this.options = options;
        this.terms = terms;
        this.looked = looked;
        this.plan = plan;
        this.entries = entries;
    }

    /** What was sent. */
    public Submission submission() {
        return submission;
    }

    ReadOptions options() {
        return options;
    }

    Terms terms() {
        return terms;
    }

    /** Whether what it was compared with is still what it was. */
    boolean stillHolds() {
        return looked.stillHolds();
    }

    Plan plan() {
        return plan;
    }

    WaitingEntries entries() {
        return entries;
    }

    @Override
    public void close() {
        entries.close();
    }
}
