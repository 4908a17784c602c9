package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import uk.declared.election.Area;
import uk.declared.election.BallotId;
import uk.declared.election.Candidacy;
import uk.declared.election.Circumstances;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestStatus;
import uk.declared.election.ContestStatusReason;
import uk.declared.election.ContestType;
import uk.declared.election.DeclarationDetails;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.ElectoralLaw;
import uk.declared.election.GssCode;
import uk.declared.election.Nation;
import uk.declared.election.Office;
import uk.declared.election.Slug;
import uk.declared.election.VacancyReason;
import uk.declared.election.VotingSystem;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.ViolationCount;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.text.Texts;

/**
 * Puts a contest together from the rows of its candidates:
 *
 * <ol>
 *   <li>what the rows say of the contest must be the same on each of them,
 *   <li>office, day, area and body identify it; without them there is no contest to give on,
 *   <li>its account of ballot papers is taken once, from the first row,
 *   <li>each row is a candidacy, or what one had in a counting area.
 * </ol>
 */
public final class ContestAssembler {
    private final TableFormat format;
    private final Consumer<Finding> findings;
    private final CellReader cells;
    private final BodyReader bodies;
    private final CandidacyReader candidacies;
    private final AreaFinder areas;
    private final BallotRows ballots;
    private final ElectionRows elections;
    private final CountReader counts;
    private final BallotAccountReader accounts;
    private final PartReader parts;
    private final FixedValues fixed;
    private final LotReader lots;
    private final ReadOptions options;
    private boolean saidNominated;
    private final ViolationCount violations;

    public ContestAssembler(
            TableFormat format, ReadOptions options, ReferenceData reference, Consumer<Finding> consumer) {
        this.violations = new ViolationCount(consumer);
        Consumer<Finding> findings = violations;
        this.format = format;
        this.findings = findings;
        this.options = options;
        this.cells = new CellReader(findings);
        this.bodies = new BodyReader(cells, options);
        this.candidacies = new CandidacyReader(cells, new PartyFinder(reference.parties(), findings), findings);
        this.areas = new AreaFinder(reference.geography(), findings);
        this.ballots = new BallotRows(reference, findings);
        this.elections = new ElectionRows(findings);
        this.counts = new CountReader(cells);
        this.accounts = new BallotAccountReader(cells);
        this.parts = new PartReader(cells, accounts, findings);
        this.fixed = new FixedValues(format);
        this.lots = new LotReader(findings);
    }

    /** Gives on the contest of these rows, or says that something that identifies it cannot be read. */
    public void assemble(List<TableRow> rows, ContestSink sink) {
        int before = violations.violations();
        Optional<SubmittedContest> contest = assemble(rows);
        contest.ifPresent(sink::contest);
        if (contest.isEmpty() && violations.violations() > before) {
            sink.unidentified(TableRow.unidentified(rows));
        }
    }

    /** The contest of these rows, unless something that identifies it cannot be read; who asks says so. */
    public Optional<SubmittedContest> assemble(List<TableRow> rows) {
        requireAgreement(rows);
        return prepared(fixed.completed(rows)).flatMap(this::assemblePrepared);
    }

    /** The rows with everything that identifies their contest in the columns that the template has for it. */
    private Optional<List<TableRow>> prepared(List<TableRow> rows) {
        if (format.namesBallots()) {
            return ballots.prepare(rows);
        }
        return format.namesElections() ? elections.prepare(rows) : Optional.of(rows);
    }

    private Optional<SubmittedContest> assemblePrepared(List<TableRow> rows) {
        TableRow first = rows.get(0);
        Optional<ElectionKind> kind = kind(first);
        Optional<LocalDate> day = day(first);
        Optional<Area> area = area(first);
        if (kind.isEmpty() || day.isEmpty() || area.isEmpty()) {
            return Optional.empty();
        }
        Optional<BodyReader.Found> body = bodies.body(first, kind.get().office(), day.get());
        return body.map(found ->
                contest(rows, kind.get(), day.get(), coded(first, area.get(), kind.get(), day.get(), found), found));
    }

    /** Only a council's electoral areas are told by their names within it. */
    private Area coded(TableRow row, Area area, ElectionKind kind, LocalDate day, BodyReader.Found body) {
        return kind.office() == Office.COUNCILLOR
                ? areas.withCode(area, body.body(), day, row.cell(Column.AREA_NAME))
                : area;
    }

