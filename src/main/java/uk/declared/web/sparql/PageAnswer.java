package uk.declared.web.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.query.QueryTable;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.ResultCell;

/** Takes an answer for a page that shows it. */
final class PageAnswer implements AnswerSink {
    private static final int LONGEST_GRAPH_BYTES = 1 << 20;

    /** No page is longer, however long a value is. */
    private static final long MOST_CHARACTERS = 2_000_000;

    private final int mostRows;
    private final LocalPaths paths;
    private List<String> columns = List.of();
    private final List<List<ResultCell>> rows = new ArrayList<>();
    private final List<List<Optional<Node>>> nodes = new ArrayList<>();
    private boolean more;
    private Optional<Boolean> truth = Optional.empty();
    private Optional<String> graph = Optional.empty();

    PageAnswer(int mostRows, LocalPaths paths) {
        this.mostRows = mostRows;
        this.paths = paths;
    }

    @Override
    public void rows(RowSet answer) {
        List<Var> variables = answer.getResultVars();
        columns = variables.stream().map(Var::getVarName).toList();
        long characters = 0;
        while (answer.hasNext() && rows.size() < mostRows && characters < MOST_CHARACTERS) {
            Binding row = answer.next();
            characters += variables.stream()
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .mapToLong(value -> value.toString().length())
                    .sum();
            rows.add(variables.stream().map(variable -> cell(row.get(variable))).toList());
            nodes.add(variables.stream()
                    .map(variable -> Optional.ofNullable(row.get(variable)))
                    .toList());
        }
        more = answer.hasNext();
    }

    private ResultCell cell(@Nullable Node value) {
        return ResultCell.of(Optional.ofNullable(value), paths);
    }

    @Override
    public void truth(boolean answer) {
        truth = Optional.of(answer);
    }

    @Override
    public void graph(Graph triples) {
        try (AnswerBuffer buffer = new AnswerBuffer(LONGEST_GRAPH_BYTES)) {
            RdfWriter.write(triples, RdfSyntax.TURTLE, buffer);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            buffer.copyTo(text);
            graph = Optional.of(text.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page shows. */
    SparqlView.Result result() {
        return new SparqlView.Result(columns, rows, new QueryTable(columns, nodes), more, truth, graph);
    }
}
