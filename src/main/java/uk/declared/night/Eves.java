package uk.declared.night;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.composition.CouncilSeats;
import uk.declared.composition.Eve;
import uk.declared.composition.FactsCache;
import uk.declared.composition.KnownSeats;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Rows;
import uk.declared.store.Store;

/** Councils as they were on the eve of a polling day, each worked out when it is first asked for. */
final class Eves {
    private final Store store;
    private final Uris uris;
    private final DayLog log;
    private final Map<String, Kept> known = new HashMap<>();
    private boolean changed;
    private final FactsBeside facts;
    private final Reader reader;

    /** Gives what is known of a council, by its slug, reading it where need be. */
    interface Reader {
        KnownSeats of(String council, Supplier<KnownSeats> read);
    }

    /** @param contests of the day that it was worked out for */
    private record Kept(List<DayLog.Known> contests, Eve eve) {}

    /** @param shared what the store's writer knows of councils */
    Eves(Store store, Uris uris, DayLog log, FactsCache shared) {
        this(store, uris, log, new FactsBeside(store, shared), (council, read) -> read.get());
    }

    /** @param reader may give what it read of a council before */
    Eves(Store store, Uris uris, DayLog log, FactsBeside facts, Reader reader) {
        this.facts = facts;
        this.reader = reader;
        this.store = store;
        this.uris = uris;
        this.log = log;
    }

    /** @param council its slug */
    Optional<Eve> of(String council) {
        List<DayLog.Known> contests = log.of(council);
        Kept kept = known.get(council);
        if (kept == null || !kept.contests().equals(contests)) {
            kept = new Kept(contests, read(council, contests));
            known.put(council, kept);
        }
        return Optional.of(kept.eve());
    }

    private Eve read(String council, List<DayLog.Known> contests) {
        List<Eve.Asked> asked = contests.stream()
                .map(contest -> new Eve.Asked(
                        uris.contest(contest.contest()),
                        uris.thing(Uris.AREA + contest.area()),
                        contest.name(),
                        !contest.byElection(),
                        contest.seats()))
                .toList();
        CouncilSeats seats = new CouncilSeats(uris, council, facts.now());
        Rows rows = (query, bindings) -> store.select(
                query, bindings, found -> found.stream().map(Binding::detach).toList());
        return seats.eve(rows, reader.of(council, () -> seats.known(rows)), log.day(), asked, this::counted);
    }

    /** Forgets one council: something of an earlier day was published. */
    void forget(String council) {
        changed |= known.remove(council) != null;
    }

    void forgetAll() {
        known.clear();
    }

    /** Whether something was forgotten since this was last asked. */
    boolean haveChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private Node counted(Node affiliation) {
        String key = Uris.lastPart(affiliation);
        String group = log.parties().counted(key);
        return group.equals(key)
                ? affiliation
                : NodeFactory.createURI(affiliation.getURI().replace(key, group));
    }
}
