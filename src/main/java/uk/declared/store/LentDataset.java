package uk.declared.store;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;

/**
 * A data set that is lent for reading. After it was given back it can be used no more, so that nobody keeps one: after a write
 * that failed there is another, and the one before is shut.
 */
final class LentDataset extends DatasetGraphReadOnly {
    private volatile boolean givenBack;

    LentDataset(DatasetGraph dataset) {
        super(dataset);
    }

    void giveBack() {
        givenBack = true;
    }

    /** @throws IllegalStateException after it was given back */
    @Override
    protected DatasetGraph get() {
        if (givenBack) {
            throw new IllegalStateException("A data set that was lent is used after it was given back.");
        }
        return super.get();
    }
}
