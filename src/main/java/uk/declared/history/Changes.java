package uk.declared.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import uk.declared.election.BallotId;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordedDeclaration;
import uk.declared.record.Stretch;

/** What was declared, corrected, withdrawn and redacted, in the order in which it was, read from the record a stretch at a time. */
public final class Changes {
    private final RecordLog record;

    public Changes(RecordLog record) {
        this.record = record;
    }

    /** One thing that happened to a contest. */
    public sealed interface Change {}

    /**
     * A version was declared.
     *
     * @param sequence the number of its entry in the record
     * @param redacted whether its content was taken out since, for a person's sake
     */
    public record Declared(long sequence, DeclarationEntry declaration, boolean redacted) implements Change {}

    /**
     * The content of an earlier version was taken out for a person's sake.
     *
     * @param sequence the number of the entry that says so
     * @param version the number of the version that it was taken from
     */
    public record Redacted(long sequence, BallotId contest, int version, Entry.Redaction redaction) implements Change {}

    /** The stretches that all changes are cut into, in order; all but the last are full. */
    public List<Stretch> stretches() {
        return record.stretches();
    }

    /** Reads the changes of one stretch, each as it comes. */
    public void read(Stretch stretch, Consumer<Change> reader) {
        try (RecordReader entries = record.readAfter(stretch.first() - 1)) {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                if (entry.sequence() > stretch.last()) {
                    return;
                }
                if (entry.content() instanceof Entry.Declared declared) {
                    reader.accept(new Declared(entry.sequence(), declared.declaration(), declared.redacted()));
                } else if (entry.content() instanceof Entry.Redaction redaction) {
                    reader.accept(redacted(entry.sequence(), redaction));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Redacted redacted(long sequence, Entry.Redaction redaction) throws IOException {
        DeclarationEntry of = ((Entry.Declared) record.entry(redaction.entry()).content()).declaration();
        return new Redacted(sequence, of.contest(), of.version(), redaction);
    }

    /** Those of the last few thousand declarations that follow a position of the record, in order. */
    public List<RecordedDeclaration> recentAfter(long sequence) {
        return record.recentAfter(sequence);
    }

    /** The position after which {@link #recentAfter} knows every declaration. */
    public long recentSince() {
        return record.recentSince();
    }
}
