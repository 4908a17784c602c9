package uk.declared.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** A successor in the making. */
final class MadeBeside implements Successor {
    private final Connection connection;
    private final Path making;
    private Path folder;
    private EmbeddedStore store;
    private boolean finished;

    private MadeBeside(Connection connection, Path making, Path folder) {
        this.connection = connection;
        this.making = making;
        this.folder = folder;
        this.store = EmbeddedStore.unfinished(folder, connection.container());
    }

    /** Begins a successor that holds some quads. */
    static MadeBeside of(Connection connection, Consumer<Consumer<Quad>> quads) {
        try {
            Path making = new StoreFiles(connection.container()).unfinished();
            Path loose = Files.createDirectories(making.resolve("loose"));
            BulkLoad.into(loose, connection.container(), quads);
            Path whole = Files.createDirectories(making.resolve("whole"));
            PackedIndexes.complete(loose, whole, connection.container());
            FileUtils.deleteDirectory(loose.toFile());
            return new MadeBeside(connection, making, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins a successor with the nodes and quads of a database.
     *
     * @param from in a transaction
     */
    static MadeBeside copy(Connection connection, DatasetGraph from, Runnable step) {
        try {
            Path making = new StoreFiles(connection.container()).unfinished();
            Path whole = Files.createDirectories(making.resolve("whole"));
            PackedIndexes.copy(from, whole, connection.container(), step);
            Ordering.copy(connection.folder(), whole);
            return new MadeBeside(connection, making, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void pack() {
        try {
            store.close();
            Path packed = Files.createDirectories(making.resolve("packed"));
            PackedIndexes.write(folder, packed, connection.container());
            FileUtils.deleteDirectory(folder.toFile());
            folder = packed;
            store = EmbeddedStore.unfinished(packed, connection.container());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public EmbeddedStore store() {
        return store;
    }

    @Override
    public void takeOver() {
        store.close();
        finished = true;
        connection.replaceBy(folder);
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        store.close();
        try {
            FileUtils.deleteDirectory(making.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
