package uk.declared.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The register of a deployment into which none was imported. */
record NoPartyRegister() implements PartyRegister {
    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public Optional<PartyRecord> party(String id) {
        return Optional.empty();
    }

    @Override
    public List<PartyRecord> named(String name, LocalDate day) {
        return List.of();
    }

    @Override
    public Collection<PartyRecord> all() {
        return List.of();
    }
}
