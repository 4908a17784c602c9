package uk.declared.geometry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which property of a file's features is the code of the area, whatever it is called: the one with the most
 * different codes among its values, and of several such the first. The names stand in the property that is called like it.
 */
final class BoundaryColumns {
    private static final Pattern CODE = Pattern.compile("[EKNSW]\\d{8}");
    private static final Pattern ONS = Pattern.compile("(?i)([A-Z]{2,8})(\\d\\d)CD");
    private static final List<String> CODE_ENDINGS = List.of("code", "cd", "gss", "id");

    private final Map<String, Set<String>> codes = new LinkedHashMap<>();
    private final Set<String> properties = new LinkedHashSet<>();

    /**
     * Which properties mean what.
     *
     * @param ofGreatBritain whether all codes are of England, Wales and Scotland
     */
    record Found(String code, Optional<String> name, Optional<String> welshName, boolean ofGreatBritain) {
        /** The year in the name of the property, as ONS names them: {@code WD25CD} is of 2025. */
        Optional<Integer> year() {
            Matcher ons = ONS.matcher(code);
            return ons.matches() ? Optional.of(2000 + Integer.parseInt(ons.group(2))) : Optional.empty();
        }

        Optional<String> codeOf(Feature feature) {
            return Optional.ofNullable(feature.properties().get(code)).filter(BoundaryColumns::isCode);
        }

        static Optional<String> text(Feature feature, Optional<String> property) {
            return property.map(feature.properties()::get).filter(text -> !text.isBlank());
        }
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    void take(Feature feature) {
        feature.properties().forEach((property, value) -> {
            properties.add(property);
            if (isCode(value)) {
                codes.computeIfAbsent(property, missing -> new LinkedHashSet<>())
                        .add(value);
            }
        });
    }

    /** What was found; absent where no property holds codes. */
    Optional<Found> found() {
        Optional<String> best = Optional.empty();
        int most = 0;
        for (String property : properties) {
            int different = codes.getOrDefault(property, Set.of()).size();
            if (different > most) {
                most = different;
                best = Optional.of(property);
            }
        }
        return best.map(code -> new Found(
                code,
                name(code),
                named(welsh(code)),
                codes.getOrDefault(code, Set.of()).stream().allMatch(value -> "EWS".indexOf(value.charAt(0)) >= 0)));
    }

    private Optional<String> name(String code) {
        if (ONS.matcher(code).matches()) {
            return named(code.substring(0, code.length() - 2) + "NM");
        }
        String lower = code.toLowerCase(Locale.ROOT);
        for (String ending : CODE_ENDINGS) {
            if (lower.endsWith(ending)) {
                String start = code.substring(0, code.length() - ending.length());
                Optional<String> found = named(start + "name").or(() -> named(start + "nm"));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return named("name");
    }

    private static String welsh(String code) {
        return ONS.matcher(code).matches() ? code.substring(0, code.length() - 2) + "NMW" : "name_cy";
    }

    private Optional<String> named(String wanted) {
        return properties.stream()
                .filter(property -> property.equalsIgnoreCase(wanted))
                .findFirst();
    }
}
