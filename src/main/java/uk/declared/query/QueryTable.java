package uk.declared.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;

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

    /** A value as a person reads it: a URI, or the text of a literal. */
    public static String text(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
