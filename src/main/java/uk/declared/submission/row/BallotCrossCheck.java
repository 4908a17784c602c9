package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.ContestType;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.Slug;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.BallotName;

/** Compares what an identifier says of a contest with what other columns say of it. */
final class BallotCrossCheck {
    /** Words that an area's name may have and its identifier lack. */
    private static final Set<String> COMMON_WORDS = Set.of("and", "the", "ward", "division");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final CellReader cells;
    private final Consumer<Finding> findings;

    BallotCrossCheck(CellReader cells, Consumer<Finding> findings) {
        this.cells = cells;
        this.findings = findings;
    }

    /** @param named the column that the identifier stands in */
    void check(TableRow row, BallotName name, Column named) {
        Cell day = row.cell(Column.POLLING_DATE);
        if (DAY.matcher(day.text()).matches() && !day.text().equals(name.day().toString())) {
            disagrees(day, name);
        }
        if (named == Column.BALLOT_ID) {
            checkElection(row, name);
            checkType(row, name);
        }
        checkOrganisation(row, name);
        checkArea(row, name);
    }

    /** Whether a row says that its contest is a by-election; one that says nothing is of an ordinary election. */
    boolean isByElection(TableRow row) {
        return cells.yesOrNo(row.cell(Column.BY_ELECTION)).orElse(false);
    }

    private void checkElection(TableRow row, BallotName name) {
        Cell cell = row.cell(Column.ELECTION_ID);
        Optional<BallotName> election = BallotName.parse(cell.text());
        if (cell.isBlank()) {
            return;
        }
        boolean same = election.filter(other ->
                        other.kind().equals(name.kind()) && other.day().equals(name.day()) && isBeginning(other, name))
                .isPresent();
        if (!same) {
            disagrees(cell, name);
        }
    }

    /** An election's identifier has the first of the names that its ballots' identifiers have, or none of them. */
    private static boolean isBeginning(BallotName election, BallotName ballot) {
        return election.names().size() <= ballot.names().size()
                && ballot.names().subList(0, election.names().size()).equals(election.names());
    }

    private void checkType(TableRow row, BallotName name) {
        Cell cell = row.cell(Column.BY_ELECTION);
        Optional<Boolean> said = cells.yesOrNo(cell);
        if (said.isPresent() && said.get() != (name.type() == ContestType.BY_ELECTION)) {
            disagrees(cell, name);
        }
    }

    private void checkOrganisation(TableRow row, BallotName name) {
        Cell cell = row.cell(Column.ORGANISATION_NAME);
        LocalDate day = name.day();
        Optional<Council> said =
                cell.isBlank() ? Optional.empty() : Councils.shipped().byName(cell.text(), day);
        Optional<Council> identified =
                name.body().flatMap(slug -> Councils.shipped().bySlug(slug, day));
        if (said.isPresent() && identified.isPresent() && !said.equals(identified)) {
            disagrees(cell, name);
        }
    }

    private void checkArea(TableRow row, BallotName name) {
        Cell cell = row.cell(Column.AREA_NAME);
        if (name.area().isPresent()
                && !cell.isBlank()
                && !words(cell.text())
                        .equals(words(BallotName.asWords(name.area().get())))) {
            findings.accept(new Finding(
                    "W083",
                    Severity.WARNING,
                    cell.place(),
                    Optional.empty(),
                    Optional.of(cell.text()),
                    Map.of("id", name.text())));
        }
    }

    private static Set<String> words(String name) {
        return Stream.of(Slug.of(name).split("-"))
                .filter(word -> !COMMON_WORDS.contains(word))
                .collect(Collectors.toSet());
    }

    private void disagrees(Cell cell, BallotName name) {
        cells.violation("F081", cell, Map.of("id", name.text()));
    }
}
