package uk.declared.submission.row;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.Nation;
import uk.declared.reference.Names;

/**
 * What parties are called besides their registered names: the shipped table {@code declared/party-names.csv}. There are
 * two registers, for Great Britain and for Northern Ireland, and some names stand in both.
 */
public final class UsualPartyNames {
    private static final String TABLE = "/declared/party-names.csv";
    private static final UsualPartyNames SHIPPED = load();

    private final Map<String, List<String>> ids;

    private UsualPartyNames(Map<String, List<String>> ids) {
        this.ids = ids;
    }

    public static UsualPartyNames shipped() {
        return SHIPPED;
    }

    /** The identifiers of the party, or of those that stand together, under this name in a nation. */
    public List<String> ids(String name, Optional<Nation> nation) {
        String register = nation.equals(Optional.of(Nation.NORTHERN_IRELAND)) ? "ni" : "gb";
        return ids.getOrDefault(register + " " + Names.plain(name), List.of());
    }

    /** The same for names that mean another party in Scotland than elsewhere in Great Britain. */
    List<String> scottish(String name, Optional<Nation> nation) {
        return nation.equals(Optional.of(Nation.SCOTLAND))
                ? ids.getOrDefault("scotland " + Names.plain(name), List.of())
                : List.of();
    }

    /** The identifiers of all parties that bear a name anywhere. */
    Set<String> everywhere(String name) {
        return Stream.of("gb", "ni", "scotland")
                .flatMap(register -> ids.getOrDefault(register + " " + Names.plain(name), List.of()).stream())
                .collect(Collectors.toSet());
    }

    private static UsualPartyNames load() {
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(UsualPartyNames.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            Map<String, List<String>> ids = new HashMap<>();
            rows.forEach(row -> ids.put(
                    row.getField("register") + " " + Names.plain(row.getField("name")),
                    Arrays.asList(row.getField("ids").split(" "))));
            return new UsualPartyNames(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
