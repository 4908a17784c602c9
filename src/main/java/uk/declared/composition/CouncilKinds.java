package uk.declared.composition;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the law says of the elections of councils of a kind, by the first three characters of the code of the area that they
 * govern: the shipped tables {@code declared/council-kinds.csv} and {@code declared/election-years.csv}, each row with its
 * source.
 */
final class CouncilKinds {
    private static final CouncilKinds SHIPPED = new CouncilKinds();

    private final Map<String, String> wards = new HashMap<>();
    private final Set<String> whole = new HashSet<>();
    private final Map<String, NavigableSet<Integer>> years = new HashMap<>();

    private CouncilKinds() {
        try (var kinds = open("/declared/council-kinds.csv");
                var elections = open("/declared/election-years.csv")) {
            for (NamedCsvRecord row : kinds) {
                wards.put(row.getField("council"), row.getField("wards"));
                if (row.getField("whole").equals("yes")) {
                    whole.add(row.getField("council"));
                }
            }
            for (NamedCsvRecord row : elections) {
                years.computeIfAbsent(row.getField("council"), missing -> new TreeSet<>())
                        .add(Integer.valueOf(row.getField("year")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CouncilKinds shipped() {
        return SHIPPED;
    }

    /** Whether the law knows no other ordinary election of such a council than that of all its members. */
    boolean electsAsAWhole(Optional<String> governs) {
        return kind(governs).filter(whole::contains).isPresent();
    }

    /** Whether an area, by its code, is of the kind that elects members of such a council. */
    boolean isWard(Optional<String> governs, String area) {
        return kind(governs).map(wards::get).filter(area::startsWith).isPresent();
    }

    /** The first year after another in which all members are elected, where the law fixes the years. */
    OptionalInt nextElection(Optional<String> governs, int year) {
        return kind(governs)
                .map(years::get)
                .map(fixed -> fixed.higher(year))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static Optional<String> kind(Optional<String> code) {
        return code.filter(it -> it.length() > 3).map(it -> it.substring(0, 3));
    }

    private static CsvReader<NamedCsvRecord> open(String table) {
        return CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(CouncilKinds.class.getResourceAsStream(table), table),
                        StandardCharsets.UTF_8));
    }
}
