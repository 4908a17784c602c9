package uk.declared.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.election.Councils;
import uk.declared.submission.ColumnMapping;
import uk.declared.submission.ColumnMappings;

/** The mappings of columns of a data folder, one for each council: {@code mappings/SLUG.json}. */
public final class KeptMappings {
    private static final String SUFFIX = ".json";

    private final Path folder;

    KeptMappings(Path folder) {
        this.folder = folder;
    }

    /**
     * The mapping of a council's own table.
     *
     * @param council its slug
     * @throws IOException where one is kept and cannot be read, with a sentence that says why
     */
    public Optional<ColumnMapping> of(String council) throws IOException {
        if (!Councils.shipped().knows(council)) {
            return Optional.empty();
        }
        Path file = folder.resolve(council + SUFFIX);
        return Files.exists(file) ? Optional.of(ColumnMappings.read(file)) : Optional.empty();
    }

    /**
     * Keeps a mapping for its council, in the place of an earlier one.
     *
     * @throws IOException where it names no known council, or cannot be written
     */
    public void keep(ColumnMapping mapping) throws IOException {
        String council = mapping.council()
                .filter(Councils.shipped()::knows)
                .orElseThrow(
                        () -> new IOException("The mapping names no known council: write its slug as \"council\"."));
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, council, ".part");
        Files.writeString(written, ColumnMappings.write(mapping, List.of()));
        Files.move(
                written,
                folder.resolve(council + SUFFIX),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The slugs of the councils that have one. */
    public List<String> councils() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
