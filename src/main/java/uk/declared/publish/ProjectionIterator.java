package uk.declared.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import uk.declared.record.Entry;
import uk.declared.record.RecordReader;
import uk.declared.store.StoreChange;

/** The changes of one entry of the record after another, so that a rebuild holds no more than one in memory. */
final class ProjectionIterator implements Iterator<StoreChange> {
    private final RecordReader entries;
    private final Projection projection;
    private final Deque<StoreChange> waiting = new ArrayDeque<>();

    ProjectionIterator(RecordReader entries, Projection projection) {
        this.entries = entries;
        this.projection = projection;
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty() && entries.hasNext()) {
            if (entries.next().content() instanceof Entry.Declared declared) {
                waiting.addAll(projection.of(declared.declaration()));
            }
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
