package uk.declared.query;

import java.util.List;
import java.util.Locale;

/** A parameter of a query is missing, unknown, or has a value that it cannot have. */
public final class InvalidParameterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> details;

    private InvalidParameterException(String key, List<String> details) {
        super(QueryTexts.in(Locale.ENGLISH).text(key, details));
        this.key = key;
        this.details = details;
    }

    static InvalidParameterException missing(QueryParameter parameter) {
        return new InvalidParameterException(
                "parameter.missing",
                List.of(parameter.name(), parameter.example().orElse("")));
    }

    static InvalidParameterException unknown(String name, List<String> known) {
        return new InvalidParameterException("parameter.unknown", List.of(name, String.join(", ", known)));
    }

    static InvalidParameterException unreadable(QueryParameter parameter, String value) {
        return new InvalidParameterException("parameter." + parameter.type().key(), List.of(parameter.name(), value));
    }

    /** What is wrong and how to mend it, in a language. */
    public String message(Locale language) {
        return QueryTexts.in(language).text(key, details);
    }
}
