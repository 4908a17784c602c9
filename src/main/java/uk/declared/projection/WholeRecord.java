package uk.declared.projection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordedImport;
import uk.declared.store.StoreChange;

/**
 * What a store holds that is made from the whole record, in two parts:
 *
 * <ol>
 *   <li>what depends on one declaration alone, as quads in no particular order, for a bulk loader: the graphs of the contests' last
 *       versions, what is said of these graphs, and of every declaration; superseded graphs are never written,
 *   <li>what depends on what stands there before (names of shared things, reference data, seats), as changes, in order.
 * </ol>
 */
final class WholeRecord {
    private final RecordLog record;
    private final Projection projection;
    private final ReleaseProjection releases;
    private final SeatProjection seats;
    private final Deque<Object> rest = new ArrayDeque<>();
    private final Map<String, Set<Triple>> described = new HashMap<>();

    WholeRecord(RecordLog record, Projection projection, ReleaseProjection releases, SeatProjection seats) {
        this.record = record;
        this.projection = projection;
        this.releases = releases;
        this.seats = seats;
    }

    /** The first part, reading the record once; what belongs to the second is kept. */
    void quads(RecordReader entries, Consumer<Quad> consumer) {
        while (entries.hasNext()) {
            Entry entry = entries.next();
            seats.note(entry);
            if (entry.content() instanceof Entry.Declared declared) {
                take(declared.declaration(), entry.sequence(), consumer);
            } else if (entry.content() instanceof Entry.Imported imported) {
                rest.add(new RecordedImport(entry.sequence(), imported.release()));
                // A name that was given before may be another one after a release.
                described.clear();
            }
        }
        described.clear();
    }

    private void take(DeclarationEntry entry, long sequence, Consumer<Quad> consumer) {
        boolean last = record.latest(entry.contest())
                .filter(latest -> latest.sequence() == sequence)
                .isPresent();
        for (StoreChange change : projection.of(entry)) {
            if (change instanceof StoreChange.Add added) {
                write(added.graph(), added.triples(), consumer);
            } else if (change instanceof StoreChange.Replace replace) {
                if (last) {
                    write(replace.graph(), replace.triples(), consumer);
                }
            } else if (change instanceof StoreChange.Restate restate) {
                if (last) {
                    write(restate.graph(), restate.triples(), consumer);
                }
            } else if (change instanceof StoreChange.Describe describe) {
                describe(describe);
            } else {
                rest.add(change);
            }
        }
    }

    private static void write(String graph, Collection<Triple> triples, Consumer<Quad> consumer) {
        Node name = NodeFactory.createURI(graph);
        triples.forEach(triple -> consumer.accept(new Quad(name, triple)));
    }

    /** What was said already has no effect when it is said again. */
    private void describe(StoreChange.Describe describe) {
        Set<Triple> known = described.computeIfAbsent(describe.graph(), missing -> new HashSet<>());
        List<Triple> anew = describe.triples().stream().filter(known::add).toList();
        if (!anew.isEmpty()) {
            rest.add(new StoreChange.Describe(describe.graph(), anew));
        }
    }

    /** The second part. */
    Iterator<StoreChange> rest() {
        return new Iterator<>() {
            private final Deque<StoreChange> waiting = new ArrayDeque<>();
            private boolean derived;

            @Override
            public boolean hasNext() {
                while (waiting.isEmpty() && !rest.isEmpty()) {
                    Object next = rest.remove();
                    if (next instanceof RecordedImport imported) {
                        waiting.addAll(releases.of(imported));
                    } else {
                        waiting.add((StoreChange) next);
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
        };
    }
}
