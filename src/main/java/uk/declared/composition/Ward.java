package uk.declared.composition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Entry;

/** A ward of a council between two elections of the whole council: what is said of it, and its seats. */
final class Ward {
    private final String name;
    private final Set<Node> areas = new LinkedHashSet<>();
    private final List<Contest> contests = new ArrayList<>();
    private final List<List<Entry>> tables = new ArrayList<>();
    private Worlds worlds = new Worlds(1);
    private boolean sizeKnown;

    Ward(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The area whose electors elect its members; absent where no area of that name is known. */
    Optional<Node> area() {
        return areas.stream().findFirst();
    }

    /** Whether it is known by this area. */
    boolean isOf(Node area) {
        return areas.contains(area);
    }

    void add(Node area) {
        areas.add(area);
    }

    void add(Contest contest) {
        contests.add(contest);
    }

    void addTable(List<Entry> entries) {
        tables.add(entries);
    }

    /**
     * Works out how many seats it has, of none of which anything is known yet.
     *
     * @param cycleKnown whether a whole cycle of elections is held here
     */
    void begin(boolean cycleKnown) {
        int listed = tables.stream().mapToInt(List::size).max().orElse(0);
        sizeKnown = listed > 0 || (cycleKnown && contests.stream().anyMatch(Contest::ordinary));
        worlds = new Worlds(Math.max(ElectionCycle.size(contests), listed));
    }

    /** Begins with the contest in which all its seats were filled. */
    void beginWhole(boolean known) {
        int listed = tables.stream().mapToInt(List::size).max().orElse(0);
        sizeKnown = known || listed > 0;
        int up = contests.stream().mapToInt(Contest::up).max().orElse(1);
        worlds = new Worlds(Math.max(1, Math.max(up, listed)));
    }

    boolean sizeKnown() {
        return sizeKnown;
    }

    Worlds worlds() {
        return worlds;
    }
}
