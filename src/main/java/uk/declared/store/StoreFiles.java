package uk.declared.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * The folders that a store in a folder consists of: {@code Data-0001} and so on, the highest of which is in use, so that TDB2's own tools
 * find it; and {@code successor}, where the next one is made, in a folder of its own, until it is whole and gets its name in one step. What a crash leaves beside
 * the highest goes when the store is opened next.
 */
final class StoreFiles {
    private static final Pattern DATA = Pattern.compile("Data-(\\d{4,})");
    private static final String UNFINISHED = "successor";

    private final Path folder;

    StoreFiles(Path folder) {
        this.folder = folder;
    }

    /** The folder in use; absent where there is none yet. */
    Optional<Path> current() throws IOException {
        return all().stream().max(Comparator.comparing(StoreFiles::number));
    }

    /** The folder of a store that is begun. */
    Path first() {
        return folder.resolve("Data-0001");
    }

    /** An empty folder for what is not whole yet. */
    Path unfinished() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder.resolve(UNFINISHED)), "");
    }

    /** Moves the folder in use elsewhere, and makes an empty one of the next number in its place. */
    void setAside(Path elsewhere) throws IOException {
        Optional<Path> damaged = current();
        int next = damaged.map(StoreFiles::number).orElse(0) + 1;
        if (damaged.isPresent()) {
            Files.move(damaged.get(), elsewhere, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.createDirectories(folder.resolve(String.format("Data-%04d", next)));
    }

    /** Gives what is whole now its name, by which it takes the place of what is in use. */
    Path adopt(Path finished) throws IOException {
        int next = current().map(StoreFiles::number).orElse(0) + 1;
        Path name = folder.resolve(String.format("Data-%04d", next));
        return Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes all but the folder in use. */
    void clean() throws IOException {
        FileUtils.deleteDirectory(folder.resolve(UNFINISHED).toFile());
        Optional<Path> current = current();
        for (Path each : all()) {
            if (!each.equals(current.orElse(each))) {
                FileUtils.deleteDirectory(each.toFile());
            }
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> DATA.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static int number(Path data) {
        Matcher name = DATA.matcher(data.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** The length of all files of a folder, in bytes. */
    static long bytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
