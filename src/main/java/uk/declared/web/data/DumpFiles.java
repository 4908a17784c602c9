package uk.declared.web.data;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import uk.declared.dump.Dump;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/** Makes dumps when they are first asked for and keeps them while nothing further is published. */
@Component
final class DumpFiles {
    private final Store store;
    private final Uris uris;
    private final Path folder;
    private volatile Kept kept = new Kept("", new ConcurrentHashMap<>());

    DumpFiles(Store store, Uris uris) throws IOException {
        this.store = store;
        this.uris = uris;
        this.folder = Files.createTempDirectory("declared-dumps-");
    }

    private record Key(DumpSelection selection, DumpFormat format) {}

    private record Kept(String version, Map<Key, Dump> dumps) {}

    /** A dump of the store's current state; those who ask for the same one wait for it together. */
    Dump dump(DumpSelection selection, DumpFormat format, String version) {
        return current(version).dumps().computeIfAbsent(new Key(selection, format), key -> write(key, version));
    }

    private synchronized Kept current(String version) {
        if (!kept.version().equals(version)) {
            // Who is still reading an earlier dump goes on reading it: an open file stays until it is closed.
            kept.dumps().values().forEach(DumpFiles::delete);
            kept = new Kept(version, new ConcurrentHashMap<>());
        }
        return kept;
    }

    private Dump write(Key key, String version) {
        String name = key.selection().name() + "-" + Integer.toHexString(version.hashCode()) + "."
                + key.format().suffix() + ".gz";
        try {
            return Dump.write(store, uris, key.selection(), key.format(), folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Dump dump) {
        try {
            Files.deleteIfExists(dump.file());
        } catch (IOException e) {
            // Systems that hold open files on to their names delete it with the folder, at the end.
            return;
        }
    }

    @PreDestroy
    void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
