package uk.declared.submission.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Tally;
import uk.declared.election.Tally.Outcome;
import uk.declared.format.Column;
import uk.declared.submission.Cell;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.text.Texts;
import uk.declared.submission.text.WrittenNumber;

/** Reads the stages of a count by the single transferable vote from the rows of a contest's candidates. */
final class CountReader {
    private final CellReader cells;

    CountReader(CellReader cells) {
        this.cells = cells;
    }

    /** The stages of a count; absent where the rows tell of none. */
    Optional<Count> read(List<TableRow> rows) {
        TableRow first = rows.get(0);
        Optional<BigDecimal> quota = cells.votes(first.cell(Column.QUOTA));
        int last = rows.stream()
                .flatMap(row -> row.stages().keySet().stream())
                .mapToInt(StageColumn::number)
                .max()
                .orElse(0);
        Map<Integer, Decided> decided = decided(rows, last);
        int stages = Math.max(
                last, decided.values().stream().mapToInt(Decided::stage).max().orElse(0));
        if (stages == 0) {
            return quota.map(votes -> new Count(quota, List.of()));
        }
        List<CountStage> read = new ArrayList<>();
        for (int number = 1; number <= stages; number++) {
            stage(number, rows, decided).ifPresent(read::add);
        }
        return Optional.of(new Count(quota, read));
    }

    /** What became of a candidate, and the stage that decided it. */
    private record Decided(Outcome outcome, int stage) {}

    private Map<Integer, Decided> decided(List<TableRow> rows, int last) {
        Map<Integer, Decided> decided = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Cell outcome = rows.get(i).cell(Column.OUTCOME);
            OptionalInt stage = cells.count(rows.get(i).cell(Column.OUTCOME_STAGE));
            Optional<Outcome> read = outcome(outcome);
            // Who is neither elected nor excluded is so at the end.
            int at = stage.orElse(Math.max(last, 1));
            boolean counted = rows.get(i).has(Column.VOTES);
            if (read.isPresent() && counted && (stage.isPresent() || read.get() == Outcome.NOT_ELECTED)) {
                decided.put(i, new Decided(read.get(), at));
            }
        }
        return decided;
    }

    private Optional<Outcome> outcome(Cell cell) {
        return switch (Texts.plain(cell.text())) {
            case "" -> Optional.empty();
            case "elected", "deemedelected" -> Optional.of(Outcome.ELECTED);
            case "excluded", "eliminated" -> Optional.of(Outcome.EXCLUDED);
            case "notelected", "unelected" -> Optional.of(Outcome.NOT_ELECTED);
            default -> {
                cells.violation("F028", cell);
                yield Optional.empty();
            }
        };
    }

    private Optional<CountStage> stage(int number, List<TableRow> rows, Map<Integer, Decided> decided) {
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            Optional<BigDecimal> votes =
                    number == 1 ? first(row) : cells.votes(row.cell(new StageColumn(StageColumn.Kind.TOTAL, number)));
            Optional<BigDecimal> transfer = number == 1
                    ? Optional.empty()
                    : cells.votes(row.cell(new StageColumn(StageColumn.Kind.TRANSFER, number)));
            Optional<Outcome> outcome = Optional.ofNullable(decided.get(i))
                    .filter(found -> found.stage() == number)
                    .map(Decided::outcome);
            if (votes.isPresent() || transfer.isPresent() || outcome.isPresent()) {
                tallies.add(new Tally(i, votes, transfer, outcome));
            }
        }
        StageColumn lost = new StageColumn(StageColumn.Kind.NON_TRANSFERABLE, number);
        Optional<BigDecimal> nonTransferable = rows.stream()
                .filter(row -> row.stages().containsKey(lost))
                .findFirst()
                .flatMap(row -> cells.votes(row.cell(lost)));
        return tallies.isEmpty() ? Optional.empty() : Optional.of(new CountStage(number, nonTransferable, tallies));
    }

    /** First preferences were read as the candidate's votes; what is wrong with them was said there. */
    private static Optional<BigDecimal> first(TableRow row) {
        return WrittenNumber.parse(row.text(Column.VOTES))
                .filter(written -> !written.isTooLarge() && written.value().signum() >= 0)
                .map(WrittenNumber::value)
                .filter(votes -> votes.stripTrailingZeros().scale() <= 0)
                .map(votes -> votes.setScale(0));
    }
}
