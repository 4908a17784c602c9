package uk.declared.projection;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
import org.apache.jena.vocabulary.RDFS;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.RecordedImport;
import uk.declared.store.StoreChange;
import uk.declared.store.StoreWriter;

/**
 * What a store holds that is made from the whole record up to an entry, in two parts:
 *
 * <ol>
 *   <li>what depends on declarations alone, as quads in no particular order, for a bulk loader: the graphs of the contests' last
 *       versions, what is said of these graphs, and of every declaration; superseded graphs are never written. And the names of shared things,
 *       as long as no reference data was imported,
 *   <li>what depends on what stands there before (reference data and names after it, seats), as changes, in order.
 * </ol>
 */
final class WholeRecord {
    private final RecordLog record;
    private final Projection projection;
    private final ReleaseProjection releases;
    private final SeatProjection seats;
    private final long upTo;
    private final Deque<Object> rest = new ArrayDeque<>();
    private final Map<String, Set<Triple>> described = new HashMap<>();
    private final Map<Node, List<Node>> labels = new HashMap<>();
    private boolean anyImport;

    /** @param upTo the number of the last entry that counts */
    WholeRecord(RecordLog record, Projection projection, ReleaseProjection releases, SeatProjection seats, long upTo) {
        this.record = record;
        this.projection = projection;
        this.releases = releases;
        this.seats = seats;
        this.upTo = upTo;
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
                anyImport = true;
                described.clear();
                labels.clear();
            }
        }
        described.clear();
        labels.clear();
    }

    private void take(DeclarationEntry entry, long sequence, Consumer<Quad> consumer) {
        boolean last = record.versions(entry.contest()).stream()
                .noneMatch(version -> version.sequence() > sequence && version.sequence() <= upTo);
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
                describe(describe, consumer);
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
    private void describe(StoreChange.Describe describe, Consumer<Quad> consumer) {
        Set<Triple> known = described.computeIfAbsent(describe.graph(), missing -> new HashSet<>());
        List<Triple> anew = describe.triples().stream().filter(known::add).toList();
        if (anew.isEmpty()) {
            return;
        }
        if (anyImport) {
            rest.add(new StoreChange.Describe(describe.graph(), anew));
        } else {
            write(describe.graph(), said(anew, known), consumer);
        }
    }

    /** Nobody else names shared things yet. */
    private List<Triple> said(List<Triple> anew, Set<Triple> known) {
        List<Triple> said = new ArrayList<>();
        for (Triple triple : anew) {
            StoreWriter.described(triple, labels.getOrDefault(triple.getSubject(), List.of()))
                    .filter(each -> each.equals(triple) || known.add(each))
                    .ifPresent(each -> {
                        said.add(each);
                        if (each.predicateMatches(RDFS.Nodes.label)) {
                            labels.computeIfAbsent(each.getSubject(), missing -> new ArrayList<>(1))
                                    .add(each.getObject());
                        }
                    });
        }
        return said;
    }

    /** The second part, but for what is derived. */
    Iterator<StoreChange> rest() {
        return new Iterator<>() {
            private final Deque<StoreChange> waiting = new ArrayDeque<>();

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

    /** What is derived from all that. */
    List<StoreChange.Derive> derivations() {
        return seats.changes();
    }
}
