package uk.declared.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.util.Context;

/** Writes what a query answered, in UTF-8. */
public enum TableWriter {
    /** Comma-separated values (RFC 4180), safe to open in a spreadsheet. */
    CSV("csv", "text/csv") {
        @Override
        public void write(QueryTable table, OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
            csv.writeRecord(table.columns());
            for (List<Optional<Node>> row : table.rows()) {
                csv.writeRecord(row.stream()
                        .map(cell -> cell.map(TableWriter::spreadsheetCell).orElse(""))
                        .toList());
            }
            csv.flush();
        }
    },
    /** SPARQL 1.1 Query Results JSON. */
    JSON("json", "application/sparql-results+json") {
        @Override
        public void write(QueryTable table, OutputStream out) {
            writeResult(table, out, ResultSetLang.RS_JSON);
        }

        /** The head may link to what belongs to the answer (SPARQL 1.1 Query Results JSON, section 3.1.2). */
        @Override
        public void write(QueryTable table, Optional<String> next, OutputStream out) throws IOException {
            if (next.isEmpty()) {
                write(table, out);
                return;
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            write(table, whole);
            String linked = HEAD.matcher(whole.toString(StandardCharsets.UTF_8))
                    .replaceFirst("$0 \"link\": [ " + Matcher.quoteReplacement("\"" + next.get() + "\"") + " ] ,");
            out.write(linked.getBytes(StandardCharsets.UTF_8));
        }
    },
    /** SPARQL Query Results XML. */
    XML("xml", "application/sparql-results+xml") {
        @Override
        public void write(QueryTable table, OutputStream out) {
            writeResult(table, out, ResultSetLang.RS_XML);
        }
    },
    /** SPARQL 1.1 Query Results TSV. */
    TSV("tsv", "text/tab-separated-values") {
        @Override
        public void write(QueryTable table, OutputStream out) {
            writeResult(table, out, ResultSetLang.RS_TSV);
        }
    },
    /** Columns set out with spaces, for a terminal. */
    TEXT("text", "text/plain") {
        @Override
        public void write(QueryTable table, OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            List<Integer> widths = IntStream.range(0, table.columns().size())
                    .mapToObj(column -> width(table, column))
                    .toList();
            writer.write(textLine(table.columns(), widths));
            writer.write(textLine(widths.stream().map("-"::repeat).toList(), widths));
            for (List<Optional<Node>> row : table.rows()) {
                writer.write(textLine(row.stream().map(TableWriter::plainCell).toList(), widths));
            }
            writer.flush();
        }
    };

    private static final Pattern HEAD = Pattern.compile("^\\{\\s*\"head\":\\s*\\{");

    private final String suffix;
    private final String mediaType;

    TableWriter(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** The ending of names of such files, without the dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Writes a table.
     *
     * @param out is flushed, not closed
     */
    public abstract void write(QueryTable table, OutputStream out) throws IOException;

    /**
     * Writes a part of a table.
     *
     * @param next where the rows after these are, where there are any
     */
    public void write(QueryTable table, Optional<String> next, OutputStream out) throws IOException {
        write(table, out);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String spreadsheetCell(Node value) {
        String text = QueryTable.text(value);
        boolean isText = value.isLiteral() && !(value.getLiteralValue() instanceof Number);
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return isText && formula ? "'" + text : text;
    }

    private static String plainCell(Optional<Node> cell) {
        return cell.map(QueryTable::text).orElse("").replaceAll("\\s+", " ");
    }

    private static int width(QueryTable table, int column) {
        int widest = table.rows().stream()
                .mapToInt(row -> plainCell(row.get(column)).length())
                .max()
                .orElse(0);
        return Math.max(widest, table.columns().get(column).length());
    }

    private static String textLine(List<String> cells, List<Integer> widths) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(i ->
                        cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()))
                .collect(Collectors.joining("  "));
        return line.stripTrailing() + System.lineSeparator();
    }

    private static void writeResult(QueryTable table, OutputStream out, org.apache.jena.riot.Lang language) {
        RowSetWriterRegistry.getFactory(language).create(language).write(out, table.toRows(), new Context());
    }
}
