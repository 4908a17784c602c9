package uk.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files. What its licence lets us pass on is in {@code src/test/resources/samples}, each named there with source and
 * licence; what is not is looked for in {@code ../shared/data}, or in the folder that {@code declared.samples} names, and
 * tests of it are skipped where it is absent.
 */
public final class Samples {
    private static final Path OWN = Path.of("src/test/resources/samples");
    private static final Path SHARED = Path.of(System.getProperty("declared.samples", "../shared/data"));

    private Samples() {}

    /** Where a file or folder is, or would be. */
    public static Path path(String name) {
        Path own = OWN.resolve(name);
        return Files.exists(own) ? own : SHARED.resolve(name);
    }

    /** A file that the test cannot do without: it is skipped, with a line that says so, where the file is absent. */
    public static Path needed(String name) {
        Path path = path(name);
        Assumptions.assumeTrue(
                Files.exists(path),
                "Skipped: " + name + " may not be passed on with the project, and is not in " + SHARED + ".");
        return path;
    }

    /** All files below a folder, ours and the optional ones, each once. */
    public static List<Path> all(String folder) {
        Map<Path, Path> files = new TreeMap<>();
        for (Path root : List.of(SHARED, OWN)) {
            Path within = root.resolve(folder);
            if (Files.isDirectory(within)) {
                try (Stream<Path> found = Files.walk(within)) {
                    found.filter(Files::isRegularFile).forEach(file -> files.put(within.relativize(file), file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new ArrayList<>(files.values());
    }
}
