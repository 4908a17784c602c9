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
        return make(connection, (making, whole) -> {
            Path loose = Files.createDirectories(making.resolve("loose"));
            BulkLoad.into(loose, connection.container(), quads);
            PackedIndexes.complete(loose, whole, connection.container());
            FileUtils.deleteDirectory(loose.toFile());
        });
    }

    /**
     * Begins a successor with the nodes and quads of a database.
     *
     * @param from in a transaction
     */
    static MadeBeside copy(Connection connection, DatasetGraph from, Runnable step) {
        return make(connection, (making, whole) -> {
            PackedIndexes.copy(from, whole, connection.container(), step);
            Ordering.copy(connection.folder(), whole);
        });
    }

    /** Fills a folder within the one of all that is in the making. */
    @FunctionalInterface
    private interface Filling {
        void fill(Path making, Path whole) throws IOException;
    }

    private static MadeBeside make(Connection connection, Filling filling) {
        try {
            Path making = new StoreFiles(connection.container()).unfinished();
            try {
                Path whole = Files.createDirectories(making.resolve("whole"));
                filling.fill(making, whole);
                return new MadeBeside(connection, making, whole);
            } catch (IOException | RuntimeException | Error e) {
                // On a full disk the room is wanted by others.
                FileUtils.deleteQuietly(making.toFile());
                throw e;
            }
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
        FileUtils.deleteQuietly(making.toFile());
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
