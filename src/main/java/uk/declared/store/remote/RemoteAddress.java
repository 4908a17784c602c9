package uk.declared.store.remote;

import java.net.URI;
import java.util.Optional;

/**
 * Where a store is.
 *
 * @param query where it takes queries, such as {@code http://localhost:3030/declared}
 * @param update where it takes updates
 * @param credentials who this server is to it; absent where it lets in whoever can reach it
 */
public record RemoteAddress(URI query, URI update, Optional<Credentials> credentials) {
    /** A name and a password, which are sent by HTTP Basic authentication. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
