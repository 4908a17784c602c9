package uk.declared.submission.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import uk.declared.format.Column;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.row.MissingValues;
import uk.declared.submission.row.QuotedLayout;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.text.Formula;
import uk.declared.submission.text.SharedTexts;
import uk.declared.submission.text.SpreadsheetText;
import uk.declared.submission.text.Texts;

/**
 * A grid as the rows of a table whose columns are known.
 */
public final class Table {
    private final Grid grid;
    private final TableLayout layout;
    private final boolean carries;
    private final boolean above;
    private final SharedTexts shared = new SharedTexts();

    public Table(Grid grid, TableLayout layout) {
        this(grid, layout, false, false);
    }

    /**
     * A table of an officer's own.
     *
     * @param carries whether a ward holds for the rows below it that name none
     * @param above whether a ward stands alone on a row above its candidates
     */
    public Table(Grid grid, TableLayout layout, boolean carries, boolean above) {
        this.grid = grid;
        this.layout = layout;
        this.carries = carries;
        this.above = above;
    }

    String file() {
        return grid.file();
    }

    /**
     * Takes one row after another; blank rows are passed over. A row with fewer or more cells than there are headings is
     * reported and left out, since it cannot be known which cell is missing.
     *
     * @return how many rows there are that are not blank, those left out included
     */
    int forEach(Consumer<TableRow> rows, Consumer<Finding> findings) throws IOException, UnreadableSubmissionException {
        int[] count = {0};
        MissingValues missing = new MissingValues(findings);
        RowNotes about = new RowNotes(layout, findings);
        WardAbove wards = new WardAbove(layout, findings);
        grid.forEach((number, fields) -> {
            if (above && wards.isTitle(number, fields)) {
                return true;
            }
            if (number > layout.headingRow() && !isBlank(fields, 0)) {
                count[0]++;
                Optional<Finding> unfit = unfit(number, fields);
                unfit.ifPresent(findings);
                if (unfit.isEmpty()) {
                    TableRow row = filled(row(number, fields, missing), about);
                    if (!about.isPassedOver(row) && !(carries && wards.isWardAlone(row))) {
                        rows.accept(carries ? wards.carried(row, above) : row);
                    }
                }
            }
            return true;
        });
        return count[0];
    }

    /** What a merged cell holds, it holds for all its rows; people and their votes are never so many. */
    private TableRow filled(TableRow row, RowNotes about) {
        if (row.values().values().stream().noneMatch(String::isEmpty)) {
            return row;
        }
        Map<Column, String> values = new TreeMap<>(row.values());
        layout.indexes().forEach((column, index) -> {
            boolean ofAll = column.scope() != Column.Scope.CANDIDACY
                    || column == Column.PARTY_NAME
                    || column == Column.PARTY_ID;
            if (ofAll && row.text(column).isEmpty()) {
                merged(row.number(), index + 1).ifPresent(text -> {
                    values.put(column, Texts.clean(text));
                    about.merged(row.cell(column), Texts.clean(text));
                });
            }
        });
        return new TableRow(row.layout(), row.number(), values, row.stages());
    }

    private Optional<String> merged(int row, int column) {
        try {
            return grid.mergedAbove(row, column);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Finding> unfit(int number, List<String> fields) {
        OptionalInt swallowed = IntStream.range(0, fields.size())
                .filter(index -> grid.holdsFurtherRows(fields.get(index), layout.width()))
                .findFirst();
        if (swallowed.isPresent()) {
            int index = Math.min(swallowed.getAsInt(), layout.width() - 1);
            return Optional.of(new Finding(
                    "F014",
                    Severity.VIOLATION,
                    layout.place(index, number),
                    Optional.empty(),
                    Optional.of(Texts.clean(fields.get(swallowed.getAsInt()))),
                    Map.of()));
        }
        if (fields.size() < layout.width()) {
            return Optional.of(wrongWidth("F012", number, fields.size()));
        }
        return isBlank(fields, layout.width())
                ? Optional.empty()
                : Optional.of(wrongWidth("F013", number, fields.size()));
    }

    private TableRow row(int number, List<String> fields, MissingValues missing) {
        Map<Column, String> values = new TreeMap<>();
        Map<Column, String> quoted = new TreeMap<>();
        layout.indexes().forEach((column, index) -> {
            String given = Texts.clean(fields.get(index));
            String value = SpreadsheetText.original(given);
            if (!value.equals(given) && Formula.isFormula(value)) {
                quoted.put(column, given);
            }
            values.put(column, column.scope() == Column.Scope.CANDIDACY ? value : shared.of(value));
        });
        missing.read(values, layout, number);
        Map<StageColumn, String> stages = new TreeMap<>();
        layout.stages().forEach((column, index) -> {
            String value = Texts.clean(fields.get(index));
            if (!value.isEmpty() && !MissingValues.isSign(value)) {
                stages.put(column, value);
            }
        });
        return new TableRow(quoted.isEmpty() ? layout : new QuotedLayout(layout, quoted), number, values, stages);
    }

    private Finding wrongWidth(String rule, int number, int cells) {
        return new Finding(
                rule,
                Severity.VIOLATION,
                new TableRow(layout, number, Map.of()).place(),
                Optional.empty(),
                Optional.empty(),
                Map.of("cells", Integer.toString(cells), "headings", Integer.toString(layout.width())));
    }

    private static boolean isBlank(List<String> fields, int from) {
        return fields.stream()
                .skip(from)
                .map(Texts::clean)
                .allMatch(field -> field.isEmpty() || field.startsWith("=") && Formula.isFormula(field));
    }
}
