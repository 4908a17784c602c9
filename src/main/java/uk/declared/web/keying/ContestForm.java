package uk.declared.web.keying;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import uk.declared.export.ContestTables;
import uk.declared.export.CsvLayout;
import uk.declared.format.Format;
import uk.declared.format.FormatColumn;
import uk.declared.store.Store;

/**
 * A contest as the template's table, and the fields of it that are keyed: votes and winners on the row of each candidate,
 * the account of ballot papers on all of them. Whatever names the contest and its candidates stays as it is published.
 *
 * @param rows the template's rows, a candidate each
 * @param parts those of its counting areas, which stay as they are published
 */
record ContestForm(List<Map<String, String>> rows, List<Map<String, String>> parts) {
    static final String VOTES = "votes";
    static final String ELECTED = "elected";
    static final String STATUS = "status";

    /** What is keyed of the contest, by the template's headings. */
    static final List<String> FIGURES = Format.TEMPLATE.sent().stream()
            .filter(column -> column.keyed(Locale.ENGLISH).isPresent())
            .map(FormatColumn::heading)
            .toList();

    /** What a further declaration says itself, and not the nominations. */
    private static final List<String> OF_THE_DECLARATION =
            List.of("publication_date", "page", "contest_status", "contest_status_reason");

    ContestForm {
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
    }

    /** The form of a contest; without rows where none is published, or it is withdrawn. */
    static ContestForm of(Store store, Node contest) {
        return new ContestForm(rows(store, contest, CsvLayout.TEMPLATE), rows(store, contest, CsvLayout.PARTS));
    }

    private static List<Map<String, String>> rows(Store store, Node contest, CsvLayout layout) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try {
            new ContestTables(store).write(ContestTables.Scope.CONTEST, contest, layout, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(table.toString(StandardCharsets.UTF_8))) {
            csv.forEach(row -> rows.add(new LinkedHashMap<>(row.getFieldsAsMap())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The names of all fields that are keyed, in the form's order. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            fields.add(VOTES + "-" + i);
            fields.add(ELECTED + "-" + i);
        }
        fields.addAll(FIGURES);
        return fields;
    }

    /** What is published of a field now; blank where nothing is. */
    String published(String field) {
        int dash = field.lastIndexOf('-');
        return dash < 0
                ? rows.get(0).getOrDefault(field, "")
                : rows.get(Integer.parseInt(field.substring(dash + 1))).getOrDefault(field.substring(0, dash), "");
    }

    /** The format of the table that is written. */
    String format() {
        return (parts.isEmpty() ? CsvLayout.TEMPLATE : CsvLayout.PARTS).id();
    }

    /** A candidate's name. */
    String candidate(int index) {
        return rows.get(index).getOrDefault("name_on_ballot_paper", "");
    }

    /** What a candidate stands for. */
    String party(int index) {
        Map<String, String> row = rows.get(index);
        String description = row.getOrDefault("description", "");
        return description.isEmpty() ? row.getOrDefault("party_name", "") : description;
    }

    /**
     * Writes the table with figures that were corrected. All else stays as it is published; what was provisional stays so, and what was
     * declared is then corrected.
     */
    void correct(Map<String, String> figures, Path file) throws IOException {
        String published = published(STATUS);
        boolean isFinal = published.equals("declared") || published.equals("corrected");
        write(figures, isFinal ? "corrected" : published, List.of("publication_date"), file);
    }

    /**
     * Writes the table with what was keyed.
     *
     * @param keyed the values by the names of their fields; one that is missing is blank
     * @param status how final the result is, as the template writes it
     */
    void write(Map<String, String> keyed, String status, Path file) throws IOException {
        write(keyed, status, OF_THE_DECLARATION, file);
    }

    private void write(Map<String, String> keyed, String status, List<String> blanked, Path file) throws IOException {
        // What the export says beside the template's columns is no part of a file that is sent.
        List<String> headings = Stream.of(rows, parts)
                .flatMap(all -> all.stream().limit(1))
                .flatMap(row -> row.keySet().stream())
                .filter(heading -> !heading.endsWith("_uri"))
                .distinct()
                .toList();
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file))) {
            csv.writeRecord(headings);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = new LinkedHashMap<>(rows.get(i));
                blanked.forEach(heading -> row.replace(heading, ""));
                FIGURES.forEach(heading -> row.put(heading, keyed.getOrDefault(heading, "")));
                row.put(VOTES, keyed.getOrDefault(VOTES + "-" + i, ""));
                row.put(ELECTED, keyed.getOrDefault(ELECTED + "-" + i, ""));
                row.put(STATUS, status);
                csv.writeRecord(headings.stream()
                        .map(heading -> row.getOrDefault(heading, ""))
                        .toList());
            }
            for (Map<String, String> part : parts) {
                Map<String, String> row = new LinkedHashMap<>(part);
                blanked.forEach(heading -> row.replace(heading, ""));
                row.put(STATUS, status);
                csv.writeRecord(headings.stream()
                        .map(heading -> row.getOrDefault(heading, ""))
                        .toList());
            }
        }
    }

    /** What the form calls one of the figures. */
    static String label(String figure, Locale language) {
        return Format.TEMPLATE
                .ofHeading(figure)
                .flatMap(column -> column.keyed(language))
                .orElse(figure);
    }
}
