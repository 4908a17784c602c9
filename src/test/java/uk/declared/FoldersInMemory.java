package uk.declared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where the folders of tests lie: in memory where the system has a place for that ({@code /dev/shm} on Linux) with space enough.
 * A store that is made waits for the disk some thirty times, which is most of the time of a small test, and no test asks how long
 * a disk takes. {@code -Dtest.folders=disk} leaves them where temporary files lie. {@code junit-platform.properties} names this
 * class for {@code @TempDir}.
 */
public final class FoldersInMemory implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "declared-tests-";

    /** Bytes that are to be free, of which the tests hold a small part at a time. */
    private static final long ENOUGH = 2L << 30;

    /** Absent where folders lie on the disk. */
    private static final @Nullable Path PLACE = place();

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return create("junit-");
    }

    /** Makes an empty folder. Whoever asks for it deletes it. */
    public static Path create(String prefix) throws IOException {
        return PLACE == null ? Files.createTempDirectory(prefix) : Files.createTempDirectory(PLACE, prefix);
    }

    private static @Nullable Path place() {
        try {
            if ("disk".equals(System.getProperty("test.folders"))
                    || !Files.isWritable(MEMORY)
                    || Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH) {
                return null;
            }
            removeWhatWasLeft();
            Path place = Files.createDirectories(
                    MEMORY.resolve(PREFIX + ProcessHandle.current().pid()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(place)));
            return place;
        } catch (IOException e) {
            return null;
        }
    }

    /** Removes what tests left that were killed. */
    private static void removeWhatWasLeft() throws IOException {
        try (Stream<Path> found = Files.list(MEMORY)) {
            List<Path> left = found.filter(path -> path.getFileName().toString().matches(PREFIX + "\\d+"))
                    .filter(path -> ProcessHandle.of(
                                    Long.parseLong(path.getFileName().toString().substring(PREFIX.length())))
                            .isEmpty())
                    .toList();
            left.forEach(FoldersInMemory::remove);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            // It is in nobody's way, and the next run tries again.
        }
    }
}
