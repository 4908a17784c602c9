package uk.declared.election;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is known of the seats of a council on a day, and what follows from it for certain:
 *
 * <ol>
 *   <li>a majority is more than half of all seats, vacant ones included,
 *   <li>a group has it where what it holds is more than half,
 *   <li>nobody has it where no group, nor one that holds no seat yet, would have more than half if every seat that is open were its own,
 *   <li>else, or where it is not known how many seats there are, it is not certain.
 * </ol>
 *
 * <p>Open is every seat of which it is not known who holds it: it was up at a poll whose result is awaited, withdrawn or
 * was never published here, or no source tells.
 *
 * @param held how many seats each group is known to hold
 * @param ungrouped how many are held by members of whom it is not known for which group they sit
 * @param vacant how many are known to be vacant
 * @param open how many are open; absent where it is not known how many seats there are
 * @param <P> what stands for a party or other group
 */
public record SeatsKnown<P>(Map<P, Integer> held, int ungrouped, int vacant, OptionalInt open) {
    public SeatsKnown {
        held = new LinkedHashMap<>(held);
    }

    /** All seats of the council, where it is known how many there are. */
    public OptionalInt total() {
        int known = held.values().stream().mapToInt(Integer::intValue).sum() + ungrouped + vacant;
        return open.isPresent() ? OptionalInt.of(known + open.getAsInt()) : OptionalInt.empty();
    }

    /** How many seats are a majority, where it is known how many there are. */
    public OptionalInt needed() {
        return total().isPresent() ? OptionalInt.of(total().getAsInt() / 2 + 1) : OptionalInt.empty();
    }

    /** Who has the majority, as far as that is certain. */
    public Control<P> control() {
        if (total().isEmpty()) {
            return new Control.NotCertain<>();
        }
        int needed = total().getAsInt() / 2 + 1;
        var largest = held.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue));
        if (largest.isPresent() && largest.get().getValue() >= needed) {
            return new Control.Majority<>(largest.get().getKey());
        }
        int undecided = open.getAsInt() + ungrouped;
        int most = largest.map(Map.Entry::getValue).orElse(0) + undecided;
        return most >= needed ? new Control.NotCertain<>() : new Control.Nobody<>();
    }
}
