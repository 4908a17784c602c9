package uk.declared.web.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The media types that a client accepts (RFC 9110, section 12.5.1). Each type that there is gets the weight of the most
 * specific range that matches it; the heaviest wins, and among equals the one that the server names first.
 */
public final class AcceptHeader {
    private final List<MediaRange> ranges;

    private AcceptHeader(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads the header.
     *
     * @param fields the values of all its fields; none, or none that can be read, accepts everything
     */
    public static AcceptHeader of(List<String> fields) {
        List<MediaRange> ranges = fields.stream()
                .flatMap(field -> HeaderText.split(field, ',').stream())
                .flatMap(element -> MediaRange.parse(element).stream())
                .toList();
        return new AcceptHeader(ranges.isEmpty() ? List.of(new MediaRange("*", "*", 0, 1)) : ranges);
    }

    /**
     * The best of what there is; absent where nothing is acceptable.
     *
     * @param available in the server's order of preference
     */
    public <T> Optional<T> best(List<T> available, Function<T, String> mediaType) {
        return available.stream()
                .filter(candidate -> quality(mediaType.apply(candidate)) > 0)
                .reduce((first, second) ->
                        quality(mediaType.apply(second)) > quality(mediaType.apply(first)) ? second : first);
    }

    /** The weight of a media type, 0 where it is not acceptable. */
    public double quality(String mediaType) {
        int slash = mediaType.indexOf('/');
        String type = mediaType.substring(0, slash);
        String subtype = mediaType.substring(slash + 1);
        return ranges.stream()
                .filter(range -> range.matches(type, subtype))
                .max(Comparator.comparingInt(MediaRange::specificity))
                .map(MediaRange::quality)
                .orElse(0.0);
    }

    /** Whether the client names this type itself, as browsers name HTML, rather than accepting whatever comes. */
    public boolean names(String mediaType) {
        return ranges.stream()
                .anyMatch(range -> range.quality() > 0 && mediaType.equals(range.type() + "/" + range.subtype()));
    }
}
