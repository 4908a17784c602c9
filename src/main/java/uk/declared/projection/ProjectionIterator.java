package uk.declared.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import uk.declared.record.Entry;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordedImport;
import uk.declared.store.StoreChange;

/**
 * The changes of one entry of the record after another, so that a rebuild holds no more than one in memory; and after all
 * of them, once for each council that they speak of, what follows for its seats.
 */
final class ProjectionIterator implements Iterator<StoreChange> {
    private final RecordReader entries;
    private final Projection projection;
    private final ReleaseProjection releases;
    private final SeatProjection seats;
    private final Consumer<Entry> begun;
    private boolean derived;
    private final Deque<StoreChange> waiting = new ArrayDeque<>();

    ProjectionIterator(RecordReader entries, Projection projection, ReleaseProjection releases, SeatProjection seats) {
        this(entries, projection, releases, seats, entry -> {});
    }

    /** @param begun is told of each entry when all changes of the one before have been taken */
    ProjectionIterator(
            RecordReader entries,
            Projection projection,
            ReleaseProjection releases,
            SeatProjection seats,
            Consumer<Entry> begun) {
        this.begun = begun;
        this.entries = entries;
        this.projection = projection;
        this.releases = releases;
        this.seats = seats;
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty() && entries.hasNext()) {
            Entry entry = entries.next();
            begun.accept(entry);
            seats.note(entry);
            if (entry.content() instanceof Entry.Declared declared) {
                waiting.addAll(projection.of(declared.declaration()));
            } else if (entry.content() instanceof Entry.Imported imported) {
                waiting.addAll(releases.of(new RecordedImport(entry.sequence(), imported.release())));
            }
        }
        if (waiting.isEmpty() && !derived) {
            derived = true;
            waiting.addAll(seats.changes());
        }
        return !waiting.isEmpty();
    }

    @Override
    public StoreChange next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.remove();
    }
}
