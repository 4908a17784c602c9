package uk.declared.web.stored;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import uk.declared.linkeddata.Uris;

/**
 * One row of a query's result, copied: the store fetches values when they are asked for, and after the transaction it no
 * longer can.
 *
 * @param values by the names of the variables, those that are unbound left out
 */
public record Row(Map<String, Node> values) {
    /** The rows of a result, read while it lasts. */
    public static List<Row> all(RowSet rows) {
        return rows.stream().map(Row::copy).toList();
    }

    private static Row copy(Binding binding) {
        Map<String, Node> values = new HashMap<>();
        binding.forEach((variable, node) -> values.put(variable.getVarName(), node));
        return new Row(values);
    }

    public Optional<Node> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A value that the query always binds. */
    public Node required(String name) {
        return node(name).orElseThrow(() -> new IllegalStateException("The query left ?" + name + " unbound"));
    }

    public Optional<String> text(String name) {
        return node(name).map(Node::getLiteralLexicalForm);
    }

    /** A name, or the last part of the URI of what has none. */
    public String label(String name, String thing) {
        return text(name).orElseGet(() -> Uris.lastPart(required(thing)));
    }

    public Optional<Integer> integer(String name) {
        return text(name).map(Integer::valueOf);
    }

    public Optional<BigDecimal> decimal(String name) {
        return text(name).map(BigDecimal::new);
    }

    public Optional<Boolean> bool(String name) {
        return text(name).map(Boolean::valueOf);
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(LocalDate::parse);
    }
}
