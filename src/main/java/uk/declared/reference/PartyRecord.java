package uk.declared.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One party as a register knows it.
 *
 * @param id the Electoral Commission's identifier, such as {@code PP63}
 * @param name the registered name
 * @param otherNames further names: in Welsh, and those it had before
 * @param registered the first day on the register
 * @param deregistered the last day on the register; absent while it is on it
 * @param descriptions the descriptions that its candidates may use
 * @param registrations the times on the registers, each apart; empty where a source gives the days alone
 */
public record PartyRecord(
        String id,
        String name,
        List<String> otherNames,
        Optional<LocalDate> registered,
        Optional<LocalDate> deregistered,
        List<String> descriptions,
        List<Registration> registrations) {
    public PartyRecord {
        registrations = List.copyOf(registrations);
        otherNames = List.copyOf(otherNames);
        descriptions = List.copyOf(descriptions);
    }

    /** A party of which the days alone are known. */
    public PartyRecord(
            String id,
            String name,
            List<String> otherNames,
            Optional<LocalDate> registered,
            Optional<LocalDate> deregistered,
            List<String> descriptions) {
        this(id, name, otherNames, registered, deregistered, descriptions, List.of());
    }

    /**
     * A time on a register.
     *
     * @param register {@code great-britain} or {@code northern-ireland}, absent where the source does not say
     * @param from the first day, absent where the source does not say
     * @param until the last day, absent while it goes on
     */
    public record Registration(Optional<String> register, Optional<LocalDate> from, Optional<LocalDate> until) {
        private boolean on(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && until.filter(day::isAfter).isEmpty();
        }
    }

    /** Whether the party was on a register on a day; a party that left it and came back was not in between. */
    public boolean registeredOn(LocalDate day) {
        return registrations.isEmpty()
                ? registered.filter(day::isBefore).isEmpty()
                        && deregistered.filter(day::isAfter).isEmpty()
                : registrations.stream().anyMatch(each -> each.on(day));
    }

    /** The registers that it was on on a day, as far as the source tells them apart. */
    public Set<String> registersOn(LocalDate day) {
        return registrations.stream()
                .filter(each -> each.on(day))
                .flatMap(each -> each.register().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a text is one of its names or descriptions, but for what {@link Names#plain} leaves out. */
    public boolean isCalled(String text) {
        String wanted = Names.plain(text);
        return Stream.concat(Stream.concat(Stream.of(name), otherNames.stream()), descriptions.stream())
                .map(Names::plain)
                .anyMatch(wanted::equals);
    }
}
