package uk.declared.webhook;

import java.net.URI;
import java.time.Instant;

/**
 * Somebody who wants to be told.
 *
 * @param id by which the operator knows it
 * @param url where messages are sent
 * @param wanted what it is told of
 * @param secret what messages are signed with, as {@code whsec_} and 32 bytes in Base64
 * @param created when it was made
 * @param from the position of the record after which it is told, or {@link #FROM_NOW_ON}
 */
public record Webhook(String id, URI url, Wanted wanted, String secret, Instant created, long from) {
    /** Of what is published from the time on when a server first sees it. */
    public static final long FROM_NOW_ON = -1;
}
