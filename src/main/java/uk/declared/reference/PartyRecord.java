package uk.declared.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One party as a register knows it.
 *
 * @param id the Electoral Commission's identifier, such as {@code PP63}
 * @param name the registered name
 * @param otherNames further names: in Welsh, and those it had before
 * @param registered the first day on the register
 * @param deregistered the last day on the register; absent while it is on it
 * @param descriptions the descriptions that its candidates may use
 */
public record PartyRecord(
        String id,
        String name,
        List<String> otherNames,
        Optional<LocalDate> registered,
        Optional<LocalDate> deregistered,
        List<String> descriptions) {
    public PartyRecord {
        otherNames = List.copyOf(otherNames);
        descriptions = List.copyOf(descriptions);
    }

    /** Whether the party was on the register on a day. */
    public boolean registeredOn(LocalDate day) {
        return registered.filter(day::isBefore).isEmpty()
                && deregistered.filter(day::isAfter).isEmpty();
    }
}
