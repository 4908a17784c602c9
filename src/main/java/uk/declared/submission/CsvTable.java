package uk.declared.submission;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import uk.declared.election.Distance;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;

/** A CSV file read as a table of a known format: finds the columns by their headings and yields rows. */
final class CsvTable {
    private static final int MAX_COLUMNS = 500;

    private final CsvText text;
    private final TableFormat format;
    private final Map<Integer, Column> columns = new HashMap<>();

    private CsvTable(CsvText text, TableFormat format) {
        this.text = text;
        this.format = format;
    }

    /**
     * Matches a file's headings with a format's and says what is unusual about them.
     *
     * @throws UnreadableSubmissionException where a heading that the format needs is not there, or stands twice
     */
    static CsvTable of(CsvText text, TableFormat format, Consumer<Finding> findings)
            throws UnreadableSubmissionException {
        CsvTable table = new CsvTable(text, format);
        table.matchHeadings(findings);
        table.describeForm(findings);
        return table;
    }

    TableFormat format() {
        return format;
    }

    String file() {
        return text.submission().name();
    }

    private void matchHeadings(Consumer<Finding> findings) throws UnreadableSubmissionException {
        List<String> headings = text.headings();
        if (headings.size() > MAX_COLUMNS) {
            throw Submission.unreadable("F016", file(), "columns", Integer.toString(headings.size()));
        }
        Set<Column> found = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = clean(headings.get(i));
            Optional<Column> column = format.column(heading);
            if (column.isPresent() && !found.add(column.get())) {
                throw new UnreadableSubmissionException(finding("F011", Severity.VIOLATION, i, heading));
            }
            if (column.isPresent()) {
                columns.put(i, column.get());
            } else if (!heading.isEmpty()) {
                findings.accept(finding("I023", Severity.INTERPRETATION, i, heading));
            }
        }
        requireHeadings(found);
    }

    private void requireHeadings(Set<Column> found) throws UnreadableSubmissionException {
        for (String required : format.required()) {
            if (!found.contains(format.headings().get(required))) {
                throw missing(required);
            }
        }
        for (Set<String> group : format.oneOf()) {
            if (group.stream().map(format.headings()::get).noneMatch(found::contains)) {
                throw missing(String.join(" / ", group.stream().sorted().toList()));
            }
        }
    }

    private UnreadableSubmissionException missing(String heading) {
        String nearest = text.headings().stream()
                .map(CsvTable::clean)
                .filter(found -> !found.isEmpty() && format.column(found).isEmpty())
                .min((one, other) -> Integer.compare(distance(one, heading), distance(other, heading)))
                .orElse("");
        return new UnreadableSubmissionException(new Finding(
                nearest.isEmpty() ? "F010" : "F017",
                Severity.VIOLATION,
                Place.row(file(), 1),
                Optional.empty(),
                Optional.empty(),
                Map.of("heading", heading, "nearest", nearest, "format", format.title())));
    }

    private static int distance(String one, String other) {
        String shorter = one.length() > 100 ? one.substring(0, 100) : one;
        return Distance.between(TableFormat.plain(shorter), TableFormat.plain(other));
    }

    private void describeForm(Consumer<Finding> findings) {
        if (!text.encoding().isUtf8()) {
            findings.accept(aboutFile(
                    "I020", Map.of("encoding", text.encoding().charset().displayName())));
        }
        if (text.separator() != ',') {
            String name = text.separator() == ';' ? "semicolon" : "tab";
            findings.accept(aboutFile("I022", Map.of("separator", name)));
        }
        List<Column> given = columns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        List<Column> usual =
                format.headings().values().stream().filter(given::contains).toList();
        if (!given.equals(usual)) {
            findings.accept(aboutFile("I024", Map.of()));
        }
        Set<String> absent = format.headings().entrySet().stream()
                .filter(entry -> !given.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (format == TableFormats.LGA && !absent.isEmpty()) {
            findings.accept(aboutFile(
                    "I025",
                    Map.of(
                            "headings",
                            String.join(", ", absent.stream().sorted().toList()))));
        }
    }

    /**
     * Takes one row after another. A row with fewer or more cells than the headings is reported and left out, since it
     * cannot be known which cell is missing.
     */
    void forEach(Consumer<TableRow> rows, Consumer<Finding> findings)
            throws IOException, UnreadableSubmissionException {
        int width = text.headings().size();
        text.forEach((number, fields) -> {
            if (number == 1 || fields.stream().allMatch(field -> clean(field).isEmpty())) {
                return;
            }
            if (fields.size() < width) {
                findings.accept(wrongWidth("F012", number, fields.size(), width));
            } else if (fields.stream()
                    .skip(width)
                    .anyMatch(field -> !clean(field).isEmpty())) {
                findings.accept(wrongWidth("F013", number, fields.size(), width));
            } else {
                rows.accept(row(number, fields));
            }
        });
    }

    private TableRow row(int number, List<String> fields) {
        Map<Column, Cell> cells = new EnumMap<>(Column.class);
        columns.forEach((index, column) -> {
            Place place =
                    Place.cell(file(), number, index + 1, clean(text.headings().get(index)));
            cells.put(column, new Cell(place, clean(fields.get(index))));
        });
        return new TableRow(file(), number, cells);
    }

    private Finding wrongWidth(String rule, int number, int cells, int width) {
        return new Finding(
                rule,
                Severity.VIOLATION,
                Place.row(file(), number),
                Optional.empty(),
                Optional.empty(),
                Map.of("cells", Integer.toString(cells), "headings", Integer.toString(width)));
    }

    private Finding finding(String rule, Severity severity, int index, String heading) {
        return new Finding(
                rule,
                severity,
                Place.cell(file(), 1, index + 1, heading),
                Optional.empty(),
                Optional.of(heading),
                Map.of("format", format.title()));
    }

    private Finding aboutFile(String rule, Map<String, String> details) {
        return new Finding(
                rule, Severity.INTERPRETATION, Place.of(file()), Optional.empty(), Optional.empty(), details);
    }

    /** A cell's text without white space around it: no-break spaces, byte order marks and the like are white space here. */
    static String clean(String field) {
        int from = 0;
        int to = field.length();
        while (from < to && isSpace(field.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(field.charAt(to - 1))) {
            to--;
        }
        return field.substring(from, to).replace('\u00A0', ' ');
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
