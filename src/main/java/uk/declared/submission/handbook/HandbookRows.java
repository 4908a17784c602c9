package uk.declared.submission.handbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.row.CellReader;
import uk.declared.submission.row.JoinedLayout;
import uk.declared.submission.row.PartyAbbreviations;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.row.UnopposedRows;
import uk.declared.submission.text.HandbookText;
import uk.declared.submission.text.Texts;

/**
 * Makes the rows of a contest in a handbook into rows that say everything themselves:
 *
 * <ol>
 *   <li>a division's council is the county, a ward's the district in it,
 *   <li>the figures of the ward come from the sheet of wards, where the rows lack them; where both sheets have one and disagree,
 *       it is left out,
 *   <li>turnout becomes per cent of two places,
 *   <li>a name with the surname first is parted, an abbreviation of a party read by the handbook's key,
 *   <li>no votes for those elected unopposed are none.
 * </ol>
 */
final class HandbookRows {
    private static final String DIVISION = "E58";

    /** How the types of councils say that it is a county's. */
    private static final Pattern COUNTY = Pattern.compile("sc|cc|shirecouncil|.*county.*");

    /** How they say that it is another's. */
    private static final Pattern OTHER_TYPE =
            Pattern.compile("(sd|md|mb|mbc|lb|nmd|ua|ut)[at]?|.*(district|borough|unitary|metropolitan).*");

    private static final String NO_DESCRIPTION = "nodescription";

    private final HandbookWards wards;
    private final PartyAbbreviations parties;
    private final UnopposedRows unopposed;
    private final CellReader cells;
    private final Consumer<Finding> findings;
    private final LocalDate day;
    private final boolean surnameFirst;
    private final boolean turnoutAsPart;
    private boolean saidNames;
    private boolean saidTurnout;

    /**
     * @param day about when the polls were, which tells the councils that there were
     * @param surnameFirst whether the candidates' names have the surname first
     * @param turnoutAsPart whether the candidates' sheet has turnout as a part of one
     */
    HandbookRows(
            HandbookWards wards,
            Map<String, String> parties,
            LocalDate day,
            boolean surnameFirst,
            boolean turnoutAsPart,
            Consumer<Finding> findings) {
        this.wards = wards;
        this.parties = new PartyAbbreviations(parties, findings);
        this.unopposed = new UnopposedRows(findings);
        this.cells = new CellReader(findings);
        this.findings = findings;
        this.day = day;
        this.surnameFirst = surnameFirst;
        this.turnoutAsPart = turnoutAsPart;
    }

    List<TableRow> prepare(List<TableRow> rows) {
        TableRow first = rows.get(0);
        Map<Column, String> derived = new TreeMap<>();
        Map<Column, Column> origins = new TreeMap<>();
        Map<Column, Place> elsewhere = new TreeMap<>();
        blankWhatIsMissing(first, derived, origins);
        if (isOfCounty(first)) {
            put(derived, origins, Column.BODY_NAME, first.text(Column.COUNTY_NAME), Column.COUNTY_NAME);
            put(derived, origins, Column.BODY_URI, first.text(Column.COUNTY_CODE), Column.COUNTY_CODE);
        }
        if (!wards.isEmpty()) {
            join(first, derived, origins, elsewhere);
        }
        List<TableRow> joined = rows.stream()
                .map(row -> new TableRow(
                        new JoinedLayout(row.layout(), elsewhere), row.number(), row.values(), row.stages()))
                .map(row -> candidate(row.with(derived, origins)))
                .toList();
        return unopposed.prepare(joined);
    }

    private static void put(
            Map<Column, String> derived, Map<Column, Column> origins, Column column, String text, Column origin) {
        derived.put(column, text);
        origins.put(column, origin);
    }

    private void blankWhatIsMissing(TableRow first, Map<Column, String> derived, Map<Column, Column> origins) {
        for (Column column :
                List.of(Column.SEATS, Column.ELECTORATE, Column.BALLOT_PAPERS_CAST, Column.REJECTED_BALLOT_PAPERS)) {
            if (HandbookText.isMissing(first.text(column))) {
                put(derived, origins, column, "", column);
            }
        }
        Cell turnout = first.cell(Column.TURNOUT_PERCENTAGE);
        if (!turnout.isBlank()) {
            put(
                    derived,
                    origins,
                    Column.TURNOUT_PERCENTAGE,
                    percent(turnout, turnoutAsPart),
                    Column.TURNOUT_PERCENTAGE);
        }
    }

