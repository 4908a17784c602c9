package uk.declared.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;
import uk.declared.linkeddata.Uris;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.Latest;
import uk.declared.record.RecordLog;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;

/** The results that stand by now. */
public final class CurrentResults {
    private final Uris uris;
    private final RecordLog record;
    private final Store store;

    public CurrentResults(Uris uris, RecordLog record, Store store) {
        this.uris = uris;
        this.record = record;
        this.store = store;
    }

    /** What is published by now: from the record where the store is not so far yet, or does not answer. */
    public List<Triple> of(BallotId contest) {
        Optional<Latest> latest = record.latest(contest);
        if (latest.isEmpty()) {
            return List.of();
        }
        long sequence = latest.get().sequence();
        try {
            return store.applied().sequence() >= sequence
                    ? store.graph(uris.contestGraph(contest).getURI()).stream().toList()
                    : recorded(sequence);
        } catch (StoreUnavailableException e) {
            return recorded(sequence);
        }
    }

    private List<Triple> recorded(long sequence) {
        try {
            DeclarationEntry entry = ((Entry.Declared) record.entry(sequence).content()).declaration();
            return new Projection(uris).result(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
