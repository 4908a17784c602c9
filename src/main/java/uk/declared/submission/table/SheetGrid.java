package uk.declared.submission.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.submission.Submission;
import uk.declared.submission.workbook.CellRange;
import uk.declared.submission.workbook.Sheet;
import uk.declared.submission.workbook.SheetCell;
import uk.declared.submission.workbook.SheetRow;
import uk.declared.submission.workbook.Workbook;

/** A sheet of a workbook as a table: every row is as wide as the widest before it. */
public final class SheetGrid implements Grid {
    /** More than any known table has; what stands beyond is put into the last cell, so that it is not lost silently. */
    private static final int MOST_COLUMNS = 600;

    private final Submission submission;
    private final Workbook workbook;
    private final Sheet of;
    private Optional<Map<CellRange, String>> merged = Optional.empty();

    public SheetGrid(Submission submission, Workbook workbook, Sheet of) {
        this.submission = submission;
        this.workbook = workbook;
        this.of = of;
    }

    @Override
    public String file() {
        return submission.name();
    }

    @Override
    public Optional<String> sheet() {
        return Optional.of(of.name());
    }

    @Override
    public void forEach(RowConsumer consumer) throws IOException {
        int[] width = {0};
        workbook.rows(of, row -> {
            List<String> texts = texts(row, width[0]);
            width[0] = Math.max(width[0], texts.size());
            return consumer.accept(row.number(), texts);
        });
    }

    @Override
    public Optional<String> mergedAbove(int row, int column) throws IOException {
        if (merged.isEmpty()) {
            merged = Optional.of(merged());
        }
        return merged.get().entrySet().stream()
                .filter(range -> range.getKey().firstRow() < row
                        && range.getKey().lastRow() >= row
                        && range.getKey().firstColumn() <= column
                        && range.getKey().lastColumn() >= column)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The cells merged over several rows, with their texts. */
    private Map<CellRange, String> merged() throws IOException {
        List<CellRange> ranges = workbook.merged(of).stream()
                .filter(range -> range.lastRow() > range.firstRow())
                .toList();
        Map<CellRange, String> texts = new LinkedHashMap<>();
        int last = ranges.stream().mapToInt(CellRange::firstRow).max().orElse(0);
        if (last > 0) {
            workbook.rows(of, row -> {
                for (CellRange range : ranges) {
                    row.cells().stream()
                            .filter(cell -> range.firstRow() == row.number() && range.firstColumn() == cell.column())
                            .forEach(cell -> texts.put(range, cell.text()));
                }
                return row.number() < last;
            });
        }
        return texts;
    }

    private static List<String> texts(SheetRow row, int atLeast) {
        List<SheetCell> cells = row.cells();
        int last = cells.isEmpty() ? 0 : cells.get(cells.size() - 1).column();
        int width = Math.min(MOST_COLUMNS, Math.max(atLeast, last));
        List<String> texts = new ArrayList<>(Collections.nCopies(width, ""));
        cells.forEach(cell -> texts.set(Math.min(cell.column(), MOST_COLUMNS) - 1, cell.text()));
        return texts;
    }
}
