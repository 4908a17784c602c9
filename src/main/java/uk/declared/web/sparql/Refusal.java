package uk.declared.web.sparql;

import org.springframework.http.HttpStatus;

/** Why a query was not answered. The texts for people stand in the message files under each one's key. */
enum Refusal {
    NO_QUERY("no-query", HttpStatus.BAD_REQUEST),
    NOT_UTF8("not-utf8", HttpStatus.BAD_REQUEST),
    TOO_MANY_FIELDS("too-many-fields", HttpStatus.BAD_REQUEST),
    SEVERAL_QUERIES("several-queries", HttpStatus.BAD_REQUEST),
    UPDATE("update", HttpStatus.BAD_REQUEST),
    SYNTAX("syntax", HttpStatus.BAD_REQUEST),
    NEWER_SYNTAX("newer-syntax", HttpStatus.BAD_REQUEST),
    TOO_DEEP("too-deep", HttpStatus.BAD_REQUEST),
    SERVICE("service", HttpStatus.BAD_REQUEST),
    SERVICE_ADDRESS("service-address", HttpStatus.BAD_REQUEST),
    SERVICE_CALLS("service-calls", HttpStatus.BAD_REQUEST),
    NO_SUCH_GRAPH("no-such-graph", HttpStatus.BAD_REQUEST),
    FUNCTION("function", HttpStatus.BAD_REQUEST),
    AGGREGATE("aggregate", HttpStatus.BAD_REQUEST),
    PATTERN("pattern", HttpStatus.BAD_REQUEST),
    NUMBER("number", HttpStatus.BAD_REQUEST),
    PATTERNS("patterns", HttpStatus.BAD_REQUEST),
    VARIABLES("variables", HttpStatus.BAD_REQUEST),
    EXPRESSIONS("expressions", HttpStatus.BAD_REQUEST),
    TOO_LONG_TEXT("too-long-text", HttpStatus.BAD_REQUEST),
    NOT_WRITABLE("not-writable", HttpStatus.NOT_ACCEPTABLE),
    VALUES("values", HttpStatus.BAD_REQUEST),
    VALUES_PRODUCT("values-product", HttpStatus.BAD_REQUEST),
    PATHS("paths", HttpStatus.BAD_REQUEST),
    NESTED_PATHS("nested-paths", HttpStatus.BAD_REQUEST),
    TOO_MANY_RESULTS("too-many-results", HttpStatus.BAD_REQUEST),
    TOO_LONG_RESULT("too-long-result", HttpStatus.BAD_REQUEST),
    TOO_MANY_DESCRIBED("too-many-described", HttpStatus.BAD_REQUEST),
    CANNOT_RUN("cannot-run", HttpStatus.BAD_REQUEST),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
    TOO_SLOW("too-slow", HttpStatus.REQUEST_TIMEOUT),
    TOO_LONG_QUERY("too-long-query", HttpStatus.CONTENT_TOO_LARGE),
    UPDATE_TYPE("update-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    MEDIA_TYPE("media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    NO_MEDIA_TYPE("no-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TIME("time", HttpStatus.SERVICE_UNAVAILABLE),
    MEMORY("memory", HttpStatus.SERVICE_UNAVAILABLE),
    BUSY("busy", HttpStatus.SERVICE_UNAVAILABLE),
    OVER_BUDGET("over-budget", HttpStatus.TOO_MANY_REQUESTS);

    private final String key;
    private final HttpStatus status;

    Refusal(String key, HttpStatus status) {
        this.key = key;
        this.status = status;
    }

    /** The key of the message that tells people. */
    String messageKey() {
        return "sparql.refused." + key;
    }

    /** A short name for programs. */
    String key() {
        return key;
    }

    HttpStatus status() {
        return status;
    }

    /** Whether the same query may well succeed a little later. */
    boolean passes() {
        return this == BUSY || this == MEMORY || this == OVER_BUDGET;
    }
}
