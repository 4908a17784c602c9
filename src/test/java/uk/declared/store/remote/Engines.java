package uk.declared.store.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Store;
import uk.declared.store.Stores;

/** The engines that tests may be run over, by name: {@code own}, {@code fuseki}, {@code rdf4j}. */
public final class Engines {
    public static final String OWN = "own";

    private Engines() {}

    /** Stores, and what is to be closed after them. */
    public record Running(Stores stores, AutoCloseable engine) implements AutoCloseable {
        /** An empty store that leaves no files. */
        public Store store() {
            try {
                return stores.equals(Stores.EMBEDDED) ? EmbeddedStore.inMemory() : stores.open(Path.of("unused"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                engine.close();
            } catch (Exception e) {
                throw new IllegalStateException("The engine does not end", e);
            }
        }
    }

    /** Starts the engine that was chosen. */
    public static Running start() {
        try {
            return start(chosen());
        } catch (Exception e) {
            throw new IllegalStateException("The engine does not start", e);
        }
    }

    /** The engine that {@code -Dtest.store=…} names; our own where it names none. */
    public static String chosen() {
        return System.getProperty("test.store", OWN);
    }

    /** Starts an engine with an empty store. */
    public static Running start(String name) throws Exception {
        return switch (name) {
            case OWN -> new Running(Stores.EMBEDDED, () -> {});
            case "fuseki" -> running(EngineProcess::fuseki);
            case "rdf4j" -> running(EngineProcess::rdf4jInMemory);
            default -> throw new IllegalArgumentException("There is no engine " + name);
        };
    }

    /** Starts an engine in a folder. */
    private interface Starter {
        EngineProcess start(Path folder) throws Exception;
    }

    private static Running running(Starter starter) throws Exception {
        Path folder = Files.createTempDirectory("declared-engine-");
        EngineProcess engine = starter.start(folder);
        return new Running(new RemoteStores(engine.address()), () -> {
            engine.close();
            FileSystemUtils.deleteRecursively(folder);
        });
    }
}
