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
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.store.Store;
import uk.declared.submission.text.SpreadsheetText;

/**
 * Writes the results of contests as tables:
 *
 * <ol>
 *   <li>one query goes over the contests of an election, one after another, with everything that is said of each; a group of
 *       elections is written election by election,
 *   <li>as soon as the last statement about a contest has come its rows are written,
 *   <li>every cell is made safe to open in a spreadsheet.
 * </ol>
 *
 * A contest without candidacies has no row: the tables have one for every candidate.
 */
public final class ContestTables {
    private static final Var CONTEST = Var.alloc("contest");
    private static final Var SUBJECT = Var.alloc("subject");
    private static final Var PROPERTY = Var.alloc("property");
    private static final Var VALUE = Var.alloc("value");

    private final Store store;
    private final Query contests = ExportQueries.read("contests");
    private final Query stages = ExportQueries.read("stages");
    private final Query elections = ExportQueries.read("elections");

    public ContestTables(Store store) {
        this.store = store;
    }

    /** What a table is of. */
    public enum Scope {
        CONTEST("contest"),
        /** An election, or a group of elections. */
        ELECTION("election");

        private final String variable;

        Scope(String variable) {
            this.variable = variable;
        }
    }

    /**
     * Writes a table as UTF-8 without byte order mark, lines ended by CR and LF (RFC 4180).
     *
     * @param thing of which nothing is known, makes a table without rows
     */
    public void write(Scope scope, Node thing, CsvLayout layout, OutputStream to) throws IOException {
        List<Node> all = all(scope, thing);
        List<CsvColumn> columns = columns(scope, all, layout);
        // Closing the writer would close what belongs to the caller.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)));
        try {
            csv.writeRecord(columns.stream().map(CsvColumn::heading).toList());
            for (Node each : all) {
                store.select(contests, Map.of(scope.variable, each), rows -> {
                    forEachContest(rows, each, contest -> write(contest, layout, columns, csv));
                    return Boolean.TRUE;
                });
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The headings of such a table, those of the stages of its counts among them. */
    public List<String> headings(Scope scope, Node thing, CsvLayout layout) {
        return columns(scope, all(scope, thing), layout).stream()
                .map(CsvColumn::heading)
                .toList();
    }

    /** The elections of a group, or else the thing itself. */
    private List<Node> all(Scope scope, Node thing) {
        if (scope == Scope.CONTEST) {
            return List.of(thing);
        }
        List<Node> members = store.select(
                elections,
                Map.of("group", thing),
                rows -> rows.stream().map(row -> row.get("election")).toList());
        return members.isEmpty() ? List.of(thing) : members;
    }

    private List<CsvColumn> columns(Scope scope, List<Node> things, CsvLayout layout) {
        int most = layout == CsvLayout.TEMPLATE
                ? things.stream().mapToInt(thing -> stages(scope, thing)).max().orElse(0)
                : 0;
        return layout.columns(most);
    }

    private static void write(ContestFacts contest, CsvLayout layout, List<CsvColumn> columns, CsvWriter csv) {
        List<Optional<Node>> parts = layout == CsvLayout.PARTS
                ? contest.all(contest.contest(), Vocabulary.term("partialResult")).stream()
                        .map(Optional::of)
                        .toList()
                : List.of(Optional.empty());
        for (Optional<Node> part : parts) {
            for (Node candidacy : contest.candidacies()) {
                Line line = new Line(contest, candidacy, part);
                csv.writeRecord(columns.stream()
                        .map(column -> column.value()
                                .apply(line)
                                .map(SpreadsheetText::safe)
                                .orElse(""))
                        .toList());
            }
        }
    }

    /** @param asked stands for the contest where the query was asked for one */
    private static void forEachContest(RowSet rows, Node asked, Consumer<ContestFacts> consumer) {
        ContestFacts current = null;
        while (rows.hasNext()) {
            Binding row = rows.next();
            Node contest = row.contains(CONTEST) ? row.get(CONTEST) : asked;
            if (current == null || !current.contest().equals(contest)) {
                if (current != null) {
                    consumer.accept(current);
                }
                current = new ContestFacts(contest, GraphFactory.createDefaultGraph());
            }
            current.graph().add(Triple.create(row.get(SUBJECT), row.get(PROPERTY), row.get(VALUE)));
        }
        if (current != null) {
            consumer.accept(current);
        }
    }

    private int stages(Scope scope, Node thing) {
        return store.select(
                stages,
                Map.of(scope.variable, thing),
                rows -> rows.stream()
                        .filter(row -> row.contains("stages"))
                        .mapToInt(row -> Integer.parseInt(row.get("stages").getLiteralLexicalForm()))
                        .findFirst()
                        .orElse(0));
    }
}
