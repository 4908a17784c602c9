package uk.declared.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * What a query answered.
 *
 * @param columns the names of its variables
 * @param rows a value for each column, absent where there is none
 */
public record QueryTable(List<String> columns, List<List<Optional<Node>>> rows) {
    public QueryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static QueryTable of(RowSet answer) {
        List<Var> variables = answer.getResultVars();
        List<List<Optional<Node>>> rows = new ArrayList<>();
        answer.forEachRemaining(row -> rows.add(variables.stream()
                .map(variable -> Optional.ofNullable(row.get(variable)))
                .toList()));
        return new QueryTable(variables.stream().map(Var::getVarName).toList(), rows);
    }

    /** The first rows. */
    public QueryTable first(int count) {
        return rows.size() <= count ? this : new QueryTable(columns, rows.subList(0, count));
    }

    /** The rows as Jena reads them. */
    RowSet toRows() {
        List<Var> variables = columns.stream().map(Var::alloc).toList();
        Iterator<Binding> bindings = rows.stream()
                .map(row -> {
                    BindingBuilder binding = BindingFactory.builder();
                    for (int i = 0; i < variables.size(); i++) {
                        Var variable = variables.get(i);
                        row.get(i).ifPresent(value -> binding.add(variable, value));
                    }
                    return binding.build();
                })
                .iterator();
        return RowSetStream.create(variables, bindings);
    }

    /** A value as a person reads it: a URI, or the text of a literal. */
    public static String text(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
