package uk.declared.composition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import uk.declared.linkeddata.Vocabulary;

/**
 * How many seats of a council each affiliation holds on a day.
 *
 * @param seats of each affiliation that is known to hold any
 * @param vacant how many are known to be vacant
 * @param unknown how many are held by somebody, or nobody, of whom the sources do not say; absent where it is not known how
 *     many seats the council has
 */
record Strengths(LocalDate asAt, Map<Node, Integer> seats, int vacant, OptionalInt unknown) {
    private static final Node NOT_STATED = Vocabulary.code("standing", "not-stated");

    static Strengths of(Collection<Ward> wards, LocalDate day, JointParties joint) {
        Map<Node, Integer> seats = new LinkedHashMap<>();
        int vacant = 0;
        int all = 0;
        for (Ward ward : wards) {
            all += ward.worlds().size();
            vacant += ward.worlds().atLeast(Occupant.Vacant.class::isInstance);
            joint.groups(ward.worlds().affiliations()).forEach((group, members) -> {
                int held = ward.worlds()
                        .atLeast(occupant ->
                                occupant instanceof Occupant.Holder holder && members.contains(holder.affiliation()));
                if (held > 0) {
                    seats.merge(group, held, Integer::sum);
                }
            });
        }
        int known = vacant + seats.values().stream().mapToInt(Integer::intValue).sum();
        boolean sizeKnown = wards.stream().allMatch(Ward::sizeKnown);
        return new Strengths(day, seats, vacant, sizeKnown ? OptionalInt.of(all - known) : OptionalInt.empty());
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    /** Who holds more than half of the seats, whoever may hold those that are not known. */
    Optional<Node> majority() {
        return unknown.isEmpty()
                ? Optional.empty()
                : largest()
                        .filter(first -> !first.getKey().equals(NOT_STATED))
                        .filter(first -> first.getValue() * 2 > total())
                        .map(Map.Entry::getKey);
    }

    /** Whether nobody can hold more than half of the seats. */
    boolean nobodyHasAMajority() {
        int open = unknown.orElse(total()) + seats.getOrDefault(NOT_STATED, 0);
        return unknown.isPresent()
                && seats.entrySet().stream()
                        .filter(each -> !each.getKey().equals(NOT_STATED))
                        .allMatch(each -> (each.getValue() + open) * 2 <= total())
                && open * 2 <= total();
    }

    private Optional<Map.Entry<Node, Integer>> largest() {
        return seats.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue));
    }

    private int total() {
        return seats.values().stream().mapToInt(Integer::intValue).sum() + vacant + unknown.orElse(0);
    }
}
