package uk.declared.publish;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import uk.declared.validation.EarlierContests;

/**
 * The electorates of contests that were appended to the record a short while ago, and are perhaps not in the store yet. Safe for
 * use by several threads.
 */
public final class RecentElectorates {
    /** So many are kept although the store has them, for submissions that began to be checked before. */
    private static final int KEPT = 10_000;

    /** The electorate of one contest; {@code area} names its area and its office. */
    record Noted(String area, LocalDate day, OptionalInt persons) {}

    private record Appended(long sequence, Noted noted) {}

    private final Deque<Appended> order = new ArrayDeque<>();
    private final Map<String, TreeMap<LocalDate, Appended>> areas = new HashMap<>();
    private long forgotten;
    private long position;

    /** The record's last entry of which this knows; later ones may be added. */
    synchronized long position() {
        return position;
    }

    /**
     * Notes what was appended.
     *
     * @param sequence the record's last entry by now
     * @param applied how far the store is
     */
    synchronized void add(Collection<Noted> contests, long sequence, long applied) {
        for (Noted noted : contests) {
            Appended appended = new Appended(sequence, noted);
            order.add(appended);
            areas.computeIfAbsent(noted.area(), missing -> new TreeMap<>()).put(noted.day(), appended);
        }
        position = sequence;
        while (order.size() > KEPT && order.getFirst().sequence() <= applied) {
            forget(order.removeFirst());
        }
    }

    private void forget(Appended old) {
        forgotten = old.sequence();
        TreeMap<LocalDate, Appended> days = areas.getOrDefault(old.noted().area(), new TreeMap<>());
        days.remove(old.noted().day(), old);
        if (days.isEmpty()) {
            areas.remove(old.noted().area());
        }
    }

    /** The electorate when an area last voted, whether or not the store knows it by now. */
    Optional<EarlierContests.Electorate> lastElectorate(
            EarlierContests stored, String area, String office, LocalDate before) {
        Optional<EarlierContests.Electorate> here = last(ElectorateHistory.key(area, office), before);
        Optional<EarlierContests.Electorate> there = stored.lastElectorate(area, office, before);
        boolean hereIsLater = here.isPresent()
                && there.filter(last -> last.day().isAfter(here.get().day())).isEmpty();
        return hereIsLater ? here : there;
    }

    private synchronized Optional<EarlierContests.Electorate> last(String area, LocalDate before) {
        return Optional.ofNullable(areas.get(area))
                .map(days ->
                        List.copyOf(days.headMap(before, false).descendingMap().values()))
                .orElse(List.of())
                .stream()
                .map(Appended::noted)
                .filter(noted -> noted.persons().isPresent())
                .findFirst()
                .map(noted -> new EarlierContests.Electorate(
                        noted.day(), noted.persons().getAsInt()));
    }

    /** Whether anything was appended of one of these areas since a position; where that is not known any more, it was. */
    synchronized boolean anySince(long position, Set<String> of) {
        if (of.isEmpty()) {
            return false;
        }
        if (forgotten > position) {
            return true;
        }
        return of.stream()
                .flatMap(area -> areas.getOrDefault(area, new TreeMap<>()).values().stream())
                .anyMatch(appended -> appended.sequence() > position);
    }
}
