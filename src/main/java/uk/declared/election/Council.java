package uk.declared.election;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A principal council of the shipped table.
 *
 * @param slug Democracy Club's short name for it, part of its URIs and of its contests' identifiers
 * @param name the name of the place
 * @param officialName the council's own name
 * @param code the GSS code of the area that it governs
 * @param earlierCodes codes of the same area before a change of its boundary
 * @param nation where it is
 * @param start when it came into being; members may have been elected up to a year before
 * @param end its last day
 * @param officialUri the URI that it has among open data communities
 */
public record Council(
        String slug,
        String name,
        String officialName,
        Optional<GssCode> code,
        List<GssCode> earlierCodes,
        Nation nation,
        Optional<LocalDate> start,
        Optional<LocalDate> end,
        Optional<URI> officialUri) {
    /** Whether members could be elected to it on a day: shadow elections are held up to a year before it starts. */
    public boolean electsOn(LocalDate day) {
        boolean begun = start.map(from -> !day.isBefore(from.minusYears(1))).orElse(true);
        boolean ended = end.map(day::isAfter).orElse(false);
        return begun && !ended;
    }

    /** The council as a body that members are elected to. */
    public ElectedBody body() {
        return new ElectedBody(ElectedBody.Kind.COUNCIL, slug, officialName, code, officialUri);
    }
}
