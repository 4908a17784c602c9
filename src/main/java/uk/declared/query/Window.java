package uk.declared.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

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
        long skipped = (page - 1) * rows;
        bounded.setOffset(skipped);
        limit(bounded, peek ? rows + 1 : rows);
        return bounded;
    }

    /**
     * Limits the rows of a query. Where its first pattern is a query within that has a limit and the same order, that is limited by what
     * is read of it, so that what the other patterns look up is looked up for no more.
     */
    static void limit(Query query, long rows) {
        query.setLimit(rows);
        long skipped = query.hasOffset() ? query.getOffset() : 0;
        if (query.getQueryPattern() instanceof ElementGroup group
                && !group.isEmpty()
                && group.get(0) instanceof ElementSubQuery first
                && first.getQuery().hasLimit()) {
            first.getQuery().setLimit(skipped + rows);
        }
    }
}
