package uk.declared.submission.leap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.declared.election.GssCode;
import uk.declared.format.Column;
import uk.declared.submission.text.Texts;

/**
 * Where a table without headings has what, told by what stands in its first rows:
 *
 * <ol>
 *   <li>the column of codes of councils and the one of codes of wards, of which one may be missing,
 *   <li>the last column of nothing but 0 and 1 says who was elected, the other of numbers has the votes,
 *   <li>the four columns of texts are council, ward, candidate and party, in this order.
 * </ol>
 *
 * A table whose first row is no such row has headings, and is another format's.
 *
 * @param indexes where each column stands, counted from 0
 */
public record LeapShape(int width, Map<Column, Integer> indexes) {
    /** How databases write that there is nothing. */
    static final String NOTHING = "NULL";

    private static final int ROWS_LOOKED_AT = 2000;
    private static final int FEWEST_COLUMNS = 7;
    private static final int MOST_COLUMNS = 8;
    private static final int TEXTS = 4;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern FLAG = Pattern.compile("[01]");
    private static final Pattern OF_COUNCIL = Pattern.compile("E0[6-9]|E10|W06|S12|N09");

    /** The shape of a table that begins like this; empty where it is another. */
    public static Optional<LeapShape> of(String beginning) {
        List<List<String>> rows = rows(beginning);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int width = rows.get(0).size();
        if (width < FEWEST_COLUMNS || width > MOST_COLUMNS || rows.stream().anyMatch(row -> row.size() != width)) {
            return Optional.empty();
        }
        Map<Column, Integer> indexes = new TreeMap<>();
        List<Integer> numbers = new ArrayList<>();
        List<Integer> texts = new ArrayList<>();
        int blank = 0;
        for (int i = 0; i < width; i++) {
            if (isBlank(rows, i)) {
                blank++;
            } else if (all(rows, i, text -> isCode(text, true))) {
                indexes.put(Column.BODY_URI, i);
            } else if (all(rows, i, text -> isCode(text, false))) {
                indexes.put(Column.AREA_CODE, i);
            } else if (all(rows, i, NUMBER.asMatchPredicate())) {
                numbers.add(i);
            } else {
                texts.add(i);
            }
        }
        boolean fits = !indexes.isEmpty()
                && indexes.size() + numbers.size() + texts.size() + blank == width
                && numbers.size() == 2
                && texts.size() == TEXTS
                && all(rows, numbers.get(1), FLAG.asMatchPredicate())
                && !all(rows, numbers.get(0), FLAG.asMatchPredicate());
        if (!fits) {
            return Optional.empty();
        }
        indexes.put(Column.VOTES, numbers.get(0));
        indexes.put(Column.ELECTED, numbers.get(1));
        List<Column> named =
                List.of(Column.BODY_NAME, Column.AREA_NAME, Column.NAME_ON_BALLOT_PAPER, Column.PARTY_NAME);
        IntStream.range(0, TEXTS).forEach(i -> indexes.put(named.get(i), texts.get(i)));
        return Optional.of(new LeapShape(width, indexes));
    }

    /** What reports call its columns, in their order. */
    List<String> headings() {
        return IntStream.range(0, width)
                .mapToObj(index -> indexes.entrySet().stream()
                        .filter(entry -> entry.getValue() == index)
                        .map(entry -> LeapFormat.FIELDS.headingOf(entry.getKey()))
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    /** Whether a column holds nothing but such texts, and at least one, in the rows that hold anything there. */
    private static boolean all(List<List<String>> rows, int column, Predicate<String> kind) {
        List<String> texts = rows.stream()
                .map(row -> Texts.clean(row.get(column)))
                .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase(NOTHING))
                .toList();
        return !texts.isEmpty() && texts.stream().allMatch(kind);
    }

    private static boolean isBlank(List<List<String>> rows, int column) {
        return !all(rows, column, text -> true);
    }

    private static boolean isCode(String text, boolean ofCouncil) {
        return GssCode.parse(text)
                .filter(code -> OF_COUNCIL.matcher(code.entity()).matches() == ofCouncil)
                .isPresent();
    }

    /** The first rows, without the last one where the beginning may end within it. */
    private static List<List<String>> rows(String beginning) {
        int end = beginning.lastIndexOf('\n');
        String whole = end < 0 ? beginning : beginning.substring(0, end);
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(whole)) {
            for (CsvRecord record : records) {
                rows.add(record.getFields());
                if (rows.size() == ROWS_LOOKED_AT) {
                    break;
                }
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            return List.of();
        }
        return rows;
    }
}
