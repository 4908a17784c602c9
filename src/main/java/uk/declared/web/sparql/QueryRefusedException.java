package uk.declared.web.sparql;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A query is not answered. What to tell the client is made from the reason and its details, in the client's language. */
final class QueryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DETAIL = 300;

    private final Refusal refusal;
    private final transient List<Object> details;
    private final transient Optional<Spot> spot;
    private final transient Optional<Duration> wait;

    /** Where in the query's text, both counted from 1. */
    record Spot(int line, int column) {}

    /** @param details fill the message's gaps */
    QueryRefusedException(Refusal refusal, Object... details) {
        this(refusal, Optional.empty(), Optional.empty(), details);
    }

    QueryRefusedException(Refusal refusal, Spot spot, Object... details) {
        this(refusal, Optional.of(spot), Optional.empty(), details);
    }

    /** @param wait how long, until the same client's query may run */
    QueryRefusedException(Refusal refusal, Duration wait, Object... details) {
        this(refusal, Optional.empty(), Optional.of(wait), details);
    }

    private QueryRefusedException(Refusal refusal, Optional<Spot> spot, Optional<Duration> wait, Object... details) {
        super(refusal.key(), null, false, false);
        this.refusal = refusal;
        this.details =
                Arrays.stream(details).map(QueryRefusedException::shortened).toList();
        this.spot = spot;
        this.wait = wait;
    }

    /** What a client sent comes back to it in a few words. */
    private static Object shortened(Object detail) {
        return detail instanceof String text && text.length() > LONGEST_DETAIL
                ? text.substring(0, LONGEST_DETAIL) + "…"
                : detail;
    }

    Refusal refusal() {
        return refusal;
    }

    List<Object> details() {
        return details;
    }

    /** How long the client is to wait, where that is known. */
    Optional<Duration> waiting() {
        return wait;
    }

    Optional<Spot> spot() {
        return spot;
    }
}
