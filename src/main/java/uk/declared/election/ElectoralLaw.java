package uk.declared.election;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.declared.ground.Shipped;

/**
 * By which system an office is elected: the shipped table {@code declared/voting-systems.csv}, each row with the law that
 * says so and the polling days for which it does. Where the law leaves a choice, or where it is not certain which law is in
 * force, the table has no row: nothing is assumed.
 */
public final class ElectoralLaw {
    private static final String TABLE = "/declared/voting-systems.csv";
    private static final ElectoralLaw SHIPPED = load();

    private final List<Row> rows;

    private ElectoralLaw(List<Row> rows) {
        this.rows = rows;
    }

    /** A row of the table; what it leaves out makes no difference. */
    private record Row(
            String office,
            Optional<String> bodyType,
            Optional<Nation> nation,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            VotingSystem system) {
        private boolean holds(Office of, Optional<String> body, Optional<Nation> in, LocalDate day) {
            return office.equals(of.notation())
                    && (bodyType.isEmpty() || bodyType.equals(body))
                    && (nation.isEmpty() || nation.equals(in))
                    && from.filter(day::isBefore).isEmpty()
                    && until.filter(day::isAfter).isEmpty();
        }
    }

    /** The shipped table. */
    public static ElectoralLaw shipped() {
        return SHIPPED;
    }

    /**
     * The system that the law prescribes, for a source that does not name one; empty where that is not certain.
     *
     * @param body the body that is elected to, whose kind the tables of councils and bodies tell
     * @param nation where the area is, as far as that is known
     * @param pollingDate the day on which votes are cast
     */
    public Optional<VotingSystem> votingSystem(
            Office office, ElectedBody body, Optional<Nation> nation, LocalDate pollingDate) {
        Optional<String> type = body.kind() == ElectedBody.Kind.COUNCIL
                ? Councils.shipped().bySlug(body.slug(), pollingDate).map(Council::type)
                : OtherBodies.shipped().type(body.slug());
        return rows.stream()
                .filter(row -> row.holds(office, type, nation, pollingDate))
                .map(Row::system)
                .findFirst();
    }

    private static ElectoralLaw load() {
        return new ElectoralLaw(Shipped.rows(ElectoralLaw.class, TABLE).stream()
                .map(ElectoralLaw::row)
                .toList());
    }

    private static Row row(NamedCsvRecord row) {
        return new Row(
                row.getField("office"),
                optional(row, "body_type"),
                optional(row, "nation")
                        .map(name ->
                                Nation.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'))),
                optional(row, "from").map(LocalDate::parse),
                optional(row, "until").map(LocalDate::parse),
                Arrays.stream(VotingSystem.values())
                        .filter(system -> system.notation().equals(row.getField("system")))
                        .findFirst()
                        .orElseThrow());
    }

    private static Optional<String> optional(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(text -> !text.isBlank());
    }
}
