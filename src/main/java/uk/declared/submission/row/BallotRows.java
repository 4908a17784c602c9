package uk.declared.submission.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.ElectedBody;
import uk.declared.election.GssCode;
import uk.declared.election.Office;
import uk.declared.election.OtherBodies;
import uk.declared.format.Column;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.BallotName;

/**
 * Makes the rows of a contest that Democracy Club's identifiers name into rows that say everything themselves:
 *
 * <ol>
 *   <li>the identifier tells office, body, area, day, and whether it is a by-election,
 *   <li>what other columns say of these must agree with it,
 *   <li>what is said of the poll and of the vacancy is brought to the codes of the vocabulary,
 *   <li>turnout is given its meaning where the figures prove one, the source its address.
 * </ol>
 *
 * A value that was worked out has the place of the cell that it came from.
 */
final class BallotRows {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");
    private static final Pattern CODE_AT_END = Pattern.compile("(?:^|[:/])([A-Z]\\d{8})$");

    private final Consumer<Finding> findings;
    private final ReferenceData reference;
    private final BallotCrossCheck crossCheck;
    private final BallotCircumstances circumstances;
    private final TurnoutReader turnouts;
    private final BallotAreas areas;
    private boolean saidAreaNames;

    BallotRows(ReferenceData reference, Consumer<Finding> findings) {
        this.findings = findings;
        this.reference = reference;
        this.areas = new BallotAreas(reference.geography());
        CellReader cells = new CellReader(findings);
        this.crossCheck = new BallotCrossCheck(cells, findings);
        this.circumstances = new BallotCircumstances(cells, findings);
        this.turnouts = new TurnoutReader(findings);
    }

    /** The rows, unless nothing names their contest or it is of a kind that is not held; which is reported. */
    Optional<List<TableRow>> prepare(List<TableRow> rows) {
        TableRow first = rows.get(0);
        Column named = first.has(Column.BALLOT_ID) ? Column.BALLOT_ID : Column.ELECTION_ID;
        Cell cell = first.cell(named);
        Optional<BallotName> name = BallotName.parse(cell.text());
        if (name.isPresent() && name.get().office().isEmpty()) {
            report("W082", Severity.WARNING, cell, Map.of("rows", Integer.toString(rows.size())));
            return Optional.empty();
        }
        if (name.isEmpty() || (named == Column.BALLOT_ID && !name.get().namesContest())) {
            report("F080", Severity.VIOLATION, cell, Map.of());
            return Optional.empty();
        }
        crossCheck.check(first, name.get(), named);
        Derived derived = new Derived(first);
        identify(derived, name.get(), named);
        circumstances.read(rows, derived);
        turnouts.read(rows, derived);
        address(derived);
        return Optional.of(rows.stream().map(derived::applyTo).toList());
    }

    private void identify(Derived derived, BallotName name, Column named) {
        Office office = name.office().orElseThrow();
        derived.put(Column.OFFICE, office.notation(), named);
        derived.putIfBlank(Column.POLLING_DATE, name.day().toString(), named);
        if (named == Column.BALLOT_ID) {
            derived.put(Column.BALLOT_ID, name.text(), named);
            derived.put(Column.CONTEST_TYPE, name.type().notation(), named);
        } else {
            boolean byElection = crossCheck.isByElection(derived.row());
            derived.put(Column.CONTEST_TYPE, byElection ? "by-election" : "ordinary", Column.BY_ELECTION);
        }
        name.body().ifPresent(body -> derived.put(Column.BODY_NAME, bodyName(office, body), named));
        code(derived);
        if (office == Office.MAYOR || office == Office.POLICE_AND_CRIME_COMMISSIONER) {
            name.body().ifPresent(body -> wholeBody(derived, name, body, named));
        } else if (name.area().isPresent()) {
            areaName(derived, name, named);
        }
    }

    /** Councils and mayors' authorities are found by their short names; a commissioner's is in no table. */
    private static String bodyName(Office office, String slug) {
        return office == Office.POLICE_AND_CRIME_COMMISSIONER
                ? BallotName.asWords(slug) + " Police and Crime Commissioner"
                : slug;
    }

