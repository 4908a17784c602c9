package uk.declared.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.declared.election.BallotId;

/**
 * Somebody who wants to be told.
 *
 * @param id by which the operator knows it
 * @param url where messages are sent
 * @param council the slug of the council whose contests it is told of; absent for all
 * @param secret what messages are signed with, as {@code whsec_} and 32 bytes in Base64
 * @param created when it was made
 * @param from the position of the record after which it is told, or {@link #FROM_NOW_ON}
 */
public record Webhook(String id, URI url, Optional<String> council, String secret, Instant created, long from) {
    /** Of what is published from the time on when a server first sees it. */
    public static final long FROM_NOW_ON = -1;

    /** Whether it is told of a contest: of its council's members and mayor, where it is a council's. */
    public boolean wants(BallotId contest) {
        List<String> parts = List.of(contest.value().split("\\."));
        return council.isEmpty()
                || (List.of("local", "mayor").contains(parts.get(0))
                        && parts.get(1).equals(council.get()));
    }
}
