package uk.declared.store.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import uk.declared.store.Stores;

/** The engines that tests may be run over, by name: {@code own}, {@code fuseki}, {@code rdf4j}. */
public final class Engines {
    public static final String OWN = "own";

    private Engines() {}

    /** Stores, and what is to be closed after them. */
    public record Running(Stores stores, AutoCloseable engine) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            engine.close();
        }
    }

    /** The engine that {@code -Ddeclared.test.store=…} names; our own where it names none. */
    public static String chosen() {
        return System.getProperty("declared.test.store", OWN);
    }

    /** Starts an engine with an empty store. */
    public static Running start(String name) throws Exception {
        return switch (name) {
            case OWN -> new Running(Stores.EMBEDDED, () -> {});
            case "fuseki" -> fuseki();
            case "rdf4j" -> {
                Rdf4jServer server = Rdf4jServer.start();
                yield new Running(new RemoteStores(server.address()), server);
            }
            default -> throw new IllegalArgumentException("There is no engine " + name);
        };
    }

    private static Running fuseki() throws Exception {
        Path folder = Files.createTempDirectory("declared-fuseki-");
        FusekiProcess fuseki = FusekiProcess.start(folder);
        return new Running(new RemoteStores(fuseki.address()), () -> {
            fuseki.close();
            FileSystemUtils.deleteRecursively(folder);
        });
    }
}
