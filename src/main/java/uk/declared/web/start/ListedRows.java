package uk.declared.web.start;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Literals;
import uk.declared.store.Store;
import uk.declared.web.page.Budget;
import uk.declared.web.page.Refreshed;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * The rows of queries that look at all that is published. They are kept while nothing further is published, and then
 * read anew once for however many ask, since counting everything for each visitor would be waste, and on election night more than that.
 */
@Component
final class ListedRows {
    private static final int KEPT = 100;
    private static final int PAUSE = 10;

    /** More than twice as many as there are elected bodies that vote on one day. */
    private static final int MOST_OF_A_DAY = 1_000;

    private final Store store;

    /** Of all lists together: on election night something is published all the time. */
    private final Budget budget = new Budget(Duration.ofSeconds(5), 20);

    private final Map<Asked, Refreshed<List<Row>>> kept = new ConcurrentHashMap<>();

    ListedRows(Store store) {
        this.store = store;
    }

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

    /** One page of a query that asks about something, by its variables. */
    List<Row> page(String name, Map<String, Node> bindings, int page, int size) {
        return rows(new Asked(name, bindings, page, size));
    }

    /** The rows of a query that asks about one polling day, {@code ?day}; at most 1,000 of them. */
    List<Row> of(String name, LocalDate day) {
        return rows(new Asked(name, Map.of("day", Literals.date(day)), 1, MOST_OF_A_DAY));
    }

    private List<Row> rows(Asked asked) {
        if (kept.size() >= KEPT && !kept.containsKey(asked)) {
            kept.clear();
        }
        return kept.computeIfAbsent(
                        asked,
                        wanted -> new Refreshed<>(
                                "lists", store::version, version -> read(wanted), before -> {}, PAUSE, budget))
                .now();
    }

    private List<Row> read(Asked asked) {
        Query query = StoredQuery.read(asked.query());
        return store.select(StoredQuery.page(query, asked.page(), asked.size()), asked.bindings(), Row::all);
    }
}
