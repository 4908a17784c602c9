package uk.declared.submission.row;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.declared.election.ContestStatus;
import uk.declared.election.VacancyReason;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Cell;
import uk.declared.submission.text.Texts;

/** Reads what Democracy Club says of why there is a contest and whether a poll was held; no more than that. */
final class BallotCircumstances {
    /** Words that tell a reason, of which the first that stands in the text counts. */
    private static final List<Map.Entry<String, VacancyReason>> REASONS = List.of(
            Map.entry("attend", VacancyReason.FAILURE_TO_ATTEND),
            Map.entry("accept", VacancyReason.FAILURE_TO_ACCEPT_OFFICE),
            Map.entry("losing qualif", VacancyReason.NO_LONGER_QUALIFIED),
            Map.entry("loss of qualif", VacancyReason.NO_LONGER_QUALIFIED),
            Map.entry("lost qualif", VacancyReason.NO_LONGER_QUALIFIED),
            Map.entry("longer qualif", VacancyReason.NO_LONGER_QUALIFIED),
            Map.entry("disqualif", VacancyReason.DISQUALIFICATION),
            Map.entry("resign", VacancyReason.RESIGNATION),
            Map.entry("stepped down", VacancyReason.RESIGNATION),
            Map.entry("death", VacancyReason.DEATH),
            Map.entry("died", VacancyReason.DEATH),
            Map.entry("void", VacancyReason.ELECTION_VOID),
            Map.entry("court", VacancyReason.ELECTION_VOID),
            Map.entry("petition", VacancyReason.ELECTION_VOID),
            Map.entry("elected scottish parliament", VacancyReason.ELECTED_TO_SCOTTISH_PARLIAMENT),
            Map.entry("elected to the scottish parliament", VacancyReason.ELECTED_TO_SCOTTISH_PARLIAMENT),
            Map.entry("senedd", VacancyReason.ELECTED_TO_SENEDD),
            Map.entry("elected parliament", VacancyReason.ELECTED_TO_PARLIAMENT),
            Map.entry("elected to parliament", VacancyReason.ELECTED_TO_PARLIAMENT),
            Map.entry("strategic authority mayor", VacancyReason.ELECTED_MAYOR_OF_STRATEGIC_AUTHORITY),
            Map.entry("elected mayor", VacancyReason.ELECTED_MAYOR),
            Map.entry("unfilled", VacancyReason.LEFT_UNFILLED));

    /** Texts that give no reason. */
    private static final List<String> NO_REASON = List.of("", "notapplicable", "notabyelection", "na");

    /** Texts that say only that the reason is another, or not known. */
    private static final Map<String, VacancyReason> WHOLE =
            Map.of("other", VacancyReason.OTHER, "unknown", VacancyReason.NOT_STATED);

    private final CellReader cells;
    private final Consumer<Finding> findings;

    BallotCircumstances(CellReader cells, Consumer<Finding> findings) {
        this.cells = cells;
        this.findings = findings;
    }

    void read(List<TableRow> rows, BallotRows.Derived derived) {
        status(rows, derived);
        reason(derived);
    }

    /** A poll that was cancelled with everybody elected was cancelled for want of a contest, which votes and winners tell. */
    private void status(List<TableRow> rows, BallotRows.Derived derived) {
        Cell cell = derived.row().cell(Column.CANCELLED_POLL);
        boolean wantOfContest =
                rows.stream().allMatch(row -> !row.has(Column.VOTES) && YesOrNo.isYes(row.text(Column.ELECTED)));
        if (cells.yesOrNo(cell).orElse(false) && !wantOfContest) {
            derived.put(Column.CONTEST_STATUS, ContestStatus.CANCELLED.notation(), Column.CANCELLED_POLL);
            warn("W089", cell, Map.of());
        }
    }

    private void reason(BallotRows.Derived derived) {
        Cell cell = derived.row().cell(Column.BY_ELECTION_REASON);
        String text = cell.text().toLowerCase(Locale.ROOT).replace('_', ' ');
        Optional<VacancyReason> reason = Optional.ofNullable(WHOLE.get(Texts.plain(text)))
                .or(() -> REASONS.stream()
                        .filter(entry -> text.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
        reason.ifPresent(found -> derived.put(Column.VACANCY_REASON, found.notation(), Column.BY_ELECTION_REASON));
        if (reason.isEmpty() && !NO_REASON.contains(Texts.plain(text))) {
            warn("W086", cell, Map.of("why", "reason", "instead", "reason"));
        }
    }

    private void warn(String rule, Cell cell, Map<String, String> details) {
        findings.accept(
                new Finding(rule, Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }
}
