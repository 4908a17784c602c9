package uk.declared.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.store.Store;
import uk.declared.submission.text.SpreadsheetText;

/** Writes lists as tables: UTF-8 without byte order mark, lines ended by CR and LF, every cell safe in a spreadsheet. */
public final class ListTables {
    /** Columns that hold a URI as a whole; of others' URIs the last part stands, which for codes is their notation. */
    private static final Set<String> WHOLE = Set.of("uri");

    private final Store store;

    public ListTables(Store store) {
        this.store = store;
    }

    /** Writes a list of everything. */
    public void write(ListTable list, OutputStream to) throws IOException {
        write(list, Map.of(), to);
    }

    /** Writes the list of a thing's. */
    public void write(ListTable list, Node thing, OutputStream to) throws IOException {
        write(list, Map.of("thing", thing), to);
    }

    private void write(ListTable list, Map<String, Node> bindings, OutputStream to) throws IOException {
        List<String> headings = list.headings();
        // Closing the writer would close what belongs to the caller.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)));
        try {
            csv.writeRecord(headings);
            store.select(list.query(), bindings, rows -> {
                rows.forEachRemaining(row -> {
                    if (row.contains("uri")) {
                        csv.writeRecord(headings.stream()
                                .map(heading -> cell(heading, row))
                                .toList());
                    }
                });
                return Boolean.TRUE;
            });
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String cell(String heading, Binding row) {
        if (!row.contains(heading)) {
            return "";
        }
        Node value = row.get(heading);
        if (value.isLiteral()) {
            return SpreadsheetText.safe(value.getLiteralLexicalForm());
        }
        return WHOLE.contains(heading) ? value.getURI() : ContestFacts.lastPart(value);
    }
}
