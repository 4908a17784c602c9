package uk.declared.election;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.declared.ground.Shipped;

/**
 * For which kinds of areas an office is elected: the shipped table {@code declared/office-areas.csv}, each row with the law
 * that says so. A kind is told by the three characters that its GSS codes begin with, such as {@code E05}.
 */
public final class OfficeAreas {
    private static final String TABLE = "/declared/office-areas.csv";
    private static final OfficeAreas SHIPPED = load();

    private final List<Row> rows;

    private OfficeAreas(List<Row> rows) {
        this.rows = rows;
    }

    private record Row(String office, String bodyType, String entity) {}

    /** The shipped table. */
    public static OfficeAreas shipped() {
        return SHIPPED;
    }

    /**
     * The kinds of areas that members of such a body can be elected for.
     *
     * @param office the notation of the office
     * @param bodyType the kind of body, as the tables of councils and bodies name it; without one, every kind of area that
     *     anybody is elected for to the office
     */
    public Set<String> entities(String office, Optional<String> bodyType) {
        return rows.stream()
                .filter(row -> row.office().equals(office))
                .filter(row -> row.bodyType().isEmpty()
                        || bodyType.isEmpty()
                        || row.bodyType().equals(bodyType.get()))
                .map(Row::entity)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static OfficeAreas load() {
        return new OfficeAreas(Shipped.rows(OfficeAreas.class, TABLE).stream()
                .map(row -> new Row(row.getField("office"), row.getField("body_type"), row.getField("entity")))
                .toList());
    }
}
