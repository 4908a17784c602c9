package uk.declared.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;

/** The queries that come with the system, in the order in which they are shown. */
public final class QueryLibrary {
    private static final String FOLDER = "/queries/";

    private final List<LibraryQuery> queries;

    private QueryLibrary(List<LibraryQuery> queries) {
        this.queries = List.copyOf(queries);
    }

    /** Loads the queries that {@code queries/index.txt} names. */
    public static QueryLibrary load() {
        List<LibraryQuery> queries = new ArrayList<>();
        for (String name : resource("index.txt").lines().toList()) {
            queries.add(HeaderReader.read(name, resource(name + ".rq")));
        }
        return new QueryLibrary(queries);
    }

    /**
     * Reads a query of the user's own, with a header or without parameters.
     *
     * @throws IllegalArgumentException where it cannot be used
     */
    public static LibraryQuery parse(String name, String text) {
        boolean hasHeader = text.lines().anyMatch(line -> line.startsWith("#+ title"));
        return HeaderReader.read(
                name, hasHeader ? text : "#+ title: " + name + "\n#+ description: " + name + "\n" + text);
    }

    public List<LibraryQuery> queries() {
        return queries;
    }

    public Optional<LibraryQuery> find(String name) {
        return queries.stream().filter(query -> query.name().equals(name)).findFirst();
    }

    /**
     * Runs a query of the library.
     *
     * @throws NoSuchElementException where it has none of that name
     * @throws InvalidParameterException where a parameter's value is missing, unknown or unreadable
     */
    public QueryTable run(Store store, Uris uris, String name, Map<String, String> parameters)
            throws InvalidParameterException {
        return find(name)
                .orElseThrow(() -> new NoSuchElementException("The library has no query " + name + "."))
                .run(store, uris, parameters);
    }

    private static String resource(String name) {
        return Shipped.text(QueryLibrary.class, FOLDER + name);
    }
}