    /** An identifier of the area is its code with a scheme before it. */
    private static void code(Derived derived) {
        for (Column column : List.of(Column.AREA_CODE, Column.AREA_IDENTIFIER)) {
            Matcher code = CODE_AT_END.matcher(derived.row().text(column));
            if (code.find()) {
                derived.put(Column.AREA_CODE, code.group(1), column);
                return;
            }
        }
    }

    /** Mayors and commissioners are elected by the whole of their body's area. */
    private static void wholeBody(Derived derived, BallotName name, String slug, Column named) {
        Optional<Council> council = Councils.shipped().bySlug(slug, name.day());
        Optional<ElectedBody> authority = OtherBodies.shipped().withMayor(slug);
        boolean ofMayor = name.office().orElseThrow() == Office.MAYOR;
        if (ofMayor && council.isPresent()) {
            derived.putIfBlank(Column.AREA_NAME, council.get().nameOn(name.day()), named);
            council.get()
                    .codeOn(name.day())
                    .ifPresent(code -> derived.putIfBlank(Column.AREA_CODE, code.value(), named));
        } else if (ofMayor && authority.isPresent()) {
            derived.putIfBlank(Column.AREA_NAME, authority.get().name(), named);
            authority.get().area().ifPresent(code -> derived.putIfBlank(Column.AREA_CODE, code.value(), named));
        }
        derived.putIfBlank(Column.AREA_NAME, BallotName.asWords(slug), named);
    }

    /**
     * The area that no column names: by its code, where the identifier agrees; by the identifier, where it is the slug of
     * one area of the council; else in the identifier's words, so that a code of another area shows.
     */
    private void areaName(Derived derived, BallotName name, Column named) {
        if (derived.row().has(Column.AREA_NAME)) {
            return;
        }
        String slug = name.area().orElseThrow();
        Optional<GssCode> code = GssCode.parse(derived.text(Column.AREA_CODE));
        Optional<AreaRecord> known = code.isPresent()
                ? code.flatMap(reference.geography()::area).filter(area -> BallotAreas.hasSlug(area, slug))
                : areas.area(name);
        known.ifPresent(area -> derived.putIfBlank(Column.AREA_CODE, area.code().value(), named));
        String words = known.map(area -> BallotAreas.named(area, slug)).orElseGet(() -> BallotName.asWords(slug));
        derived.put(Column.AREA_NAME, words, named);
        if (known.isEmpty() && !saidAreaNames) {
            saidAreaNames = true;
            report("I084", Severity.INTERPRETATION, derived.row().cell(named), Map.of("read", words));
        }
    }

    /** People write where they found a result as they like: the address is taken, the rest is said to be left out. */
    private void address(Derived derived) {
        Cell note = derived.row().cell(Column.SOURCE_NOTE);
        Matcher address = ADDRESS.matcher(note.text());
        if (note.isBlank()) {
            return;
        }
        if (!address.find()) {
            derived.put(Column.PAGE, note.text(), Column.SOURCE_NOTE);
            return;
        }
        derived.put(Column.PAGE, address.group(), Column.SOURCE_NOTE);
        if (!address.group().equals(note.text())) {
            report("I088", Severity.INTERPRETATION, note, Map.of("read", address.group()));
        }
    }

    private void report(String rule, Severity severity, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(rule, severity, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }

    /** Values that were worked out for all rows of a contest, with the columns that they came from. */
    static final class Derived {
        private final TableRow first;
        private final Map<Column, String> values = new TreeMap<>();
        private final Map<Column, Column> origins = new TreeMap<>();

        Derived(TableRow first) {
            this.first = first;
        }

        /** The contest's first row, as the file has it. */
        TableRow row() {
            return first;
        }

        String text(Column column) {
            return values.getOrDefault(column, first.text(column));
        }

        void put(Column column, String text, Column origin) {
            values.put(column, text);
            origins.put(column, origin);
        }

        void putIfBlank(Column column, String text, Column origin) {
            if (text(column).isEmpty()) {
                put(column, text, origin);
            }
        }

        private TableRow applyTo(TableRow row) {
            return row.with(values, origins);
        }
    }
}
