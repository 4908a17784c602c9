package uk.declared.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;

/**
 * The table {@code ChangeHistory.csv} of the Code History Database: every code with its names, its days and its parents.
 * One code may have several rows, since a change of name or of parent alone keeps the code.
 */
final class CodeHistory implements ReferenceRelease {
    private static final String CODE = "geogcd";
    private static final String NAME = "geognm";
    private static final String WELSH_NAME = "geognmw";
    private static final String FROM = "operdate";
    private static final String UNTIL = "termdate";
    private static final String PARENT = "parentcd";
    private static final String GAELIC_NAME = "geognmg";
    private static final String STATUS = "status";
    private static final String LAND = "arealhect";

    private final String table;
    private final Map<GssCode, HistoricArea> areas;
    private final String series;
    private final LocalDate date;
    private final List<String> leftOut;

    private CodeHistory(
            String table, Map<GssCode, HistoricArea> areas, String series, LocalDate date, List<String> leftOut) {
        this.table = table;
        this.areas = areas;
        this.series = series;
        this.date = date;
        this.leftOut = List.copyOf(leftOut);
    }

    /** Whether a table is one of these, by its headings. */
    static boolean recognises(ReferenceTable table) {
        return table.has(CODE)
                && table.has(NAME)
                && table.has(FROM)
                && !table.has(AreaChanges.EARLIER_CODE)
                && !table.has(AreaEquivalents.FORMER_ONS_CODE);
    }

    static CodeHistory read(ReferenceTable table) throws UnreadableReferenceException {
        Reading reading = new Reading();
        table.forEach(reading::take);
        return reading.result(table.part(), table.has(UNTIL) || table.has(STATUS));
    }

    /**
     * Dated by the latest day in it, since the file does not say when it was made. The register of entities names
     * kinds of areas better than the shipped table does.
     */
    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.GEOGRAPHY, series + date, areas.size(), "areas")
                .table(table)
                .leavingOut(leftOut)
                .superseding(earlier -> earlier.startsWith(series))
                .yieldingTo(other -> other.startsWith("entities"))
                .from(Source.ONS);
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        AreaMapper mapper = new AreaMapper(uris);
        Set<String> entities =
                areas.keySet().stream().map(GssCode::entity).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                AreaKinds.describe(entities).stream(),
                areas.values().stream().flatMap(area -> mapper.map(area, above(area)).stream()));
    }

    /** Every area above, level by level, as when this one was last in force. */
    private Set<GssCode> above(HistoricArea area) {
        Set<GssCode> above = new LinkedHashSet<>();
        Optional<LocalDate> day = area.until();
        Optional<GssCode> next = area.parentOn(Optional.empty());
        while (next.isPresent() && !next.get().equals(area.code()) && above.add(next.get())) {
            next = Optional.ofNullable(areas.get(next.get())).flatMap(parent -> parent.parentOn(day));
        }
        return above;
    }

    /** Gathers rows by code; codes, names and days that recur are one object each. */
    private static final class Reading {
        private final Map<GssCode, List<HistoricArea.Span>> spans = new TreeMap<>();
        private final Map<String, Optional<GssCode>> codes = new LinkedHashMap<>();
        private final Map<ChangeOrder, ChangeOrder> orders = new HashMap<>();
        private final ReferenceDates dates = new ReferenceDates();
        private LocalDate latest = LocalDate.MIN;
        private int small;
        private int otherCodes;

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            String text = row.text(CODE);
            if (text.isEmpty()) {
                throw row.refusal("the row has no code in the column GEOGCD. Fetch the file from ONS again.");
            }
            Optional<GssCode> code = code(text);
            if (code.isEmpty()) {
                otherCodes++;
            } else if (EntityCodes.isSmall(code.get().entity())) {
                small++;
            } else {
                spans.computeIfAbsent(code.get(), missing -> new ArrayList<>(1)).add(span(row));
            }
        }

        private HistoricArea.Span span(ReferenceTable.Row row) throws UnreadableReferenceException {
            Optional<LocalDate> from = dates.read(row, FROM);
            Optional<LocalDate> until = dates.read(row, UNTIL);
            latest = Stream.concat(from.stream(), until.stream())
                    .reduce(latest, (one, other) -> other.isAfter(one) ? other : one);
            return new HistoricArea.Span(
                    row.name(NAME),
                    row.name(WELSH_NAME),
                    row.name(GAELIC_NAME),
                    from,
                    until,
                    code(row.text(PARENT)),
                    orders.computeIfAbsent(
                            new ChangeOrder(row.text(AreaChanges.ORDER), row.text(AreaChanges.ORDER_TITLE)),
                            order -> order),
                    hectares(row));
        }

        /** What is no number above zero is absent: the source fills cells with 0 for want of a figure. */
        private static Optional<BigDecimal> hectares(ReferenceTable.Row row) {
            return row.given(LAND)
                    .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,6})?"))
                    .map(BigDecimal::new)
                    .filter(hectares -> hectares.signum() > 0);
        }

        private Optional<GssCode> code(String text) {
            return codes.computeIfAbsent(text, GssCode::parse);
        }

        /**
         * @param whole whether it says which codes ended, as the history does: a sheet of the Register of Geographic Codes,
         *     which holds the live codes of one kind alone, must not take the history's place
         */
        private CodeHistory result(ReferenceFile.Part part, boolean whole) throws UnreadableReferenceException {
            if (spans.isEmpty()) {
                throw new UnreadableReferenceException(
                        part.label()
                                + " holds no area with a code such as E05015239 in its column GEOGCD. Fetch the file from ONS again.");
            }
            if (latest.equals(LocalDate.MIN)) {
                throw new UnreadableReferenceException(part.label()
                        + " holds no day in its columns OPER_DATE and TERM_DATE. Fetch the file from ONS again.");
            }
            Map<GssCode, HistoricArea> areas = new LinkedHashMap<>();
            spans.forEach((code, its) -> areas.put(code, new HistoricArea(code, its)));
            List<String> leftOut = new ArrayList<>();
            if (small > 0) {
                leftOut.add(String.format("%,d rows about output areas and other small statistical areas.", small));
            }
            if (otherCodes > 0) {
                leftOut.add(String.format("%,d rows whose codes are not of nine characters.", otherCodes));
            }
            String kinds = spans.keySet().stream()
                    .map(code -> code.entity().toLowerCase(Locale.ROOT))
                    .distinct()
                    .collect(Collectors.joining("-"));
            String series = whole ? "history-" : "register-" + kinds + "-";
            return new CodeHistory(part.table(), areas, series, latest, leftOut);
        }
    }
}
