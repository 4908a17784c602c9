package uk.declared.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a webhook is.
 *
 * @param told the last entry of the record that it needs no more
 * @param failures how often the next one was tried in vain
 * @param next when it may be tried again
 * @param since when it was first tried in vain
 * @param attempt when something was last sent to it; absent where nothing was yet
 * @param reason why that failed; absent where it arrived
 */
public record DeliveryState(
        long told, int failures, Instant next, Instant since, Optional<Instant> attempt, Optional<String> reason) {
    static DeliveryState at(long told) {
        return new DeliveryState(told, 0, Instant.EPOCH, Instant.EPOCH, Optional.empty(), Optional.empty());
    }

    DeliveryState toldOf(long sequence, Instant now) {
        return new DeliveryState(sequence, 0, Instant.EPOCH, Instant.EPOCH, Optional.of(now), Optional.empty());
    }

    /** It is no longer to be told of an entry: it does not want it, or could not be told in days. */
    DeliveryState passed(long sequence) {
        return new DeliveryState(sequence, 0, Instant.EPOCH, Instant.EPOCH, attempt, reason);
    }

    DeliveryState failed(Instant now, Instant firstFailure, Instant again, String why) {
        return new DeliveryState(told, failures + 1, again, firstFailure, Optional.of(now), Optional.of(why));
    }
}
