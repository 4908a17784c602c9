package uk.declared.composition;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What was read of councils, and what is no single council's, kept for the next reading. Whoever writes to the store owns one, and says
 * what changes before reading what follows from it; who reads beside takes a copy.
 */
public final class FactsCache {
    /** So many contests, areas and rows of tables are kept at most: some tens of megabytes. */
    private static final int MOST = 200_000;

    private final CommonFacts common;
    private final Map<String, Kept> councils = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /**
     * What was read of a council.
     *
     * @param contests that were declared since
     * @param areas of which something was said since
     */
    record Kept(ReadFacts facts, Set<Node> contests, Set<Node> areas) {
        static Kept of(ReadFacts facts) {
            return new Kept(facts, new HashSet<>(), new HashSet<>());
        }

        boolean isAsItWas() {
            return contests.isEmpty() && areas.isEmpty();
        }
    }

    public FactsCache() {
        this(new CommonFacts());
    }

    private FactsCache(CommonFacts common) {
        this.common = common;
    }

    /** The same as it is now, for whoever reads a state of the store that is no older than the last that was committed. */
    public synchronized FactsCache copy() {
        FactsCache copy = new FactsCache(common.copy());
        copy.adopt(this, council -> true);
        return copy;
    }

    /** Takes what another one has of councils that this one does not know, as far as it still holds. */
    public synchronized void adopt(FactsCache other, Predicate<String> holds) {
        other.asItWas().forEach((council, read) -> {
            if (!councils.containsKey(council) && holds.test(council)) {
                keep(council, read);
            }
        });
    }

    private synchronized Map<String, ReadFacts> asItWas() {
        Map<String, ReadFacts> read = new LinkedHashMap<>();
        councils.forEach((council, kept) -> {
            if (kept.isAsItWas()) {
                read.put(council, kept.facts());
            }
        });
        return read;
    }

    /** Forgets everything: reference data was imported, or it is not known what the store holds by now. */
    public synchronized void forget() {
        common.forget();
        councils.clear();
        size = 0;
    }

    /** Forgets a council, for which somebody else than its councillors was elected. */
    public synchronized void forget(String council) {
        Kept kept = councils.remove(council);
        size -= kept == null ? 0 : kept.facts().size();
    }

    /**
     * A contest for councillors was declared.
     *
     * @param now the slugs of the councils whose contest it is by now
     */
    public synchronized void declared(Set<String> now, Node contest) {
        common.declared(contest);
        councils.forEach((council, kept) -> {
            if (now.contains(council) || kept.facts().contests().containsKey(contest)) {
                kept.contests().add(contest);
            }
        });
    }

    /** A contest was taken back. */
    public void takenBack() {
        common.takenBack();
    }

    /** Something was said of areas, which may be further names for those of any council. */
    public synchronized void areas(Collection<Triple> said) {
        said.stream()
                .map(Triple::getSubject)
                .distinct()
                .forEach(area -> councils.values().stream()
                        .filter(kept -> kept.facts().areas().containsKey(area))
                        .forEach(kept -> kept.areas().add(area)));
    }

    /** Something was said of parties, which may be new names, or whom they stand with. */
    public void parties(Supplier<Collection<Triple>> said) {
        common.parties(said);
    }

    CommonFacts common() {
        return common;
    }

    synchronized Optional<Kept> of(String council) {
        return Optional.ofNullable(councils.get(council))
                .map(kept -> new Kept(kept.facts(), Set.copyOf(kept.contests()), Set.copyOf(kept.areas())));
    }

    /** Keeps what was read of a council, and lets go of those not used for longest where it becomes too much. */
    synchronized void keep(String council, ReadFacts facts) {
        forget(council);
        councils.put(council, Kept.of(facts));
        size += facts.size();
        Iterator<Kept> oldest = councils.values().iterator();
        while (size > MOST && oldest.hasNext()) {
            size -= oldest.next().facts().size();
            oldest.remove();
        }
    }
}
