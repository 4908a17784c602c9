package uk.declared.web.sparql;

import java.util.List;
import java.util.Optional;

/** A query is not answered. What to tell the client is made from the reason and its details, in the client's language. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<Object> details;
    private final transient Optional<Spot> spot;

    /** Where in the query's text, both counted from 1. */
    record Spot(int line, int column) {}

    /** @param details fill the message's gaps */
    RefusedException(Refusal refusal, Object... details) {
        super(refusal.key(), null, false, false);
        this.refusal = refusal;
        this.details = List.of(details);
        this.spot = Optional.empty();
    }

    RefusedException(Refusal refusal, Spot spot, Object... details) {
        super(refusal.key(), null, false, false);
        this.refusal = refusal;
        this.details = List.of(details);
        this.spot = Optional.of(spot);
    }

    Refusal refusal() {
        return refusal;
    }

    List<Object> details() {
        return details;
    }

    Optional<Spot> spot() {
        return spot;
    }
}
