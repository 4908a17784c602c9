package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import uk.declared.election.Candidacy;
import uk.declared.election.Gender;
import uk.declared.election.Nation;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.HandbookText;
import uk.declared.submission.text.Texts;

/** Reads the candidacies of one contest, a row each. */
final class CandidacyReader {
    private static final Pattern PERSON = Pattern.compile("[1-9]\\d{0,9}");

    /** How sources write a gender, without case and punctuation. */
    private static final Map<Gender, Set<String>> GENDERS = Map.of(
            Gender.FEMALE, Set.of("f", "female", "w", "woman", "benyw", "menyw"),
            Gender.MALE, Set.of("m", "male", "man", "gwryw", "dyn"),
            Gender.ANOTHER, Set.of("x", "nb", "nonbinary", "other", "another", "anneuaidd", "arall"));

    private final CellReader cells;
    private final Consumer<Finding> findings;
    private final StandingReader standings;

    CandidacyReader(CellReader cells, PartyFinder parties, Consumer<Finding> findings) {
        this.cells = cells;
        this.findings = findings;
        this.standings = new StandingReader(cells, parties, findings);
    }

    /** @param nation the nation that the contest is held in, where it is known */
    List<Candidacy> read(List<TableRow> rows, LocalDate day, Optional<Nation> nation) {
        return rows.stream().map(row -> candidacy(row, day, nation)).toList();
    }

    private Candidacy candidacy(TableRow row, LocalDate day, Optional<Nation> nation) {
        Optional<String> given = cells.text(row.cell(Column.GIVEN_NAME));
        Optional<String> family = cells.text(row.cell(Column.FAMILY_NAME));
        Optional<String> commonGiven = cells.text(row.cell(Column.COMMONLY_USED_GIVEN_NAME));
        Optional<String> commonFamily = cells.text(row.cell(Column.COMMONLY_USED_FAMILY_NAME));
        String printed = cells.text(row.cell(Column.NAME_ON_BALLOT_PAPER))
                .orElseGet(() -> join(commonGiven.or(() -> given), commonFamily.or(() -> family)));
        return new Candidacy(
                printed,
                given,
                family,
                commonGiven,
                commonFamily,
                standings.read(row, day, nation),
                cells.text(row.cell(Column.DESCRIPTION)),
                cells.count(row.cell(Column.VOTES)),
                cells.yesOrNo(row.cell(Column.ELECTED)),
                cells.yesOrNo(row.cell(Column.DECIDED_BY_LOT)).orElse(false),
                person(row.cell(Column.PERSON_ID)),
                gender(row.cell(Column.GENDER)),
                incumbent(row.cell(Column.INCUMBENT)));
    }

    private Optional<Gender> gender(Cell cell) {
        String plain = Texts.plain(cell.text());
        Optional<Gender> gender = Arrays.stream(Gender.values())
                .filter(each -> GENDERS.getOrDefault(each, Set.of()).contains(plain))
                .findFirst();
        if (gender.isEmpty()) {
            leftOut(cell, "gender");
        }
        return gender;
    }

    private Optional<Boolean> incumbent(Cell cell) {
        Optional<Boolean> incumbent = YesOrNo.isYes(cell.text())
                ? Optional.of(true)
                : Optional.of(false).filter(no -> YesOrNo.isNo(cell.text()));
        if (incumbent.isEmpty()) {
            leftOut(cell, "incumbent");
        }
        return incumbent;
    }

    private void leftOut(Cell cell, String why) {
        if (!cell.isBlank() && !HandbookText.isMissing(cell.text())) {
            findings.accept(new Finding(
                    "W086",
                    Severity.WARNING,
                    cell.place(),
                    Optional.empty(),
                    Optional.of(cell.text()),
                    Map.of("why", why)));
        }
    }

    /** Democracy Club's number of a person; the only source so far that tells people apart by more than their names. */
    private Optional<String> person(Cell cell) {
        Optional<String> number =
                Optional.of(cell.text()).filter(text -> PERSON.matcher(text).matches());
        if (number.isEmpty() && !cell.isBlank()) {
            findings.accept(new Finding(
                    "W086",
                    Severity.WARNING,
                    cell.place(),
                    Optional.empty(),
                    Optional.of(cell.text()),
                    Map.of("why", "person", "instead", "person")));
        }
        return number.map(digits -> "dc-" + digits);
    }

    private static String join(Optional<String> given, Optional<String> family) {
        return (given.orElse("") + " " + family.orElse("")).strip();
    }
}
