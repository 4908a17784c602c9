package uk.declared.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/** A successor in the making. */
final class MadeBeside implements Successor {
    private final Connection connection;
    private final Path folder;
    private final EmbeddedStore store;
    private boolean finished;

    private MadeBeside(Connection connection, Path folder, EmbeddedStore store) {
        this.connection = connection;
        this.folder = folder;
        this.store = store;
    }

    /** Begins a successor that holds some quads. */
    static MadeBeside of(Connection connection, Consumer<Consumer<Quad>> quads) {
        try {
            Path folder = new StoreFiles(connection.container()).unfinished();
            BulkLoad.into(folder, connection.container(), quads);
            return new MadeBeside(connection, folder, EmbeddedStore.unfinished(folder, connection.container()));
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
            StoreFiles.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
