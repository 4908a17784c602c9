package uk.declared.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.io.FileUtils;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.sparql.core.Quad;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.store.Stores;

/**
 * A store that holds a release: made from its file when it is first served, in one transaction, and kept beside it. The deployment
 * itself is not touched, and may be running.
 */
public final class ReleaseStore {
    private static final int QUADS_AT_ONCE = 10_000;

    private ReleaseStore() {}

    /**
     * Opens the store of a release.
     *
     * @throws ReleaseException where there is no such release, or it is not whole
     */
    public static Store open(Releases releases, Release release) throws ReleaseException {
        Position position = new Position(release.entries(), release.head());
        try {
            Store store = Stores.EMBEDDED.open(folder(releases, release));
            try {
                if (!store.applied().equals(position)) {
                    load(releases.file(release, release.file()).orElseThrow(), store, position);
                }
                return store;
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (IOException | RiotException e) {
            throw new ReleaseException("Release " + release.number() + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Throws the store of a release away. */
    static void forget(Releases releases, Release release) throws IOException {
        FileUtils.deleteDirectory(folder(releases, release).toFile());
    }

    private static Path folder(Releases releases, Release release) {
        return releases.folder().resolve("stores").resolve(Integer.toString(release.number()));
    }

    private static void load(Path file, Store store, Position position) {
        IteratorCloseable<Quad> quads = AsyncParser.asyncParseQuads(file.toString());
        try {
            store.apply(new Graphs(quads), position);
        } finally {
            quads.close();
        }
    }

    /** The quads in bundles of one graph each, so that a release of any size can be loaded. */
    private static final class Graphs implements Iterator<StoreChange> {
        private final Iterator<Quad> quads;
        private List<Quad> ahead = new ArrayList<>();

        private Graphs(Iterator<Quad> quads) {
            this.quads = quads;
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty() || quads.hasNext();
        }

        @Override
        public StoreChange next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Quad first = ahead.isEmpty() ? quads.next() : ahead.remove(0);
            Node graph = first.getGraph();
            List<Triple> triples = new ArrayList<>();
            triples.add(first.asTriple());
            while (triples.size() < QUADS_AT_ONCE && quads.hasNext()) {
                Quad quad = quads.next();
                if (!quad.getGraph().equals(graph)) {
                    ahead = new ArrayList<>(List.of(quad));
                    break;
                }
                triples.add(quad.asTriple());
            }
            return new StoreChange.Add(graph.getURI(), triples);
        }
    }
}
