package uk.declared.web.receive;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a number, which stands in its answer ({@code X-Request-Id}), in every line that is logged while it is served, and
 * in a problem document, so that one can be found by the other.
 */
public final class RequestNumber extends OncePerRequestFilter {
    static final String HEADER = "X-Request-Id";
    private static final String NAME = "request";
    private static final int RADIX = 36;

    /** The number of the request that this thread serves. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(NAME));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = Long.toString(ThreadLocalRandom.current().nextLong(1L << 50, 1L << 51), RADIX);
        response.setHeader(HEADER, number);
        MDC.put(NAME, number);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }

    /** An answer that an error page gives is the same request's. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
