package uk.declared.submission.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.declared.format.Column;
import uk.declared.submission.Beginning;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.column.Headings;
import uk.declared.submission.column.TableFormats;
import uk.declared.submission.column.UsualHeadings;
import uk.declared.submission.table.CsvText;
import uk.declared.submission.table.Grid;
import uk.declared.submission.table.SheetGrid;
import uk.declared.submission.text.Texts;
import uk.declared.submission.workbook.Sheet;
import uk.declared.submission.workbook.UnreadableWorkbookException;
import uk.declared.submission.workbook.Workbook;
import uk.declared.submission.xlsx.XlsxFormat;

/**
 * What the headings of an unknown table probably stand for, from the headings of the known tables and those
 * that the template's description names beside its own.
 * Only ever a suggestion: an officer looks at it beside the table's first rows.
 */
public final class ColumnSuggestions {
    private static final int SAMPLES = 3;
    private static final int ROWS_LOOKED_AT = 40;
    private static final int LONGEST_SAMPLE = 40;

    /**
     * A heading of the table.
     *
     * @param heading as it stands
     * @param samples its first values, for the officer to see what it holds
     * @param column the template's column that it probably is
     */
    public record Suggestion(String heading, List<String> samples, Optional<String> column) {}

    private ColumnSuggestions() {}

    /**
     * What is suggested for a table.
     *
     * @param suggestions its headings, in their order
     * @param values what is probably the same for every row, or stands beside the rows
     * @param translations what the council's own values probably stand for, by the template's columns
     */
    public record Found(
            List<Suggestion> suggestions, Map<String, String> values, Map<String, Map<String, String>> translations) {
        /** The template's columns that are needed and neither found nor given. */
        public List<String> missing() {
            List<String> given = new ArrayList<>(values.keySet());
            suggestions.forEach(one -> one.column().ifPresent(given::add));
            boolean named = given.contains("name_on_ballot_paper") || given.contains("family_name");
            return Stream.of("polling_date", "area_name", "name_on_ballot_paper", "votes", "elected")
                    .filter(column -> column.equals("name_on_ballot_paper") ? !named : !given.contains(column))
                    .toList();
        }
    }

    /**
     * The headings of a table with their likely columns, each column once: the table of a CSV file, or of the sheet of a
     * workbook whose headings are known best.
     *
     * @throws UnreadableSubmissionException where it is no text and no workbook
     */
    public static List<Suggestion> of(Submission submission) throws UnreadableSubmissionException {
        return find(submission).suggestions();
    }

    /**
     * The same with what stands in no column.
     *
     * @throws UnreadableSubmissionException where it is no text and no workbook
     */
    public static Found find(Submission submission) throws UnreadableSubmissionException {
        try {
            return XlsxFormat.isWorkbook(Beginning.of(submission))
                    ? inWorkbook(submission)
                    : found(firstRows(CsvText.of(submission)), 1);
        } catch (UnreadableWorkbookException e) {
            throw XlsxFormat.unreadable(submission, e);
        } catch (IOException e) {
            throw Submission.unreadable("F004", submission.name(), Map.of());
        }
    }

    /** The headings of the first sheet that has most known ones; sheets with the same headings are a ward each. */
    private static Found inWorkbook(Submission submission) throws IOException, UnreadableSubmissionException {
        try (Workbook workbook = Workbook.open(submission.path())) {
            List<List<List<String>>> sheets = new ArrayList<>();
            for (Sheet sheet : workbook.sheets()) {
                sheets.add(firstRows(new SheetGrid(submission, workbook, sheet)));
            }
            List<List<String>> best = sheets.stream()
                    .max(Comparator.comparingLong(ColumnSuggestions::weight))
                    .orElse(List.of());
            long alike = sheets.stream()
                    .filter(rows -> !rows.isEmpty() && !best.isEmpty())
                    .filter(rows -> headingTexts(rows).equals(headingTexts(best)))
                    .count();
            return found(best, alike);
        }
    }

    private static List<String> headingTexts(List<List<String>> rows) {
        return rows.get(headings(rows)).stream().filter(text -> !text.isEmpty()).toList();
    }

    private static List<List<String>> firstRows(Grid grid) throws IOException, UnreadableSubmissionException {
        List<List<String>> rows = new ArrayList<>();
        grid.forEach((number, cells) -> {
            rows.add(cells.stream().map(Texts::clean).toList());
            return rows.size() < ROWS_LOOKED_AT;
        });
        return rows;
    }

    private static Found found(List<List<String>> rows, long sheets) {
        int headings = headings(rows);
        List<List<String>> below = rows.isEmpty() ? List.of() : rows.subList(headings + 1, rows.size());
        List<String> texts = rows.isEmpty() ? List.of() : Headings.numbered(rows.get(headings));
        Map<Integer, Column> columns = columns(texts, below);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                suggestions.add(new Suggestion(
                        texts.get(i),
                        samples(below, i),
                        Optional.ofNullable(columns.get(i)).map(TableFormats.TEMPLATE::headingOf)));
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (!columns.containsValue(Column.AREA_NAME) && !texts.isEmpty()) {
            boolean titles = below.stream().anyMatch(ColumnSuggestions::isAlone);
            if (sheets > 1) {
                values.put("area_name", ColumnMapping.SHEET);
            } else if (titles) {
                values.put("area_name", ColumnMapping.ABOVE);
            }
        }
        return new Found(suggestions, values, ValueWords.translations(columns, below));
    }

    private static boolean isAlone(List<String> row) {
        List<String> filled = row.stream().filter(text -> !text.isEmpty()).toList();
        return filled.size() == 1 && filled.get(0).chars().anyMatch(Character::isLetter);
    }

    /** By the headings first, then by the values under them, then by words in the headings. */
    private static Map<Integer, Column> columns(List<String> headings, List<List<String>> below) {
        Map<Integer, Column> columns = new TreeMap<>();
        List<Function<Integer, Optional<Column>>> ways = List.of(
                i -> UsualHeadings.column(headings.get(i)),
                i -> ValueWords.column(values(below, i)),
                i -> ValueWords.ofHeading(headings.get(i), values(below, i)));
        for (Function<Integer, Optional<Column>> way : ways) {
            for (int i = 0; i < headings.size(); i++) {
                if (!headings.get(i).isEmpty() && !columns.containsKey(i)) {
                    Optional<Column> column = way.apply(i).filter(found -> !columns.containsValue(found));
                    if (column.isPresent()) {
                        columns.put(i, column.get());
                    }
                }
            }
        }
        return columns;
    }

    private static List<String> values(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static long weight(List<List<String>> rows) {
        return rows.isEmpty() ? -1 : weightOf(rows.get(headings(rows)));
    }

    private static long weightOf(List<String> row) {
        long known = row.stream()
                .filter(cell -> UsualHeadings.column(cell).isPresent())
                .count();
        long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
        return known * 1_000 + filled;
    }

    /** The row that has most headings that are known; where none has any, the first that has most cells. */
    private static int headings(List<List<String>> rows) {
        int best = 0;
        for (int i = 1; i < rows.size(); i++) {
            best = weightOf(rows.get(i)) > weightOf(rows.get(best)) ? i : best;
        }
        return best;
    }

    private static List<String> samples(List<List<String>> rows, int column) {
        return values(rows, column).stream()
                .distinct()
                .limit(SAMPLES)
                .map(cell -> cell.length() > LONGEST_SAMPLE ? cell.substring(0, LONGEST_SAMPLE) + "…" : cell)
                .toList();
    }
}
