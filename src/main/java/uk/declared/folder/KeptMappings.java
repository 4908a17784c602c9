package uk.declared.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.declared.election.Councils;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.mapping.ColumnMappings;

/** The mappings of columns of a data folder, for each council one or several: {@code mappings/SLUG.json}. */
public final class KeptMappings {
    private static final String SUFFIX = ".json";

    private final Path folder;

    KeptMappings(Path folder) {
        this.folder = folder;
    }

    /**
     * The mappings of a council's own tables, each told from the others by its headings.
     *
     * @param council its slug
     * @throws IOException where one is kept and cannot be read, with a sentence that says why
     */
    public List<ColumnMapping> of(String council) throws IOException {
        List<ColumnMapping> mappings = new ArrayList<>();
        if (Councils.shipped().knows(council)) {
            for (Path file : files(council)) {
                mappings.add(ColumnMappings.read(file));
            }
        }
        return mappings;
    }

    /**
     * Keeps a mapping for its council, in the place of an earlier one with the same headings.
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
        Files.writeString(written, ColumnMappings.write(mapping));
        Files.move(
                written, place(council, mapping), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The first is {@code SLUG.json}, further ones {@code SLUG.2.json} and so on. */
    private Path place(String council, ColumnMapping mapping) throws IOException {
        for (Path file : files(council)) {
            if (ColumnMappings.read(file)
                    .columns()
                    .keySet()
                    .equals(mapping.columns().keySet())) {
                return file;
            }
        }
        Path place = folder.resolve(council + SUFFIX);
        for (int number = 2; Files.exists(place); number++) {
            place = folder.resolve(council + "." + number + SUFFIX);
        }
        return place;
    }

    private List<Path> files(String council) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(council) + "(\\.\\d+)?" + Pattern.quote(SUFFIX));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted(Comparator.comparing((Path file) ->
                                    String.valueOf(file.getFileName()).length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The slugs of the councils that have one. */
    public List<String> councils() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name ->
                            name.substring(0, name.length() - SUFFIX.length()).replaceFirst("\\.\\d+$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
