package uk.declared.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.declared.election.GssCode;

/** The geography of a deployment into which none was imported. */
record NoGeography() implements Geography {
    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public boolean covers(String entity) {
        return false;
    }

    @Override
    public Optional<AreaRecord> area(GssCode code) {
        return Optional.empty();
    }

    @Override
    public List<AreaRecord> electoralAreas(String name, GssCode within, LocalDate day) {
        return List.of();
    }

    @Override
    public List<AreaRecord> electoralAreas(GssCode within, LocalDate day) {
        return List.of();
    }
}
