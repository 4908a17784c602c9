package uk.declared.election;

import java.net.URI;
import java.util.Optional;

/**
 * A body that members are elected to: a council, or another such as the House of Commons.
 *
 * @param kind council, or other
 * @param slug the part of its URI that names it; for a council that of the shipped table
 * @param name its official name
 * @param area the code of the area that it governs
 * @param officialUri the URI that other data sets know it by
 */
public record ElectedBody(Kind kind, String slug, String name, Optional<GssCode> area, Optional<URI> officialUri) {
    /** The House of Commons, which a council's file may hold contests for. */
    public static final ElectedBody HOUSE_OF_COMMONS = new ElectedBody(
            Kind.OTHER,
            "house-of-commons",
            "House of Commons",
            Optional.empty(),
            Optional.of(URI.create("http://www.wikidata.org/entity/Q11005")));

    /** Councils have URIs of their own, {@code /id/council/…}; all others are {@code /id/body/…}. */
    public enum Kind {
        COUNCIL,
        OTHER
    }
}
