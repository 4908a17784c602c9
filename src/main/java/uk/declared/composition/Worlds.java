package uk.declared.composition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;

/**
 * The seats of one ward, in every way in which the sources allow them to be held. A by-election in a ward of three seats
 * does not say whose seat it filled: there are then three ways, and what all of them agree on is known.
 */
final class Worlds {
    /** More ways than these are no knowledge: what is then known is who won last. */
    private static final int MOST = 200;

    private Set<List<Seat>> worlds = new LinkedHashSet<>();

    Worlds(int size) {
        worlds.add(Collections.nCopies(size, Seat.NOT_KNOWN));
    }

    int size() {
        return first().size();
    }

    /** Puts one certain state in the place of all. */
    void become(List<Seat> seats) {
        worlds = new LinkedHashSet<>();
        worlds.add(List.copyOf(seats));
    }

    List<Seat> first() {
        return worlds.iterator().next();
    }

    Set<List<Seat>> all() {
        return worlds;
    }

    /** What is done with one way: it becomes one or several. */
    @FunctionalInterface
    interface Step {
        List<List<Seat>> from(List<Seat> world);
    }

    /**
     * Takes a step in every way.
     *
     * @param last the seats as the step leaves them where the ways become too many
     */
    void step(Step step, List<Seat> last) {
        Set<List<Seat>> next = new LinkedHashSet<>();
        for (List<Seat> world : worlds) {
            next.addAll(step.from(world));
        }
        int size = size();
        worlds = next;
        if (next.size() > MOST) {
            List<Seat> known = new ArrayList<>(last);
            while (known.size() < size) {
                known.add(Seat.NOT_KNOWN);
            }
            become(known);
        }
    }

    /** Who holds a seat in every way. */
    Set<Occupant.Holder> certain() {
        Set<Occupant.Holder> holders = new LinkedHashSet<>(holders(first()));
        worlds.forEach(world -> holders.retainAll(holders(world)));
        return holders;
    }

    /** Who holds a seat in one way or another. */
    Set<Occupant.Holder> possible() {
        Set<Occupant.Holder> holders = new LinkedHashSet<>();
        worlds.forEach(world -> holders.addAll(holders(world)));
        return holders;
    }

    /** The number, from 0, of the seat that somebody holds in every way in which they hold any. */
    OptionalInt seatOf(Occupant.Holder holder) {
        List<Integer> numbers = worlds.stream()
                .flatMap(world -> IntStream.range(0, world.size())
                        .filter(i -> world.get(i).occupant().equals(holder))
                        .boxed())
                .distinct()
                .toList();
        return numbers.size() == 1 ? OptionalInt.of(numbers.get(0)) : OptionalInt.empty();
    }

    /** When the seat of somebody is next up, where every way says the same. */
    OptionalInt dueOf(Occupant.Holder holder) {
        List<OptionalInt> dues = worlds.stream()
                .flatMap(List::stream)
                .filter(seat -> seat.occupant().equals(holder))
                .map(Seat::due)
                .distinct()
                .toList();
        return dues.size() == 1 ? dues.get(0) : OptionalInt.empty();
    }

    /** How many seats are held as described in every way, at the least. */
    int atLeast(Predicate<Occupant> held) {
        return worlds.stream()
                .mapToInt(world -> (int) world.stream()
                        .filter(seat -> held.test(seat.occupant()))
                        .count())
                .min()
                .orElse(0);
    }

    /** The affiliations of all who may hold a seat. */
    Set<Node> affiliations() {
        Set<Node> found = new LinkedHashSet<>();
        possible().stream()
                .map(Occupant.Holder::affiliation)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(found::add);
        return found;
    }

    private static List<Occupant.Holder> holders(List<Seat> world) {
        return world.stream()
                .map(Seat::occupant)
                .filter(Occupant.Holder.class::isInstance)
                .map(Occupant.Holder.class::cast)
                .toList();
    }
}
