package uk.declared.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands beside a closed file of the record, so that a start need not read the file itself:
 *
 * <ol>
 *   <li>the file's first and last entry, its length and its SHA-256,
 *   <li>where in it pieces begin that can be read without what is before them,
 *   <li>a line for each declaration, import and redaction in it, without results,
 *   <li>at the end the SHA-256 of all that.
 * </ol>
 *
 * Values are separated by tabs. It follows from the file, and is made again where it is missing or does not fit.
 *
 * @param bytes the length of the file
 * @param sha256 of the file
 * @param points where pieces begin, in order
 */
record SegmentIndex(SegmentContent content, long bytes, String sha256, List<Point> points) {
    private static final String FORM = "declared-record-index-1";
    private static final String POINT = "piece";
    private static final String REDACTED = "redacted";
    private static final String REASON = "reason";
    private static final String END = "sha256";

    SegmentIndex {
        points = List.copyOf(points);
    }

    /**
     * The beginning of a piece.
     *
     * @param sequence the number of its first entry
     * @param offset in bytes from the beginning of the file
     */
    record Point(long sequence, long offset) {}

    /** The place from which to read an entry. */
    static Point before(List<Point> points, long sequence) {
        Point found = points.get(0);
        for (Point point : points) {
            if (point.sequence() > sequence) {
                break;
            }
            found = point;
        }
        return found;
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        line(
                text,
                FORM,
                content.first(),
                content.previous(),
                content.last().sequence(),
                content.last().hash(),
                bytes,
                sha256);
        points.forEach(point -> line(text, POINT, point.sequence(), point.offset()));
        content.redacted().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> line(text, REDACTED, entry.getKey(), entry.getValue()));
        content.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> line(text, REASON, entry.getKey(), entry.getValue()));
        content.items().forEach(item -> line(text, ItemText.write(item).toArray()));
        line(text, END, Sha256.of(text.toString()));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, text);
        Segments.put(unfinished, file);
    }

    private static void line(StringBuilder text, Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escaped(values[i].toString()));
        }
        text.append('\n');
    }

    /** Absent where there is none, or not one that was written whole. */
    static Optional<SegmentIndex> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n', Math.max(text.length() - 2, 0)) + 1;
        String[] last = values(text.substring(end).strip());
        if (last.length != 2
                || !END.equals(last[0])
                || !Sha256.of(text.substring(0, end)).equals(last[1])) {
            return Optional.empty();
        }
        List<String> lines = text.substring(0, end).lines().toList();
        String[] head = values(lines.get(0));
        if (!FORM.equals(head[0])) {
            return Optional.empty();
        }
        return Optional.of(parse(head, lines.subList(1, lines.size())));
    }

    private static SegmentIndex parse(String[] head, List<String> lines) {
        List<Point> points = new ArrayList<>();
        List<RecordIndex.Item> items = new ArrayList<>(lines.size());
        Map<Long, String> redacted = new LinkedHashMap<>();
        Map<Long, String> reasons = new LinkedHashMap<>();
        for (String line : lines) {
            String[] values = values(line);
            switch (values[0]) {
                case POINT -> points.add(new Point(Long.parseLong(values[1]), Long.parseLong(values[2])));
                case REDACTED -> redacted.put(Long.parseLong(values[1]), values[2]);
                case REASON -> reasons.put(Long.parseLong(values[1]), values[2]);
                default -> items.add(ItemText.read(Arrays.asList(values)));
            }
        }
        return new SegmentIndex(
                new SegmentContent(
                        Long.parseLong(head[1]),
                        head[2],
                        new Head(Long.parseLong(head[3]), head[4]),
                        items,
                        redacted,
                        reasons),
                Long.parseLong(head[5]),
                head[6],
                points);
    }

    private static String[] values(String line) {
        String[] values = line.split("\t", -1);
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(values[i]);
        }
        return values;
    }

    private static String escaped(String value) {
        return value.indexOf('\t') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && value.indexOf('\\') < 0
                ? value
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static String plain(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            if (next != '\\' || i + 1 == value.length()) {
                text.append(next);
                continue;
            }
            i++;
            char escape = value.charAt(i);
            text.append(escape == 't' ? '\t' : escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
        }
        return text.toString();
    }
}
