package uk.declared.store;

import java.time.Duration;

/** A store in another process does not answer now. What was to be written to it stands in the record and is written when it answers again. */
public class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final Duration retryAfter;

    /**
     * @param store its address
     * @param reason in a few words
     * @param retryAfter when it is tried next
     */
    public StoreUnavailableException(String store, String reason, Duration retryAfter) {
        super("The store at " + store + " does not answer (" + reason
                + "). Nothing is lost: the record has everything, and the"
                + " store is brought up to it as soon as it answers.");
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /**
     * For a store that answers, and is none to be read.
     *
     * @param message what it is, and the mend
     */
    StoreUnavailableException(String message, Duration retryAfter) {
        super(message);
        this.reason = message;
        this.retryAfter = retryAfter;
    }

    /** Why, in a few words. */
    public String reason() {
        return reason;
    }

    /** When it is tried next. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
