package uk.declared.web.sparql;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of the endpoint's bounds, as it is told to others.
 *
 * @param key the last part of the setting's name, such as {@code time-limit}
 * @param unit of the value, by the codes of UN/CEFACT; absent where it counts things
 */
record Bound(String key, long value, Optional<String> unit) {
    private static final String SECONDS = "SEC";
    private static final Map<String, String> UNITS = Map.of("resultBytes", "AD", "serviceBytes", "AD");

    /** All of them, in the order in which the settings stand. */
    static List<Bound> all(SparqlLimits limits) {
        return Arrays.stream(SparqlLimits.class.getRecordComponents())
                .flatMap(component -> of(component, limits).stream())
                .toList();
    }

    private static Optional<Bound> of(RecordComponent component, SparqlLimits limits) {
        String key = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        Object value;
        try {
            value = component.getAccessor().invoke(limits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
        if (value instanceof Duration time) {
            return Optional.of(new Bound(key, time.toSeconds(), Optional.of(SECONDS)));
        }
        return value instanceof Number number
                ? Optional.of(new Bound(key, number.longValue(), Optional.ofNullable(UNITS.get(component.getName()))))
                : Optional.empty();
    }

    /** The key of its description for people. */
    String messageKey() {
        return "sparql.limit." + key;
    }
}