    private SubmittedContest contest(
            List<TableRow> given, ElectionKind kind, LocalDate day, Area area, BodyReader.Found body) {
        if (format.isSupplement()) {
            return supplement(given, kind, day, area, body);
        }
        Map<String, List<TableRow>> byArea = PartReader.byArea(given);
        List<TableRow> rows = byArea.isEmpty() ? given : PartReader.whole(given);
        TableRow first = rows.get(0);
        Optional<VotingSystem> system = votingSystem(first, kind.office(), area, body, day);
        List<Candidacy> asWritten = candidacies.read(rows, day, nation(area, body));
        List<Candidacy> read = format.namesBallots() && system.equals(Optional.of(VotingSystem.FIRST_PAST_THE_POST))
                ? lots.read(rows, asWritten)
                : asWritten;
        OptionalInt seats = cells.count(first.cell(Column.SEATS));
        BallotId id = first.has(Column.BALLOT_ID)
                ? new BallotId(first.text(Column.BALLOT_ID))
                : BallotId.of(body.body(), kind.office(), area, day, kind.type());
        ContestResult result = ContestResult.of(id, body.body(), kind.office(), area, day, kind.type())
                .votingSystem(system)
                .seats(seats)
                .status(status(rows, given))
                .account(accounts.account(first))
                .circumstances(circumstances(first))
                .candidacies(read)
                .count(format.hasStages() ? counts.read(rows) : Optional.empty())
                .parts(parts.read(byArea, rows))
                .build();
        List<TableRow> areas = byArea.values().stream().map(of -> of.get(0)).toList();
        return new SubmittedContest(result, details(first, day), RowSources.of(rows, areas));
    }

    /** Figures that come later; who stood and how many votes they had was said before. */
    private SubmittedContest supplement(
            List<TableRow> rows, ElectionKind kind, LocalDate day, Area area, BodyReader.Found body) {
        TableRow first = rows.get(0);
        BallotId id = BallotId.of(body.body(), kind.office(), area, day, kind.type());
        ContestResult result = ContestResult.of(id, body.body(), kind.office(), area, day, kind.type())
                .account(accounts.account(first))
                .build();
        return new SubmittedContest(result, details(first, day), RowSources.of(List.of(first), List.of()), true);
    }

    /** A contest has one electorate, one day, one turnout: rows that disagree cannot all be right. */
    private void requireAgreement(List<TableRow> rows) {
        Map<TableRow, String> areas = new IdentityHashMap<>();
        PartReader.byArea(rows).forEach((area, of) -> of.forEach(row -> areas.put(row, area)));
        Map<String, TableRow> firsts = new HashMap<>();
        for (TableRow row : rows) {
            TableRow ofArea = firsts.putIfAbsent(areas.getOrDefault(row, ""), row);
            TableRow first = ofArea == null ? rows.get(0) : ofArea;
            for (Column column : row.columns()) {
                // The rows of a counting area may be silent on the whole, and have an account of their own.
                boolean apart = ofArea == null && (column.isOfAccount() || !row.has(column) || !first.has(column));
                if (column.scope() != Column.Scope.CANDIDACY
                        && column.scope() != Column.Scope.PART
                        && !apart
                        && !row.text(column).equals(first.text(column))) {
                    boolean ofContest = column.scope() == Column.Scope.CONTEST;
                    findings.accept(new Finding(
                            ofContest ? "F040" : "W047",
                            ofContest ? Severity.VIOLATION : Severity.WARNING,
                            row.cell(column).place(),
                            Optional.empty(),
                            Optional.of(row.text(column)),
                            Map.of("row", Integer.toString(first.number()), "other", first.text(column))));
                }
            }
        }
    }

    private Optional<ElectionKind> kind(TableRow row) {
        Cell type = row.cell(Column.ELECTION_TYPE);
        if (format.headings().containsValue(Column.ELECTION_TYPE)) {
            Optional<ElectionKind> kind = ElectionKind.ofLga(type.text());
            if (kind.isEmpty()) {
                if (type.isBlank()) {
                    cells.missing(row, Column.ELECTION_TYPE, heading(Column.ELECTION_TYPE));
                } else {
                    cells.violation("F037", type, Map.of("heading", heading(Column.ELECTION_TYPE)));
                }
            }
            return kind;
        }
        Optional<Office> office =
                code(row.cell(Column.OFFICE), Office.values(), Office::notation, Optional.of(Office.COUNCILLOR));
        Optional<ContestType> contestType = code(
                row.cell(Column.CONTEST_TYPE),
                ContestType.values(),
                ContestType::notation,
                Optional.of(ContestType.ORDINARY));
        return office.flatMap(of -> contestType.map(is -> new ElectionKind(of, is)));
    }

    private Optional<LocalDate> day(TableRow row) {
        Cell cell = row.cell(Column.POLLING_DATE);
        if (cell.isBlank()) {
            if (options.pollingDate().isEmpty()) {
                cells.missing(row, Column.POLLING_DATE, heading(Column.POLLING_DATE));
            }
            return options.pollingDate();
        }
        Optional<LocalDate> day = cells.day(cell);
        Optional<LocalDate> other = options.pollingDate();
        if (day.isPresent() && other.isPresent() && !day.equals(other)) {
            cells.violation("F042", cell, Map.of("other", other.get().toString(), "option", "--date"));
        }
        return day;
    }

