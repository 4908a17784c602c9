package uk.declared.report;

import java.util.Map;
import java.util.Optional;

/**
 * One thing to say about a submission.
 *
 * @param rule the rule's number, such as {@code F301}: its text is found by it
 * @param place where in the submission
 * @param contest the identifier of the contest that it is about, where there is one
 * @param value the value that the place holds
 * @param details what the rule's text mentions besides, by name
 */
public record Finding(
        String rule,
        Severity severity,
        Place place,
        Optional<String> contest,
        Optional<String> value,
        Map<String, String> details) {
    public Finding {
        details = Map.copyOf(details);
    }
}
