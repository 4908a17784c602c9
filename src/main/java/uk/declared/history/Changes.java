package uk.declared.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import uk.declared.election.BallotId;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordedVersion;
import uk.declared.record.Stretch;

/**
 * What was declared, corrected, withdrawn and redacted, in the order in which it was. Whatever tells others reads the record
 * here, from the position that it has come to: webhooks, events, the event stream, the board.
 */
public final class Changes {
    /** So many of the last stretches can be asked for by who was away. */
    private static final int RECENT = 50;

    private final RecordLog record;

    public Changes(RecordLog record) {
        this.record = record;
    }

    /** One thing that happened to a contest. */
    public sealed interface Change {}

    /** A version was declared. */
    public record Declared(History.Version version) implements Change {
        /** The number of its entry in the record. */
        public long sequence() {
            return version.of().sequence();
        }

        /** The contest that it is of. */
        public BallotId contest() {
            return version.declaration().contest();
        }
    }

    /**
     * The content of an earlier version was taken out for a person's sake.
     *
     * @param sequence the number of the entry that says so
     * @param version the number of the version that it was taken from
     */
    public record Redacted(long sequence, BallotId contest, int version, Entry.Redaction redaction) implements Change {}

    /**
     * Reads what followed a position of the record, in order, each as it comes.
     *
     * @param upTo the position of the last that is read
     * @param wantsMore takes each, and says whether to go on
     */
    public void read(long after, long upTo, Predicate<Change> wantsMore) {
        if (upTo <= after) {
            return;
        }
        try (RecordReader entries = record.readBetween(after, upTo)) {
            boolean more = true;
            while (more && entries.hasNext()) {
                Entry entry = entries.next();
                if (entry.content() instanceof Entry.Declared declared) {
                    more = wantsMore.test(new Declared(version(entry, declared)));
                } else if (entry.content() instanceof Entry.Redaction redaction) {
                    more = wantsMore.test(redacted(entry.sequence(), redaction));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the declarations at some positions of the record, in order, each as it comes. What stands between them is passed over.
     *
     * @param positions of declarations, as {@link History#on} has them
     */
    public void declarations(SortedSet<Long> positions, Consumer<History.Version> reader) {
        if (positions.isEmpty()) {
            return;
        }
        try (RecordReader entries = record.readBetween(positions.first() - 1, positions.last())) {
            for (long position : positions) {
                entries.skipTo(position);
                Entry entry = entries.next();
                reader.accept(version(entry, (Entry.Declared) entry.content()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The declarations that follow a position of the record, in order.
     *
     * @param most how many at most
     */
    public List<Declared> declarations(long after, int most) {
        List<Declared> found = new ArrayList<>();
        read(after, position(), change -> {
            if (change instanceof Declared declared) {
                found.add(declared);
            }
            return found.size() < most;
        });
        return found;
    }

    static History.Version version(Entry entry, Entry.Declared declared) {
        DeclarationEntry of = declared.declaration();
        RecordedVersion version = new RecordedVersion(of.version(), entry.sequence(), of.status(), of.time());
        return new History.Version(version, entry.hash(), declared.redacted(), of);
    }

    private Redacted redacted(long sequence, Entry.Redaction redaction) throws IOException {
        DeclarationEntry of = ((Entry.Declared) record.entry(redaction.entry()).content()).declaration();
        return new Redacted(sequence, of.contest(), of.version(), redaction);
    }

    /** The position of the record's last entry. */
    public long position() {
        return record.head().sequence();
    }

    /** The position that some thousands of changes follow, or all; who was away for longer is told so, and not what it missed. */
    public long recent() {
        List<Stretch> all = stretches();
        return all.size() <= RECENT + 1 ? 0 : all.get(all.size() - RECENT - 1).first() - 1;
    }

    /** The stretches that all changes are cut into, in order; all but the last are full. */
    public List<Stretch> stretches() {
        return record.stretches();
    }
}
