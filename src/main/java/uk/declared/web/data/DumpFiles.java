package uk.declared.web.data;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import uk.declared.dump.Dump;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.kept.Beside;

/** Makes dumps when they are first asked for and keeps them while nothing further is published. */
@Component
final class DumpFiles implements Beside {
    /** So many triples are dumped within seconds. */
    private static final long PREPARED = 500_000;

    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "dumps");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });
    private final Store store;
    private final Uris uris;
    private final Path folder;
    private String prepared = "";
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

    /** How many dumps are made of the state that was dumped last. */
    int made() {
        return kept.dumps().size();
    }

    /** The catalogue says of each dump how large it is once it is made. */
    @Override
    public boolean concerns(String path) {
        return path.startsWith("/data");
    }

    @Override
    public String state() {
        Kept now = kept;
        return now.version() + " " + now.dumps().size();
    }

    /** A dump of the store's current state, where it is made already. */
    Optional<Dump> made(String name, DumpFormat format) {
        Kept now = kept;
        return now.version().equals(store.version())
                ? DumpSelection.parse(name).map(selection -> now.dumps().get(new Key(selection, format)))
                : Optional.empty();
    }

    /**
     * Makes dumps by and by, so that their sizes and checksums are known before anybody asks for them. What is large waits until
     * it is asked for.
     *
     * @param triples how many there are in all
     */
    synchronized void prepare(List<DumpSelection> selections, long triples, String version) {
        if (triples > PREPARED || prepared.equals(version)) {
            return;
        }
        prepared = version;
        background.execute(() -> selections.stream()
                .takeWhile(selection -> store.version().equals(version))
                .forEach(selection -> {
                    for (DumpFormat format : DumpFormat.values()) {
                        dump(selection, format, version);
                    }
                }));
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
        background.shutdownNow();
        try {
            if (!background.awaitTermination(30, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
