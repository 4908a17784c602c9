package uk.declared.web.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** How many requests there were and how long they took: by route as the program declares it, by method and by kind of status. */
final class RequestFigures extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS", "QUERY");
    private static final String OTHER = "other";

    private final MeterRegistry registry;

    RequestFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            Timer.builder("declared.http.requests")
                    .description("Requests, by route, method and kind of status")
                    .tag("route", route(request))
                    .tag("method", METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER)
                    .tag("status", status / 100 + "xx")
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** The pattern that answered, never the path: there are as many as the program has routes. */
    private static String route(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse(OTHER);
    }
}
