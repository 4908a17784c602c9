package uk.declared.submission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uk.declared.election.Candidacy;
import uk.declared.election.Circumstances;
import uk.declared.election.ContestStatus;
import uk.declared.election.VacancyReason;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** Reads why there is a contest and whether a poll was held; no more than the source says. */
final class CircumstancesReader {
    /** Words that tell a reason, of which the first that stands in the text counts. */
    private static final List<Map.Entry<String, VacancyReason>> REASONS = List.of(
            Map.entry("attend", VacancyReason.FAILURE_TO_ATTEND),
            Map.entry("accept", VacancyReason.FAILURE_TO_ACCEPT_OFFICE),
            Map.entry("disqualif", VacancyReason.DISQUALIFICATION),
            Map.entry("resign", VacancyReason.RESIGNATION),
            Map.entry("stepped down", VacancyReason.RESIGNATION),
            Map.entry("death", VacancyReason.DEATH),
            Map.entry("died", VacancyReason.DEATH),
            Map.entry("void", VacancyReason.ELECTION_VOID),
            Map.entry("unfilled", VacancyReason.LEFT_UNFILLED));

    private final CellReader cells;
    private final Consumer<Finding> findings;

    CircumstancesReader(CellReader cells, Consumer<Finding> findings) {
        this.cells = cells;
        this.findings = findings;
    }

    Circumstances read(TableRow row, OptionalInt seats, List<Candidacy> candidacies) {
        return new Circumstances(status(row.cell(Column.CANCELLED_POLL), seats, candidacies), reason(row));
    }

    /** A poll that was cancelled with everybody elected was cancelled for want of a contest. */
    private Optional<ContestStatus> status(Cell cell, OptionalInt seats, List<Candidacy> candidacies) {
        if (!cells.yesOrNo(cell).orElse(false)) {
            return Optional.empty();
        }
        boolean allElected = candidacies.stream()
                .allMatch(candidacy ->
                        candidacy.votes().isEmpty() && candidacy.elected().equals(Optional.of(true)));
        if (allElected && seats.orElse(Integer.MAX_VALUE) >= candidacies.size()) {
            boolean fewer = seats.isPresent() && seats.getAsInt() > candidacies.size();
            return Optional.of(fewer ? ContestStatus.UNDER_CONTESTED : ContestStatus.UNCONTESTED);
        }
        warn("W089", cell, Map.of());
        return Optional.of(ContestStatus.CANCELLED);
    }

    private Optional<VacancyReason> reason(TableRow row) {
        Cell cell = row.cell(Column.VACANCY_REASON);
        String text = cell.text().toLowerCase(Locale.ROOT).replace('_', ' ');
        Optional<VacancyReason> reason = REASONS.stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        boolean says = Stream.of("", "notapplicable", "notabyelection", "unknown", "other", "na")
                .noneMatch(nothing -> nothing.equals(Texts.plain(text)));
        if (says && reason.isEmpty()) {
            warn("W086", cell, Map.of("why", "reason"));
        }
        return reason;
    }

    private void warn(String rule, Cell cell, Map<String, String> details) {
        findings.accept(
                new Finding(rule, Severity.WARNING, cell.place(), Optional.empty(), Optional.of(cell.text()), details));
    }
}
