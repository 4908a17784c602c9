package uk.declared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.declared.store.Store;
import uk.declared.web.http.Answers;

/**
 * Tells each answer when what is published was last changed, as far as this process saw it: at its start, and at the first request
 * after each change. That is never before the change itself, so nobody is told that an old answer still holds. Where two changes fall
 * into one second, which the header cannot tell apart (RFC 9110, section 8.8.2.2), nothing is said until the second is over.
 */
final class LastModifiedFilter extends OncePerRequestFilter {
    private final Store store;
    private final Clock clock;
    private String version;
    private Instant seen;
    private boolean twice;

    LastModifiedFilter(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.version = store.versionIfThere().orElse("");
        this.seen = now();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            mark(request);
        }
        chain.doFilter(request, response);
    }

    private void mark(HttpServletRequest request) {
        store.versionIfThere().ifPresent(current -> mark(request, current));
    }

    private synchronized void mark(HttpServletRequest request, String current) {
        Instant now = now();
        if (!current.equals(version)) {
            version = current;
            twice = !now.isAfter(seen);
            seen = now;
        } else if (twice && now.isAfter(seen)) {
            seen = now;
            twice = false;
        }
        if (!twice) {
            request.setAttribute(Answers.MODIFIED, seen);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
