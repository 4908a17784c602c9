package uk.declared.submission;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the headings of an unknown table probably stand for, from the headings of the known tables and the shipped
 * table of usual ones, {@code declared/column-names.csv}.
 * Only ever a suggestion: an officer looks at it beside the table's first rows.
 */
public final class ColumnSuggestions {
    private static final String TABLE = "/declared/column-names.csv";
    private static final int SAMPLES = 3;
    private static final int ROWS_LOOKED_AT = 40;
    private static final int LONGEST_SAMPLE = 40;
    private static final Map<String, Column> USUAL = usual();

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
     * The headings of a CSV file's table with their likely columns, each column once.
     *
     * @throws UnreadableSubmissionException where it is no text
     */
    public static List<Suggestion> of(Submission submission) throws UnreadableSubmissionException {
        try {
            return of(CsvText.of(submission));
        } catch (IOException e) {
            throw Submission.unreadable("F004", submission.name(), Map.of());
        }
    }

    private static List<Suggestion> of(Grid grid) throws IOException, UnreadableSubmissionException {
        List<List<String>> rows = new ArrayList<>();
        grid.forEach((number, cells) -> {
            rows.add(cells.stream().map(Texts::clean).toList());
            return rows.size() < ROWS_LOOKED_AT;
        });
        int headings = headings(rows);
        List<Suggestion> suggestions = new ArrayList<>();
        Set<Column> taken = new LinkedHashSet<>();
        List<String> row = rows.isEmpty() ? List.of() : rows.get(headings);
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                Optional<Column> column = column(row.get(i)).filter(taken::add);
                suggestions.add(new Suggestion(
                        row.get(i),
                        samples(rows.subList(headings + 1, rows.size()), i),
                        column.map(TableFormats.TEMPLATE::headingOf)));
            }
        }
        return suggestions;
    }

    /** The row that has most headings that are known; where none has any, the first that has most cells. */
    private static int headings(List<List<String>> rows) {
        int best = 0;
        long most = -1;
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            long known = row.stream().filter(cell -> column(cell).isPresent()).count();
            long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
            long weight = known * 1_000 + filled;
            if (weight > most) {
                best = i;
                most = weight;
            }
        }
        return best;
    }

    private static List<String> samples(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .map(cell -> cell.length() > LONGEST_SAMPLE ? cell.substring(0, LONGEST_SAMPLE) + "…" : cell)
                .toList();
    }

    private static Optional<Column> column(String heading) {
        String plain = Texts.plain(heading);
        return plain.isEmpty() ? Optional.empty() : Optional.ofNullable(USUAL.get(plain));
    }

    private static Map<String, Column> usual() {
        Map<String, Column> usual = new LinkedHashMap<>();
        Stream.of(TableFormats.TEMPLATE, TableFormats.LGA, TableFormats.STV_STAGES, TableFormats.DEMOCRACY_CLUB)
                .flatMap(format -> format.headings().entrySet().stream())
                .filter(entry -> TableFormats.TEMPLATE.headings().containsValue(entry.getValue()))
                .forEach(entry -> usual.putIfAbsent(Texts.plain(entry.getKey()), entry.getValue()));
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(ColumnSuggestions.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            rows.forEach(row -> usual.putIfAbsent(
                    Texts.plain(row.getField("heading")),
                    Objects.requireNonNull(TableFormats.TEMPLATE.headings().get(row.getField("column")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(usual);
    }
}
