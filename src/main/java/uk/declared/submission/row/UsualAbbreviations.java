package uk.declared.submission.row;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.declared.election.Nation;
import uk.declared.reference.Names;

/**
 * What parties' names are shortened to in councils' and collectors' tables: the shipped table {@code
 * declared/party-abbreviations.csv}. An abbreviation stands for names, not for identifiers, so that the register says which
 * party bore the name on the day.
 */
public final class UsualAbbreviations {
    private static final String TABLE = "/declared/party-abbreviations.csv";
    private static final UsualAbbreviations SHIPPED = load();

    private final Map<String, List<String>> names;

    private UsualAbbreviations(Map<String, List<String>> names) {
        this.names = names;
    }

    public static UsualAbbreviations shipped() {
        return SHIPPED;
    }

    /** The names that an abbreviation is usual for in a nation, the likeliest first. */
    public List<String> names(String abbreviation, Optional<Nation> nation) {
        String register = nation.equals(Optional.of(Nation.NORTHERN_IRELAND)) ? "ni" : "gb";
        return names.getOrDefault(register + " " + Names.plain(abbreviation), List.of());
    }

    private static UsualAbbreviations load() {
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(UsualAbbreviations.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            Map<String, List<String>> names = new HashMap<>();
            rows.forEach(row -> names.computeIfAbsent(
                            row.getField("register") + " " + Names.plain(row.getField("abbreviation")),
                            missing -> new ArrayList<>())
                    .add(row.getField("name")));
            return new UsualAbbreviations(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
