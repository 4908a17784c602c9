package uk.declared.query;

import java.util.Optional;

/**
 * A parameter of a query: a variable of it that the caller gives a value.
 *
 * @param name the variable, without its question mark
 * @param label what a form calls it
 * @param standard the value where the caller gives none
 * @param example a value to show
 * @param optional whether the query also runs without it
 */
public record QueryParameter(
        String name,
        ParameterType type,
        LocalText label,
        Optional<String> standard,
        Optional<String> example,
        boolean optional) {
    /** Whether the caller has to give a value. */
    public boolean required() {
        return !optional && standard.isEmpty();
    }
}
