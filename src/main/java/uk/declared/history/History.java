package uk.declared.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.projection.GraphSources;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordedVersion;

/** What was declared of each contest at every time, read from the record. */
public final class History {
    private final RecordLog record;

    public History(RecordLog record) {
        this.record = record;
    }

    /**
     * One version with its content.
     *
     * @param entryHash the hash of its entry in the record
     * @param redacted whether its content was taken out for a person's sake
     * @param declaration what the record keeps of it
     */
    public record Version(RecordedVersion of, String entryHash, boolean redacted, DeclarationEntry declaration) {
        /** The statements of the result; none where it was withdrawn or redacted. */
        public List<Triple> result() {
            return CanonicalTriples.read(declaration.result());
        }

        /** The descriptions of what the contest shares with others, as they were then. */
        public List<Triple> shared() {
            return declaration.shared().values().stream()
                    .flatMap(text -> CanonicalTriples.read(text).stream())
                    .toList();
        }

        /** Under which licence it may be used. */
        public Rights rights() {
            return GraphSources.of(declaration, CanonicalTriples.read(declaration.declaration()));
        }

        /** Whether there is a result to be read. */
        public boolean hasResult() {
            return !declaration.result().isEmpty();
        }
    }

    /** Every contest that was ever declared. */
    public Set<BallotId> contests() {
        return record.ids();
    }

    /** The versions of a contest, in order; none where it is not known. */
    public List<RecordedVersion> of(BallotId contest) {
        return record.versions(contest);
    }

    /** One version of a contest. */
    public Optional<Version> of(BallotId contest, int number) {
        return of(contest).stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .map(this::read);
    }

    private Version read(RecordedVersion version) {
        try {
            Entry entry = record.entry(version.sequence());
            Entry.Declared declared = (Entry.Declared) entry.content();
            return new Version(version, entry.hash(), declared.redacted(), declared.declaration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A declaration without its content.
     *
     * @param sequence the position of its entry in the record
     */
    public record Listed(
            long sequence, BallotId contest, int version, DeclarationStatus status, Source source, Instant time) {}

    /**
     * The declarations that follow a position of the record, in order.
     *
     * @param most how many at most
     */
    public List<Listed> after(long sequence, int most) {
        if (record.head().sequence() <= sequence) {
            return List.of();
        }
        List<Listed> found = new ArrayList<>();
        try (RecordReader entries = record.readAfter(sequence)) {
            while (found.size() < most && entries.hasNext()) {
                Entry entry = entries.next();
                if (entry.content() instanceof Entry.Declared declared) {
                    DeclarationEntry of = declared.declaration();
                    found.add(new Listed(
                            entry.sequence(), of.contest(), of.version(), of.status(), of.source(), of.time()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /**
     * Reads the declarations of some contests that follow a position of the record, in order, with their content.
     *
     * @param upTo the position of the last that is read
     */
    public void read(long after, long upTo, Predicate<BallotId> wanted, Consumer<Version> reader) {
        if (upTo <= after) {
            return;
        }
        try (RecordReader entries = record.readAfter(after)) {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                if (entry.sequence() > upTo) {
                    return;
                }
                if (entry.content() instanceof Entry.Declared declared
                        && wanted.test(declared.declaration().contest())) {
                    DeclarationEntry of = declared.declaration();
                    RecordedVersion version =
                            new RecordedVersion(of.version(), entry.sequence(), of.status(), of.time());
                    reader.accept(new Version(version, entry.hash(), declared.redacted(), of));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The positions of all declarations of the contests of a polling day, in order. */
    public SortedSet<Long> on(LocalDate day) {
        String end = "." + day;
        SortedSet<Long> positions = new TreeSet<>();
        record.ids().stream()
                .filter(contest -> contest.value().endsWith(end))
                .forEach(contest -> record.versions(contest).forEach(version -> positions.add(version.sequence())));
        return positions;
    }

    /** The polling days of all contests that were ever declared, each with how many contests. */
    public SortedMap<LocalDate, Integer> days() {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        record.ids().forEach(contest -> days.merge(contest.pollingDate(), 1, Integer::sum));
        return days;
    }

    /** How many imports of reference data there were. */
    public int imports() {
        return record.imports().size();
    }

    /** The position of the last entry. */
    public long position() {
        return record.head().sequence();
    }
}
