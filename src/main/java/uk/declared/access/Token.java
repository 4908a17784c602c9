package uk.declared.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token as it is kept, without the secret.
 *
 * @param id names it openly
 * @param name what it is for, or whose it is
 * @param council the slug of the council that it belongs to; absent where it is the operator's
 * @param bodies the slugs of further bodies whose contests may be published with it
 * @param hash of the secret
 * @param expires when it ends by itself
 * @param revoked when it was taken back
 */
public record Token(
        String id,
        String name,
        Optional<String> council,
        Set<String> bodies,
        String hash,
        Instant created,
        Instant expires,
        Optional<Instant> revoked) {
    public Token {
        bodies = Set.copyOf(bodies);
    }

    /** Whether it may be used at a time. */
    public boolean isValidAt(Instant time) {
        return revoked.isEmpty() && time.isBefore(expires);
    }

    /** Whoever shows it. */
    public Holder holder() {
        return new Holder("token:" + id, council, bodies);
    }

    Token revokedAt(Instant time) {
        return new Token(id, name, council, bodies, hash, created, expires, Optional.of(time));
    }

    /** Never the hash: a token may end up in a log. */
    @Override
    public String toString() {
        return "token " + id;
    }
}
