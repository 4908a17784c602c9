package uk.declared.submission.row;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import uk.declared.report.Finding;
import uk.declared.submission.Cell;
import uk.declared.submission.text.Texts;

/** Reads the abbreviations that a compiler uses for parties; each is said once. */
public final class PartyAbbreviations {
    private static final String TABLE = "/declared/compilers-party-names.csv";

    private final Map<String, String> names;
    private final CellReader cells;
    private final Set<String> said = new HashSet<>();

    /** @param names the names by the abbreviations, these without case and punctuation */
    public PartyAbbreviations(Map<String, String> names, Consumer<Finding> findings) {
        this.names = Map.copyOf(names);
        this.cells = new CellReader(findings);
    }

    /** The name that an abbreviation stands for; empty where it is none, or says the same. */
    public Optional<String> read(Cell cell) {
        Optional<String> name =
                Optional.ofNullable(names.get(plain(cell.text()))).filter(found -> !found.equals(cell.text()));
        if (name.isPresent() && said.add(cell.text())) {
            cells.interpretation("I034", cell, Map.of("read", name.get()));
        }
        return name;
    }

    /** An abbreviation without case and punctuation; “&amp;” and “and” are the same. */
    public static String plain(String abbreviation) {
        return Texts.plain(abbreviation.replace("&", "and"));
    }

    /** The shipped abbreviations of a compiler. */
    public static Map<String, String> of(String compiler) {
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(PartyAbbreviations.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            Map<String, String> names = new HashMap<>();
            for (NamedCsvRecord row : rows) {
                if (row.getField("compiler").equals(compiler)) {
                    names.put(plain(row.getField("abbreviation")), row.getField("name"));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
