package uk.declared.composition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import uk.declared.election.Control;
import uk.declared.election.SeatsKnown;
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

    /** @param complete whether these are all wards of the council */
    static Strengths of(Collection<Ward> wards, boolean complete, LocalDate day, JointParties joint) {
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
        boolean sizeKnown = complete && wards.stream().allMatch(Ward::sizeKnown);
        return new Strengths(day, seats, vacant, sizeKnown ? OptionalInt.of(all - known) : OptionalInt.empty());
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    /** Who has the majority, as far as that is certain. */
    Control<Node> control() {
        Map<Node, Integer> grouped = new LinkedHashMap<>(seats);
        Integer ungrouped = grouped.remove(NOT_STATED);
        return new SeatsKnown<>(grouped, ungrouped == null ? 0 : ungrouped, vacant, unknown).control();
    }
}
