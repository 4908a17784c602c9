package uk.declared.night;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.declared.election.Control;
import uk.declared.election.SeatsKnown;

/**
 * The seats of a council at one moment, as far as they are known.
 *
 * @param by held for certain, by affiliation; those that are vacant for certain under {@link #VACANT}
 * @param total how many there are, where that is known
 * @param perhaps how many seats that are counted under another key may be a party's too: one source may know a party by its
 *     identifier, and another by its name alone
 */
public record Seats(Map<String, Integer> by, OptionalInt total, Map<String, Integer> perhaps) {
    /** The key of seats that nobody holds. */
    public static final String VACANT = "vacant";

    /** Nothing is known. */
    public static final Seats UNKNOWN = new Seats(Map.of(), OptionalInt.empty(), Map.of());

    public Seats {
        by = Map.copyOf(by);
        perhaps = Map.copyOf(perhaps);
    }

    static Seats of(Map<String, Integer> by, OptionalInt total, Parties parties) {
        return new Seats(by, total, parties.perhaps(by));
    }

    /** How many are held by a party for certain. */
    public int of(String party) {
        return by.getOrDefault(party, 0);
    }

    /** How many there are of which it is not known who holds them; absent where it is not known how many there are. */
    public OptionalInt open() {
        int known = by.values().stream().mapToInt(Integer::intValue).sum();
        return total.isPresent() ? OptionalInt.of(Math.max(0, total.getAsInt() - known)) : OptionalInt.empty();
    }

    /** Whether it is known of each seat who holds it. */
    public boolean isComplete() {
        return open().isPresent() && open().getAsInt() == 0 && of(Parties.NOT_STATED) == 0 && total.orElse(0) > 0;
    }

    /** Who controls the council, where no seat that is open could alter that. */
    public Optional<CouncilControl> control() {
        if (total.orElse(0) == 0) {
            return Optional.empty();
        }
        Control<String> certain = new SeatsKnown<>(parties(), of(Parties.NOT_STATED), of(VACANT), open()).control();
        if (certain instanceof Control.Majority<String> majority) {
            return Optional.of(CouncilControl.by(majority.group()));
        }
        boolean nobody = certain instanceof Control.Nobody<String>
                && parties().keySet().stream().allMatch(this::cannotBeControlledBy);
        return nobody ? Optional.of(CouncilControl.NONE) : Optional.empty();
    }

    /** Whether a party cannot have more than half, whoever holds the seats that are open. */
    public boolean cannotBeControlledBy(String party) {
        return open().isPresent()
                && total.orElse(0) > 0
                && (of(party) + perhaps.getOrDefault(party, 0) + open().getAsInt() + of(Parties.NOT_STATED)) * 2
                        <= total.getAsInt();
    }

    /** The parties, and those without one: each independent sits alone, yet sources count them as one, and so does this. */
    private Map<String, Integer> parties() {
        Map<String, Integer> parties = new HashMap<>(by);
        parties.remove(VACANT);
        parties.remove(Parties.NOT_STATED);
        return parties;
    }
}
