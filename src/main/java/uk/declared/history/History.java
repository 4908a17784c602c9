package uk.declared.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.election.Rights;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.projection.GraphSources;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordLog;
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
            return Changes.version(entry, (Entry.Declared) entry.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that happened, in the order in which it did. */
    public Changes changes() {
        return new Changes(record);
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

    /** Whether reference data came after one position of the record, up to another. */
    public boolean importedBetween(long after, long upTo) {
        return record.imports().stream().anyMatch(each -> each.sequence() > after && each.sequence() <= upTo);
    }
}
