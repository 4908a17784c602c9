package uk.declared.election;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Under which licence something may be used, and whom to name when it is.
 *
 * @param licence the licence's address; absent where none is known, so that nobody may pass it on under another one
 * @param attribution whom to name, in the publisher's own words
 */
public record Rights(Optional<URI> licence, Optional<String> attribution) {
    /** The Open Government Licence, under which councils and statistical offices publish. */
    public static final URI OPEN_GOVERNMENT_LICENCE =
            URI.create("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");

    /** No licence is known. */
    public static final Rights NOT_STATED = new Rights(Optional.empty(), Optional.empty());

    /** What councils publish under, where they say nothing else. */
    public static final Rights OPEN_GOVERNMENT = new Rights(Optional.of(OPEN_GOVERNMENT_LICENCE), Optional.empty());

    /** How it is said that no licence is known. */
    public static final String NONE = "none";

    /**
     * The rights as somebody states them.
     *
     * @param licence an address that begins with http:// or https://, or {@code none}
     * @throws IllegalArgumentException where the licence is neither, with the mend
     */
    public static Rights stated(String licence, Optional<String> attribution) {
        Optional<String> named = attribution.map(String::strip).filter(text -> !text.isEmpty());
        if (licence.strip().equalsIgnoreCase(NONE)) {
            return new Rights(Optional.empty(), named);
        }
        try {
            URI address = new URI(licence.strip());
            if (address.getHost() != null && address.getScheme().matches("(?i)https?")) {
                return new Rights(Optional.of(address), named);
            }
        } catch (URISyntaxException e) {
            throw notAnAddress(licence, e);
        }
        throw notAnAddress(licence, null);
    }

    private static IllegalArgumentException notAnAddress(
            String licence, @org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalArgumentException(
                "“" + licence + "” is not the address of a licence. Write it as " + OPEN_GOVERNMENT_LICENCE
                        + ", or none where no licence is known.",
                cause);
    }

    /**
     * What holds where a sender says nothing: councils publish under the Open Government Licence, and of what others
     * collected nothing is known.
     *
     * @param collected whether the file is of a kind in which others than councils collect results
     */
    public static Rights usual(Source source, boolean collected) {
        return source == Source.THIRD_PARTY || collected ? NOT_STATED : OPEN_GOVERNMENT;
    }
}
