package uk.declared.web.start;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.folder.DerivedFiles;
import uk.declared.linkeddata.Literals;
import uk.declared.store.Store;
import uk.declared.web.page.Budget;
import uk.declared.web.page.Refreshed;
import uk.declared.web.start.ListFile.Listed;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * The rows of queries that look at all that is published. They are kept while nothing further is published, and then
 * read anew once for however many ask, since counting everything for each visitor would be waste, and on election night more than that.
 * What was read when the server stopped is there after the next start, where nothing was published meanwhile.
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

    private final Map<Asked, Refreshed<Listed>> kept = new ConcurrentHashMap<>();
    private final ListFile file;

    /** What an earlier process had, by the query; taken once, where nothing was published since. */
    private final Map<String, Listed> earlier;

    ListedRows(Store store, DerivedFiles derived) {
        this.store = store;
        this.file = new ListFile(derived.of("lists"));
        this.earlier = new ConcurrentHashMap<>(file.read());
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
        return kept.computeIfAbsent(asked, this::list).now().rows();
    }

    private Refreshed<Listed> list(Asked asked) {
        Refreshed<Listed> list =
                new Refreshed<>("lists", store::version, version -> read(asked, version), before -> {}, PAUSE, budget);
        if (asked.bindings().isEmpty()) {
            Optional.ofNullable(earlier.remove(query(asked).toString()))
                    .filter(before -> store.versionIfThere().equals(Optional.of(before.version())))
                    .ifPresent(before -> list.begin(before.version(), before));
        }
        return list;
    }

    private Listed read(Asked asked, String version) {
        return new Listed(version, store.select(query(asked), asked.bindings(), Row::all));
    }

    private static Query query(Asked asked) {
        return StoredQuery.page(StoredQuery.read(asked.query()), asked.page(), asked.size());
    }

    /** Keeps the lists of all that is published for the next start. */
    @PreDestroy
    synchronized void keep() {
        Map<String, Listed> lists = new HashMap<>();
        kept.forEach((asked, list) -> {
            Listed last = list.last();
            if (asked.bindings().isEmpty() && last != null) {
                lists.put(query(asked).toString(), last);
            }
        });
        file.write(lists);
    }
}
