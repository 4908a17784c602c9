package uk.declared.reference;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A party as it is gathered from the rows of a register. */
final class RegisteredParty {
    private final String id;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> welshNames = new LinkedHashSet<>();
    private final Set<String> descriptions = new LinkedHashSet<>();
    private final Set<String> welshDescriptions = new LinkedHashSet<>();
    private final Set<String> emblems = new LinkedHashSet<>();
    private Optional<String> wikidata = Optional.empty();
    private final Set<Registration> registrations = new LinkedHashSet<>();

    /** @param id the Electoral Commission's identifier */
    RegisteredParty(String id) {
        this.id = id;
    }

    /**
     * A time on a register.
     *
     * @param register {@code great-britain} or {@code northern-ireland}, absent where the source does not say
     * @param name under which the party was on it
     */
    record Registration(Optional<String> register, Optional<LocalDate> from, Optional<LocalDate> until, String name) {}

    void addName(String name) {
        if (!name.isEmpty()) {
            names.add(name);
        }
    }

    void addWelshName(String name) {
        if (!name.isEmpty()) {
            welshNames.add(name);
        }
    }

    void addDescription(String description) {
        if (!description.isBlank()) {
            descriptions.add(description.strip());
        }
    }

    void addWelshDescription(String description) {
        if (!description.isBlank()) {
            welshDescriptions.add(description.strip());
        }
    }

    /** @param address where the picture is */
    void addEmblem(String address) {
        emblems.add(address);
    }

    /** @param item such as {@code Q9630}, where the source gives it */
    void setWikidata(String item) {
        wikidata = Optional.of(item);
    }

    void addRegistration(Registration registration) {
        registrations.add(registration);
    }

    String id() {
        return id;
    }

    /** At least one; a register that has several does not say which is the last, so the first stands for the party. */
    Set<String> names() {
        return names;
    }

    Set<String> welshNames() {
        return welshNames;
    }

    Set<String> descriptions() {
        return descriptions;
    }

    Set<String> welshDescriptions() {
        return welshDescriptions;
    }

    Set<String> emblems() {
        return emblems;
    }

    Optional<String> wikidata() {
        return wikidata;
    }

    Set<Registration> registrations() {
        return registrations;
    }
}
