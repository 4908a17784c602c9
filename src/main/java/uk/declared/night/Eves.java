package uk.declared.night;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.composition.CouncilSeats;
import uk.declared.composition.Eve;
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

    /** @param contests of the day that it was worked out for */
    private record Kept(List<DayLog.Known> contests, Eve eve) {}

    Eves(Store store, Uris uris, DayLog log, FactsBeside facts) {
        this.facts = facts;
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
        Rows rows = (query, bindings) -> store.select(
                query, bindings, found -> found.stream().map(Binding::detach).toList());
        return new CouncilSeats(uris, council, facts.now()).eve(rows, log.day(), asked, this::counted);
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
