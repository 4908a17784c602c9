package uk.declared.count;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Papers that a candidate holds, with the same preferences and the same value.
 *
 * @param number how many papers
 * @param value of each, in units of a hundred-thousandth of a vote
 */
record Parcel(int number, long value, List<Integer> preferences) {
    /** The votes that the papers are worth, in the same units. */
    long votes() {
        return number * value;
    }

    /** The first preference among these candidates; those elected or excluded meanwhile are passed over. */
    Optional<Integer> nextAvailable(IntPredicate continuing) {
        return preferences.stream().filter(continuing::test).findFirst();
    }

    Parcel worth(long newValue) {
        return new Parcel(number, newValue, preferences);
    }
}
