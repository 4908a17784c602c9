package uk.declared.projection;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.Uris;
import uk.declared.record.Entry;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.record.RecordReader;
import uk.declared.record.Sha256;
import uk.declared.store.Store;
import uk.declared.store.Stores;

/**
 * Compares a store with its record: a second store is made from the record alone, and every graph of one is set against that
 * of the other. There are no blank nodes in either, so that graphs are equal where their triples are.
 */
public final class RecordVerifier {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final Uris uris;
    private final RecordLog record;
    private final KeptSubmissions kept;
    private final Stores stores;
    private final boolean isCopy;

    /**
     * @param stores where the second store is made
     * @param isCopy whether the record is a copy of another one, so that files of declarations may be missing here
     */
    public RecordVerifier(Uris uris, RecordLog record, KeptSubmissions kept, Stores stores, boolean isCopy) {
        this.uris = uris;
        this.record = record;
        this.kept = kept;
        this.stores = stores;
        this.isCopy = isCopy;
    }

    /** How many triples a graph has, and the sum of their hashes, which does not depend on their order. */
    private static final class Digest {
        private long triples;
        private BigInteger sum = BigInteger.ZERO;

        void add(Quad quad) {
            triples++;
            sum = sum.add(new BigInteger(Sha256.of(text(quad.asTriple())), 16)).mod(MODULUS);
        }

        boolean sameAs(Digest other) {
            return triples == other.triples && sum.equals(other.sum);
        }
    }

    /** What is to be said where there is no store to compare: of the record and its files alone. */
    public Verification withoutStore(Verification.NotCompared reason) throws IOException {
        return new Verification(record.head(), Optional.of(reason), 0, 0, 0, missingFiles(), List.of());
    }

    /** Compares a store with the record. */
    public Verification verify(Store store) throws IOException {
        if (store.isOfAnotherProjection()) {
            return withoutStore(Verification.NotCompared.OF_ANOTHER_PROJECTION);
        }
        Path folder = Files.createTempDirectory("declared-verify-");
        try (Store made = stores.open(folder)) {
            Head upTo = comparable(store);
            new StoreUpdater(uris, record, made, new Projection(uris), new ReleaseProjection(uris, record, kept))
                    .catchUp(upTo);
            Map<String, Digest> expected = digests(made);
            Map<String, Digest> found = digests(store);
            List<Verification.Difference> differences = new ArrayList<>();
            Set<String> graphs = new TreeSet<>(expected.keySet());
            graphs.addAll(found.keySet());
            for (String graph : graphs) {
                Digest one = expected.getOrDefault(graph, new Digest());
                if (!one.sameAs(found.getOrDefault(graph, new Digest()))) {
                    differences.add(difference(graph, made.graph(graph), store.graph(graph)));
                }
            }
            long triples =
                    found.values().stream().mapToLong(digest -> digest.triples).sum();
            long behind = record.head().sequence() - upTo.sequence();
            return new Verification(
                    record.head(), Optional.empty(), graphs.size(), triples, behind, missingFiles(), differences);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    /**
     * The entry that the store stands at, where it is one of the record's: a process that was killed leaves entries that the next
     * start applies; all of them where a rebuild was killed. Else the record's head.
     */
    private Head comparable(Store store) throws IOException {
        Head applied = new Head(store.applied().sequence(), store.applied().hash());
        return record.has(applied) ? applied : record.head();
    }

    /** The vocabulary comes with the program and not from the record. */
    private Map<String, Digest> digests(Store of) {
        String vocabulary = uris.data("vocabulary").getURI();
        Map<String, Digest> digests = new TreeMap<>();
        of.quads(
                graph -> !graph.equals(vocabulary) && graph.startsWith(uris.base()),
                quad -> digests.computeIfAbsent(quad.getGraph().getURI(), missing -> new Digest())
                        .add(quad));
        return digests;
    }

    private static Verification.Difference difference(String name, Graph expected, Graph found) {
        return first(found, expected)
                .map(triple -> new Verification.Difference(name, text(triple), true))
                .or(() -> first(expected, found).map(triple -> new Verification.Difference(name, text(triple), false)))
                .orElseThrow();
    }

    private static Optional<Triple> first(Graph of, Graph without) {
        return of.stream().filter(triple -> !without.contains(triple)).min(Comparator.comparing(RecordVerifier::text));
    }

    private static String text(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject()) + " .";
    }

    private List<String> missingFiles() throws IOException {
        Set<String> named = new LinkedHashSet<>();
        Set<String> deleted = new HashSet<>();
        Set<String> reference = new HashSet<>();
        try (RecordReader entries = record.readAfter(0)) {
            while (entries.hasNext()) {
                Entry.Content content = entries.next().content();
                if (content instanceof Entry.Declared declared) {
                    named.add(declared.declaration().submission());
                    deleted.remove(declared.declaration().submission());
                } else if (content instanceof Entry.Imported imported) {
                    named.add(imported.release().file());
                    reference.add(imported.release().file());
                } else if (content instanceof Entry.Redaction redaction) {
                    deleted.add(redaction.file());
                } else if (content instanceof Entry.Deletion deletion) {
                    deleted.add(deletion.file());
                }
            }
        }
        return named.stream()
                .filter(file -> !deleted.contains(file) && !kept.holds(file))
                .filter(file -> !isCopy || reference.contains(file) || Files.exists(kept.path(file)))
                .toList();
    }
}