    private Optional<Area> area(TableRow row) {
        Cell code = row.cell(Column.AREA_CODE);
        Optional<GssCode> gss = cells.code(code);
        Optional<String> name = cells.text(row.cell(Column.AREA_NAME));
        if (name.isEmpty() || Slug.of(name.get()).isEmpty()) {
            cells.missing(row, Column.AREA_NAME, heading(Column.AREA_NAME));
            return Optional.empty();
        }
        return !code.isBlank() && gss.isEmpty() ? Optional.empty() : Optional.of(new Area(gss, name.get()));
    }

    private static Optional<Nation> nation(Area area, BodyReader.Found body) {
        return area.code().flatMap(GssCode::nation).or(body::nation);
    }

    private Optional<VotingSystem> votingSystem(
            TableRow row, Office office, Area area, BodyReader.Found body, LocalDate day) {
        Cell cell = row.cell(Column.VOTING_SYSTEM);
        if (!cell.isBlank()) {
            return code(cell, VotingSystem.values(), VotingSystem::notation, Optional.empty());
        }
        return ElectoralLaw.shipped().votingSystem(office, body.body(), nation(area, body), day);
    }

    /**
     * Candidates of whom none has votes and none is called elected or not are nominated; where only counting areas have figures so far,
     * the result is provisional, even if its rows say that it is declared.
     */
    private DeclarationStatus status(List<TableRow> rows, List<TableRow> all) {
        TableRow first = rows.get(0);
        boolean nominated = rows.stream().noneMatch(row -> row.has(Column.VOTES) || row.has(Column.ELECTED));
        if (nominated && !first.has(Column.STATUS) && all.stream().noneMatch(row -> row.has(Column.VOTES))) {
            sayNominated(first);
            return DeclarationStatus.NOMINATED;
        }
        DeclarationStatus said = code(
                        first.cell(Column.STATUS),
                        DeclarationStatus.values(),
                        DeclarationStatus::notation,
                        Optional.of(DeclarationStatus.DECLARED))
                .orElse(DeclarationStatus.DECLARED);
        boolean partsAlone = nominated && all.stream().anyMatch(row -> row.has(Column.VOTES));
        return partsAlone && said == DeclarationStatus.DECLARED ? DeclarationStatus.PROVISIONAL : said;
    }

    /** Said once for a file: nominations come by the hundred. */
    private void sayNominated(TableRow row) {
        if (!saidNominated) {
            saidNominated = true;
            cells.interpretation("I090", row.cell(Column.VOTES), Map.of());
        }
    }

    private Circumstances circumstances(TableRow row) {
        return new Circumstances(
                code(
                        row.cell(Column.CONTEST_STATUS),
                        ContestStatus.values(),
                        ContestStatus::notation,
                        Optional.empty()),
                code(
                        row.cell(Column.CONTEST_STATUS_REASON),
                        ContestStatusReason.values(),
                        ContestStatusReason::notation,
                        Optional.empty()),
                code(
                        row.cell(Column.VACANCY_REASON),
                        VacancyReason.values(),
                        VacancyReason::notation,
                        Optional.empty()),
                cells.moment(row.cell(Column.EXPECTED_DECLARATION)));
    }

    private DeclarationDetails details(TableRow row, LocalDate day) {
        return new DeclarationDetails(
                cells.day(row.cell(Column.PUBLICATION_DATE)),
                bodies.publisher(row, day),
                cells.text(row.cell(Column.RETURNING_OFFICER)),
                cells.text(row.cell(Column.CONTACT_NAME)),
                cells.text(row.cell(Column.CONTACT_EMAIL)),
                cells.text(row.cell(Column.CONTACT_TELEPHONE)),
                cells.address(row.cell(Column.PAGE)),
                cells.address(row.cell(Column.SERVICE)));
    }

    /** A code of a code list by its notation; a blank cell means the usual one. */
    private <T> Optional<T> code(Cell cell, T[] codes, Function<T, String> notation, Optional<T> usual) {
        if (cell.isBlank()) {
            return usual;
        }
        String wanted = Texts.plain(cell.text());
        Optional<T> found = Arrays.stream(codes)
                .filter(code -> Texts.plain(notation.apply(code)).equals(wanted))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known = Arrays.stream(codes).map(notation).toList();
            cells.violation("F044", cell, Map.of("codes", String.join(", ", known)));
        }
        return found;
    }

    private String heading(Column column) {
        return format.headingOf(column);
    }
}
