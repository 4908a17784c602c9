package uk.declared.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.params.StoreParamsCodec;
import org.apache.jena.tdb2.params.StoreParamsFactory;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;

/**
 * One TDB2 database, opened. Of six orders that quads can be indexed in, it has the four that queries over the union of all graphs and
 * over one graph as a whole need (docs/decisions/0058).
 */
final class Generation {
    static final List<String> QUAD_INDEXES = List.of("GSPO", "SPOG", "POSG", "OSPG");

    /** Nodes that are held in memory, some 300 bytes each; TDB2's own choice is twice as many. */
    private static final int NODES_BY_ID = 400_000;

    private static final int NODES_BY_VALUE = 150_000;

    static {
        JenaSystem.init();
    }

    private final Location location;
    private final Ordering ordering;
    private final DatasetGraphTDB storage;
    private final DatasetGraph dataset;
    private int users;
    private boolean retired;

    private Generation(Location location, Ordering ordering, DatasetGraphTDB storage) {
        this.location = location;
        this.ordering = ordering;
        this.storage = storage;
        this.dataset = new DatasetGraphSwitchable(null, location, storage);
        dataset.getContext().setTrue(TDB2.symUnionDefaultGraph);
        // ARQ would take patterns apart around a filter before they are put in order: the one it is about came first
        // then.
        dataset.getContext().setFalse(ARQ.optFilterPlacementBGP);
        dataset.getContext().set(ARQConstants.sysOptimizerFactory, CountedRows.BEFORE_ALL_ELSE);
        ordering.by(storage);
    }

    /**
     * Opens the database in a folder, or begins one there.
     *
     * @param container the folder above it, which may say how it was made
     * @throws StoreInUseException where another process holds it
     */
    static Generation open(Path folder, Path container) {
        try {
            Files.createDirectories(folder);
            Location location = Location.create(folder);
            TornJournal.mend(location);
            StoreParams wanted = params();
            boolean begun = isEmpty(folder);
            StoreParams params = StoreParamsFactory.decideStoreParams(
                    null,
                    begun,
                    wanted,
                    StoreParamsCodec.read(Location.create(container)),
                    StoreParamsCodec.read(location),
                    StoreParams.getDftStoreParams());
            if (begun) {
                StoreParamsCodec.write(location, params);
            }
            return open(location, params, new Ordering());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DBOpEnvException e) {
            if (String.valueOf(e.getMessage()).contains("Failed to get a lock")) {
                throw new StoreInUseException(folder.toString(), e);
            }
            throw e;
        }
    }

    /** A database that is gone with the process. */
    static Generation inMemory() {
        return open(Location.mem(), StoreParams.getDftMemStoreParams(), new Ordering());
    }

    private static Generation open(Location location, StoreParams params, Ordering ordering) {
        return new Generation(
                location,
                ordering,
                StoreConnection.connectCreate(location, params, ordering).getDatasetGraphTDB());
    }

    private static StoreParams params() {
        return StoreParamsBuilder.create("declared", StoreParams.getDftStoreParams())
                .quadIndexes(QUAD_INDEXES.toArray(String[]::new))
                .nodeId2NodeCacheSize(NODES_BY_ID)
                .node2NodeIdCacheSize(NODES_BY_VALUE)
                .build();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /** What TDB2's loaders work on. */
    DatasetGraphTDB storage() {
        return storage;
    }

    Ordering ordering() {
        return ordering;
    }

    boolean isInMemory() {
        return location.isMem();
    }

    Path folder() {
        return Path.of(location.getDirectoryPath());
    }

    /** Whether it could be taken for use; a retired one cannot. */
    synchronized boolean take() {
        if (retired) {
            return false;
        }
        users++;
        return true;
    }

    synchronized void release() {
        users--;
        notifyAll();
    }

    /** Lets nobody begin to use it any more, and waits for those who do. */
    synchronized void retire() throws InterruptedException {
        retired = true;
        while (users > 0) {
            wait();
        }
    }

    /** Lets go of the files. */
    void close() {
        if (!isInMemory()) {
            StoreConnection.internalExpel(location, true);
        }
    }
}
