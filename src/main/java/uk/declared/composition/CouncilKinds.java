package uk.declared.composition;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import uk.declared.ground.Shipped;

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
        for (NamedCsvRecord row : Shipped.rows(CouncilKinds.class, "/declared/council-kinds.csv")) {
            wards.put(row.getField("council"), row.getField("wards"));
            if (row.getField("whole").equals("yes")) {
                whole.add(row.getField("council"));
            }
        }
        for (NamedCsvRecord row : Shipped.rows(CouncilKinds.class, "/declared/election-years.csv")) {
            years.computeIfAbsent(row.getField("council"), missing -> new TreeSet<>())
                    .add(Integer.valueOf(row.getField("year")));
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
}
