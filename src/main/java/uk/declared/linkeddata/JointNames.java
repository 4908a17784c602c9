package uk.declared.linkeddata;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What parties that stand together are called where a source gives only their identifiers: by the shipped table of usual
 * names, {@code declared/party-names.csv}, in which the first name of those parties together counts, and else the first names
 * of each.
 */
public final class JointNames {
    private static final String TABLE = "/declared/party-names.csv";
    private static final JointNames SHIPPED = new JointNames();

    private final Map<Set<String>, String> names = new HashMap<>();

    private JointNames() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(JointNames.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row ->
                    names.putIfAbsent(new TreeSet<>(List.of(row.getField("ids").split(" "))), row.getField("name")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped table. */
    public static JointNames shipped() {
        return SHIPPED;
    }

    /** A name of parties together, by their identifiers; absent where the table has not all of them. */
    public Optional<String> of(Collection<String> parties) {
        List<String> each = parties.stream()
                .flatMap(id -> Optional.ofNullable(names.get(Set.of(id))).stream())
                .toList();
        return Optional.ofNullable(names.get(new TreeSet<>(parties)))
                .or(() -> each.size() == parties.size() ? Optional.of(String.join(" and ", each)) : Optional.empty());
    }
}