    /** A division is a county's, and a ward a district's; where no code tells, the council's type does, or its name. */
    private boolean isOfCounty(TableRow row) {
        if (!row.has(Column.COUNTY_NAME) && !row.has(Column.COUNTY_CODE)) {
            return false;
        }
        Optional<GssCode> code = GssCode.parse(row.text(Column.AREA_CODE));
        if (code.isPresent()) {
            return code.get().entity().equals(DIVISION) || !namesDistrict(row);
        }
        Councils councils = Councils.shipped();
        if (!namesDistrict(row)
                || councils.byName(row.text(Column.COUNTY_NAME), day).isEmpty()) {
            return !namesDistrict(row);
        }
        String type = row.has(Column.COUNCIL_TYPE)
                ? row.text(Column.COUNCIL_TYPE)
                : wards.of(row)
                        .map(ward -> ward.figures().getOrDefault(Column.COUNCIL_TYPE, ""))
                        .orElse("");
        if (COUNTY.matcher(Texts.plain(type)).matches()) {
            return true;
        }
        if (!OTHER_TYPE.matcher(Texts.plain(type)).matches()
                && councils.byName(row.text(Column.BODY_NAME), day).isPresent()) {
            cells.violation(
                    "F086",
                    row.cell(Column.AREA_NAME),
                    Map.of("county", row.text(Column.COUNTY_NAME), "district", row.text(Column.BODY_NAME)));
        }
        return councils.byName(row.text(Column.BODY_NAME), day).isEmpty();
    }

    private static boolean namesDistrict(TableRow row) {
        return row.has(Column.BODY_NAME) || row.has(Column.BODY_URI);
    }

    private void join(
            TableRow first, Map<Column, String> derived, Map<Column, Column> origins, Map<Column, Place> elsewhere) {
        Optional<HandbookWards.Ward> ward = wards.of(first);
        if (ward.isEmpty()) {
            report("W032", first.cell(Column.AREA_NAME), Map.of("area", first.text(Column.AREA_NAME)));
            return;
        }
        ward.get().figures().forEach((column, text) -> {
            String own = derived.getOrDefault(column, first.text(column));
            String other = column == Column.TURNOUT_PERCENTAGE
                    ? percent(
                            new Cell(
                                    ward.get()
                                            .place()
                                            .getOrDefault(column, ward.get().row()),
                                    text),
                            ward.get().turnoutAsPart())
                    : text;
            if (own.isEmpty()) {
                elsewhere.put(
                        column,
                        ward.get().place().getOrDefault(column, ward.get().row()));
                put(derived, origins, column, other, column);
            } else if (isFigure(column) && !sameNumber(own, other)) {
                report("W034", first.cell(column), Map.of("other", other));
                put(derived, origins, column, "", column);
            }
        });
    }

    private static boolean isFigure(Column column) {
        return column != Column.COUNCIL_TYPE;
    }

    private static boolean sameNumber(String one, String other) {
        Optional<BigDecimal> number = HandbookText.number(one.replace(",", ""));
        Optional<BigDecimal> second = HandbookText.number(other.replace(",", ""));
        return number.isPresent() && second.isPresent() ? number.get().compareTo(second.get()) == 0 : one.equals(other);
    }

    /** Turnout in per cent; a text that is none stays as it is, for the reader of cells to refuse. */
    private String percent(Cell cell, boolean asPart) {
        Optional<BigDecimal> number = HandbookText.number(cell.text());
        if (HandbookText.isMissing(cell.text())
                || number.filter(some -> some.signum() == 0).isPresent()) {
            return "";
        }
        boolean part = asPart && !cell.text().endsWith("%");
        String read = number.map(some -> HandbookText.turnout(some, part)).orElse(cell.text());
        if (part && number.isPresent() && !saidTurnout) {
            saidTurnout = true;
            cells.interpretation("I037", cell, Map.of("read", read));
        }
        return read;
    }

    private TableRow candidate(TableRow row) {
        Map<Column, String> derived = new TreeMap<>();
        Map<Column, Column> origins = new TreeMap<>();
        if (HandbookText.isMissing(row.text(Column.VOTES))) {
            put(derived, origins, Column.VOTES, "", Column.VOTES);
        }
        Cell name = row.cell(Column.NAME_ON_BALLOT_PAPER);
        if (surnameFirst) {
            HandbookText.surnameFirst(name.text()).ifPresent(parted -> {
                put(derived, origins, Column.NAME_ON_BALLOT_PAPER, parted.said(), Column.NAME_ON_BALLOT_PAPER);
                put(derived, origins, Column.FAMILY_NAME, parted.family(), Column.NAME_ON_BALLOT_PAPER);
                put(derived, origins, Column.GIVEN_NAME, parted.given(), Column.NAME_ON_BALLOT_PAPER);
                sayName(name, parted);
            });
        }
        Cell party = row.cell(Column.PARTY_NAME);
        Optional<String> read = parties.read(party);
        read.ifPresent(full -> put(derived, origins, Column.PARTY_NAME, full, Column.PARTY_NAME));
        if (Texts.plain(read.orElse(party.text()).toLowerCase(Locale.ROOT)).equals(NO_DESCRIPTION)) {
            put(derived, origins, Column.PARTY_NAME, "", Column.PARTY_NAME);
        }
        return row.with(derived, origins);
    }

    private void sayName(Cell cell, HandbookText.Name name) {
        if (!saidNames) {
            saidNames = true;
            cells.interpretation("I035", cell, Map.of("read", name.said()));
        }
    }

    private void report(String rule, Cell cell, Map<String, String> details) {
        findings.accept(new Finding(
                rule, Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.given()), details));
    }
}
