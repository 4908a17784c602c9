package uk.declared.web.start;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Literals;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.web.thing.Row;
import uk.declared.web.thing.StoredQuery;

/**
 * The rows of queries that look at all that is published. They are kept while nothing further is published, since
 * counting everything anew for each visitor would be waste, and on election night more than that.
 */
@Component
final class ListedRows {
    private static final int KEPT = 100;

    /** More than twice as many as there are elected bodies that vote on one day. */
    private static final int MOST_OF_A_DAY = 1_000;

    private final Store store;

    private volatile Kept kept = new Kept(Position.START, new ConcurrentHashMap<>());

    ListedRows(Store store) {
        this.store = store;
    }

    /** Rows by what was asked, as of one position of the store. */
    private record Kept(Position position, Map<Asked, List<Row>> rows) {}

    /** One page of the rows of a query. */
    private record Asked(String query, Map<String, Node> bindings, int page, int size) {}

    /**
     * One page of a list, and one row more where there is a further page.
     *
     * @param name of the query
     * @param page counted from 1
     * @param size how many rows a page holds
     */
    List<Row> page(String name, int page, int size) {
        return rows(new Asked(name, Map.of(), page, size));
    }

    /** The rows of a query that asks about one polling day, {@code ?day}; at most 1,000 of them. */
    List<Row> of(String name, LocalDate day) {
        return rows(new Asked(name, Map.of("day", Literals.date(day)), 1, MOST_OF_A_DAY));
    }

    private List<Row> rows(Asked asked) {
        Position now = store.applied();
        Kept current = kept;
        if (!current.position().equals(now) || current.rows().size() >= KEPT) {
            current = new Kept(now, new ConcurrentHashMap<>());
            kept = current;
        }
        return current.rows().computeIfAbsent(asked, this::read);
    }

    private List<Row> read(Asked asked) {
        Query query = StoredQuery.read(asked.query());
        return store.select(StoredQuery.page(query, asked.page(), asked.size()), asked.bindings(), Row::all);
    }
}
