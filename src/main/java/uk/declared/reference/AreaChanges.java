package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;

/**
 * The table {@code Changes.csv} of the Code History Database: which code came in whose place, and by which order. A row
 * with one code in both places tells of a change of name, which the history has too.
 */
final class AreaChanges implements ReferenceRelease {
    static final String EARLIER_CODE = "geogcdp";

    private static final String CODE = "geogcd";
    static final String ORDER = "siid";
    static final String ORDER_TITLE = "sititle";
    private static final String FROM = "operdate";

    private static final Pattern NAME = Pattern.compile("changes-(\\d{4})-(\\d{4})");

    private final String table;
    private final Set<Change> changes;
    private final int firstYear;
    private final int lastYear;
    private final List<String> leftOut;

    private AreaChanges(String table, Reading reading, List<String> leftOut) {
        this.table = table;
        this.changes = reading.changes;
        this.firstYear = reading.firstYear;
        this.lastYear = reading.lastYear;
        this.leftOut = List.copyOf(leftOut);
    }

    /** One area in place of another. */
    private record Change(GssCode code, GssCode earlier, ChangeOrder order) {}

    /** Whether a table is one of these, by its headings. */
    static boolean recognises(ReferenceTable table) {
        return table.has(CODE) && table.has(EARLIER_CODE) && table.has(FROM);
    }

    static AreaChanges read(ReferenceTable table) throws UnreadableReferenceException {
        Reading reading = new Reading();
        table.forEach(reading::take);
        return reading.result(table.part());
    }

    @Override
    public Facts facts() {
        return Facts.of(
                        ReferenceKind.GEOGRAPHY,
                        "changes-" + firstYear + "-" + lastYear,
                        changes.size(),
                        "replacements of codes")
                .table(table)
                .leavingOut(leftOut)
                .from(Source.ONS);
    }

    /** Changes of other years are no less true: only what lies within these years is superseded. */
    @Override
    public boolean supersedes(String earlier) {
        Matcher years = NAME.matcher(earlier);
        return years.matches()
                && Integer.parseInt(years.group(1)) >= firstYear
                && Integer.parseInt(years.group(2)) <= lastYear;
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return changes.stream().flatMap(change -> map(change, uris).stream());
    }

    private static List<Triple> map(Change change, Uris uris) {
        Triples triples = new Triples();
        Triples.Describing area = triples.about(uris.area(change.code())).le("replaces", uris.area(change.earlier()));
        change.order().describe(change.code(), area);
        return triples.list();
    }

    /** Gathers the changes that concern two areas. */
    private static final class Reading {
        private final Set<Change> changes = new LinkedHashSet<>();
        private final ReferenceDates dates = new ReferenceDates();
        private int firstYear = Integer.MAX_VALUE;
        private int lastYear = Integer.MIN_VALUE;
        private int sameCode;
        private int small;
        private int otherCodes;
        private Optional<String> firstOtherCode = Optional.empty();

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            Optional<GssCode> code = GssCode.parse(row.text(CODE));
            Optional<GssCode> earlier = GssCode.parse(row.text(EARLIER_CODE));
            Optional<LocalDate> day = dates.read(row, FROM);
            if (code.isEmpty() || earlier.isEmpty()) {
                otherCodes++;
                String other = row.text(code.isEmpty() ? CODE : EARLIER_CODE);
                firstOtherCode = firstOtherCode.or(() -> Optional.of("“" + other + "” in row " + row.number()));
                return;
            }
            if (EntityCodes.isSmall(code.get().entity())) {
                small++;
                return;
            }
            day.ifPresent(this::widen);
            if (code.equals(earlier)) {
                sameCode++;
            } else {
                changes.add(
                        new Change(code.get(), earlier.get(), new ChangeOrder(row.text(ORDER), row.text(ORDER_TITLE))));
            }
        }

        private void widen(LocalDate day) {
            firstYear = Math.min(firstYear, day.getYear());
            lastYear = Math.max(lastYear, day.getYear());
        }

        private AreaChanges result(ReferenceFile.Part part) throws UnreadableReferenceException {
            if (changes.isEmpty() || lastYear < firstYear) {
                throw new UnreadableReferenceException(part.label()
                        + " holds no change from one code such as E05000819 (GEOGCD_P) to another (GEOGCD) with its day"
                        + " (OPER_DATE). Fetch the file from ONS again.");
            }
            List<String> leftOut = new ArrayList<>();
            if (sameCode > 0) {
                leftOut.add(String.format("%,d rows about changes of name, which keep the code.", sameCode));
            }
            if (small > 0) {
                leftOut.add(String.format("%,d rows about output areas and other small statistical areas.", small));
            }
            firstOtherCode.ifPresent(first -> leftOut.add(String.format(
                    "%,d rows with a code that is not of nine characters (the first: %s).", otherCodes, first)));
            return new AreaChanges(part.table(), this, leftOut);
        }
    }
}
