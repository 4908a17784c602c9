package uk.declared.web.board;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.query.Query;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Literals;
import uk.declared.store.Store;
import uk.declared.web.board.CountryOutlines.Drawing;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * Keeps the drawings of the country, so that no reader waits for one:
 *
 * <ol>
 *   <li>after the start, and after an import of boundaries, the one for the last polling day is drawn in the background,
 *   <li>so is one for a day with other councils once somebody asks for it, who is shown hexagons meanwhile,
 *   <li>each is kept for as long as the same boundaries stand.
 * </ol>
 */
@Component
final class KeptOutlines implements DisposableBean {
    /** Councils change with a reorganisation: so many are more than anybody looks at. */
    private static final int DRAWINGS = 8;

    private static final Query BESIDE = StoredQuery.read("days-beside");
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final CountryOutlines country;
    private final Store store;
    private final ExecutorService pencil = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "outlines");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });
    private String version = "";
    private List<Row> releases = List.of();
    private final Map<List<List<GssCode>>, CompletableFuture<Drawing>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<List<GssCode>>, CompletableFuture<Drawing>> eldest) {
            return size() > DRAWINGS;
        }
    };

    KeptOutlines(CountryOutlines country, Store store) {
        this.country = country;
        this.store = store;
    }

    /** The drawing for a day, if it is there; nothing while it is made, or where no boundaries are loaded. */
    Drawing now(LocalDate day) {
        return begun(day)
                .filter(drawing -> drawing.isDone() && !drawing.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .orElse(Drawing.NONE);
    }

    /** A number that is another one once the drawing for a day is there, or is another one. */
    int state(LocalDate day) {
        return System.identityHashCode(now(day));
    }

    /** The drawing for a day, once it is made. */
    Drawing awaited(LocalDate day) {
        keepUp();
        try {
            return begun(day).map(CompletableFuture::join).orElse(Drawing.NONE);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Begins to draw anew where boundaries were imported since. */
    synchronized void keepUp() {
        String current = store.version();
        if (current.equals(version)) {
            return;
        }
        List<Row> standing = country.releases();
        if (!standing.equals(releases)) {
            releases = standing;
            known.clear();
            lastDay().ifPresent(this::begun);
        }
        version = current;
    }

    private Optional<LocalDate> lastDay() {
        return store.select(BESIDE, Map.of("day", Literals.date(END)), Row::all).stream()
                .flatMap(row -> row.date("before").stream())
                .findFirst();
    }

    /** Absent where no boundaries are loaded. One that failed is tried again. */
    private synchronized Optional<CompletableFuture<Drawing>> begun(LocalDate day) {
        if (releases.isEmpty()) {
            return Optional.empty();
        }
        List<List<GssCode>> codes = CountryOutlines.codes(day);
        known.computeIfPresent(codes, (same, drawing) -> drawing.isCompletedExceptionally() ? null : drawing);
        return Optional.of(Objects.requireNonNull(known.computeIfAbsent(
                codes, councils -> CompletableFuture.supplyAsync(() -> country.draw(councils), pencil))));
    }

    @Override
    public void destroy() {
        pencil.shutdownNow();
    }
}
