package uk.declared.web.sparql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * Chooses a format by an {@code Accept} header (RFC 9110, section 12.5.1): the highest quality wins, then what was asked for
 * more precisely, then our own order. What cannot be read in a header is passed over.
 */
final class Accept {
    private final List<MediaType> ranges;

    private Accept(List<MediaType> ranges) {
        this.ranges = ranges;
    }

    /** @param header empty where the client sent none, which accepts anything */
    static Accept parse(String header) {
        List<MediaType> ranges = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            try {
                ranges.add(MediaType.parseMediaType(part.strip()));
            } catch (IllegalArgumentException e) {
                // Rubbish beside what can be read is no reason to refuse a client.
            }
        }
        return new Accept(ranges.isEmpty() ? List.of(MediaType.ALL) : ranges);
    }

    /** A format, and the name under which the client knows it. */
    record Choice(AnswerFormat format, String mediaType) {}

    private record Rated(Choice choice, double quality, int precision) {}

    Optional<Choice> choose(List<AnswerFormat> offered) {
        return offered.stream()
                .flatMap(format -> format.mediaTypes().stream().map(type -> new Choice(format, type)))
                .map(this::rate)
                .filter(rated -> rated.quality() > 0)
                .reduce((best, next) -> BETTER.compare(next, best) > 0 ? next : best)
                .map(Rated::choice);
    }

    private static final Comparator<Rated> BETTER =
            Comparator.comparingDouble(Rated::quality).thenComparingInt(Rated::precision);

    private Rated rate(Choice choice) {
        MediaType type = MediaType.parseMediaType(choice.mediaType());
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(Accept::precision))
                .map(range -> new Rated(choice, range.getQualityValue(), precision(range)))
                .orElse(new Rated(choice, 0, 0));
    }

    private static int precision(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }
}
