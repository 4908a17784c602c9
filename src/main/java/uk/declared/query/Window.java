package uk.declared.query;

import org.apache.jena.query.Query;

/**
 * Which rows of an answer are wanted.
 *
 * @param page counted from 1
 * @param size how many rows a page holds, where the query's own parameters do not say
 * @param peek whether one row more is read, which tells that there is a further page
 */
public record Window(int page, int size, boolean peek) {
    /** How many rows are given where no page is asked for. */
    public static final int WHOLE = 100_000;

    /** All rows, up to a bound that no answer of the library comes near. */
    public static final Window ALL = new Window(1, WHOLE, false);

    /** One page, and a look at whether there is another. */
    public static Window page(int page, int size) {
        return new Window(page, size, true);
    }

    /** Bounds a query to these rows. */
    Query over(Query query) {
        Query bounded = query.cloneQuery();
        long rows = bounded.hasLimit() ? Math.min(bounded.getLimit(), WHOLE) : size;
        bounded.setOffset((page - 1) * rows);
        bounded.setLimit(peek ? rows + 1 : rows);
        return bounded;
    }
}
