package uk.declared.geometry;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a file, as the file has it.
 *
 * @param number counted from 1
 * @param properties those that are texts or numbers, in the file's order
 * @param shape in the file's own coordinates; empty where the feature has none
 */
record Feature(int number, Map<String, String> properties, Geometry shape) {
    /** The name to speak of it by. */
    String label() {
        return properties.values().stream()
                .filter(value -> value.matches("[A-Z]\\d{8}"))
                .findFirst()
                .map(code -> "Feature " + number + " (" + code + ")")
                .orElse("Feature " + number);
    }
}
