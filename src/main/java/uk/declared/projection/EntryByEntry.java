package uk.declared.projection;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.rdfpatch.RDFChanges;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.Uris;
import uk.declared.record.Entry;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;

/**
 * Applies the record to a store entry by entry and tells what each of them changes there, quad by quad. What follows from
 * several entries, which is seats, is told with the last of them. What was taken out of an entry that the store has already stays
 * there.
 */
public final class EntryByEntry {
    private final Uris uris;
    private final RecordLog record;
    private final KeptSubmissions kept;

    public EntryByEntry(Uris uris, RecordLog record, KeptSubmissions kept) {
        this.uris = uris;
        this.record = record;
        this.kept = kept;
    }

    /**
     * Applies what follows the store's position up to another entry, in one transaction. The vocabulary comes with the first entry,
     * where the store has none or another version of it.
     *
     * @param begun is told of each entry and its line when all that the one before changes was told
     * @param changes is told of each quad
     * @param ended runs before the transaction is committed; what it throws undoes all
     * @throws IllegalStateException where a file that reference data was imported from is gone
     */
    public void apply(
            EmbeddedStore store, Head upTo, BiConsumer<Entry, String> begun, RDFChanges changes, Runnable ended)
            throws IOException {
        Position from = store.applied();
        ReleaseProjection releases = new ReleaseProjection(uris, record, kept);
        record.imports().stream()
                .filter(each -> each.sequence() > from.sequence() && each.sequence() <= upTo.sequence())
                .forEach(each -> releases.check(each.entry()));
        try (RecordReader entries = record.readBetween(from.sequence(), upTo.sequence())) {
            store.apply(
                    all(store, entries, releases, begun), new Position(upTo.sequence(), upTo.hash()), changes, ended);
        }
    }

    /** The vocabulary with the first entry, then what each of them changes. */
    private Iterator<StoreChange> all(
            EmbeddedStore store, RecordReader entries, ReleaseProjection releases, BiConsumer<Entry, String> begun) {
        Iterator<StoreChange> changes = new ProjectionIterator(
                entries,
                new Projection(uris),
                releases,
                new SeatProjection(uris, record),
                entry -> begun.accept(entry, entries.latestLine()));
        // Whoever asks whether there is a change has been told of the first entry.
        return changes.hasNext()
                ? Iter.concat(VocabularyGraph.changes(store, uris).stream().iterator(), changes)
                : changes;
    }
}
