package uk.declared.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/**
 * A query of the library.
 *
 * @param name by which addresses and the command line call it
 * @param group what it is about, by the key of a group of queries
 * @param chart how the answer is drawn, where that helps
 * @param flow how it is drawn as a flow, where that helps
 * @param areas which areas its rows are about, where they are about areas
 * @param query parsed
 * @param text as it stands in its file, header included
 */
public record LibraryQuery(
        String name,
        LocalText title,
        LocalText description,
        List<QueryParameter> parameters,
        Optional<String> group,
        Optional<Chart> chart,
        Optional<Flow> flow,
        Optional<AreaColumn> areas,
        Query query,
        String text) {
    public LibraryQuery {
        parameters = List.copyOf(parameters);
    }

    /**
     * Runs the query.
     *
     * @param given the parameters' values as people write them; a blank one counts as not given
     * @param uris by which identifiers become URIs
     * @throws InvalidParameterException where a value is missing, unknown or unreadable
     */
    public QueryTable run(Store store, Uris uris, Map<String, String> given) throws InvalidParameterException {
        return run(store, uris, given, Window.ALL);
    }

    /**
     * Runs the query for some of its rows.
     *
     * @throws InvalidParameterException where a value is missing, unknown or unreadable
     */
    public QueryTable run(Store store, Uris uris, Map<String, String> given, Window window)
            throws InvalidParameterException {
        Map<QueryParameter, Node> values = values(given, uris);
        Map<String, Node> bindings = new LinkedHashMap<>();
        values.forEach((parameter, value) -> {
            if (parameter.type() != ParameterType.LIMIT) {
                bindings.put(parameter.name(), value);
            }
        });
        return store.select(window.over(limited(values)), bindings, QueryTable::of);
    }

    /**
     * The query with the parameters' values in the place of its variables, to go on working with.
     *
     * @throws InvalidParameterException where a value is missing, unknown or unreadable
     */
    public String filledIn(Uris uris, Map<String, String> given) throws InvalidParameterException {
        Map<QueryParameter, Node> values = values(given, uris);
        Map<Var, Node> constants = new LinkedHashMap<>();
        values.forEach((parameter, value) -> {
            if (parameter.type() != ParameterType.LIMIT) {
                constants.put(Var.alloc(parameter.name()), value);
            }
        });
        return QueryTransformOps.replaceVars(limited(values), constants).serialize();
    }

    /**
     * How many rows a page of the answer holds.
     *
     * @param standard where the query has no parameter that says so
     */
    public int pageSize(Uris uris, Map<String, String> given, int standard) throws InvalidParameterException {
        Query limited = limited(values(given, uris));
        return limited.hasLimit() ? (int) Math.min(limited.getLimit(), Window.WHOLE) : standard;
    }

    private Query limited(Map<QueryParameter, Node> values) {
        Query limited = query.cloneQuery();
        values.forEach((parameter, value) -> {
            if (parameter.type() == ParameterType.LIMIT) {
                Window.limit(limited, Long.parseLong(value.getLiteralLexicalForm()));
            }
        });
        return limited;
    }

    private Map<QueryParameter, Node> values(Map<String, String> given, Uris uris) throws InvalidParameterException {
        List<String> names = parameters.stream().map(QueryParameter::name).toList();
        List<String> unknown = new ArrayList<>(given.keySet());
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            throw InvalidParameterException.unknown(unknown.get(0), names);
        }
        Map<QueryParameter, Node> values = new LinkedHashMap<>();
        for (QueryParameter parameter : parameters) {
            Optional<String> text = Optional.ofNullable(given.get(parameter.name()))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .or(parameter::standard);
            if (text.isPresent()) {
                values.put(parameter, value(parameter, text.get(), uris));
            } else if (parameter.required()) {
                throw InvalidParameterException.missing(parameter);
            }
        }
        return values;
    }

    private static Node value(QueryParameter parameter, String text, Uris uris) throws InvalidParameterException {
        return parameter
                .type()
                .read(text, uris)
                .orElseThrow(() -> InvalidParameterException.unreadable(parameter, text));
    }
}
