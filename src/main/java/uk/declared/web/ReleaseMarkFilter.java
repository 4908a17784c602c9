package uk.declared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.declared.web.settings.ServerSettings;

/** Says with every answer from a release of what time it is (RFC 7089, section 2.1.1), and keeps search engines from it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReleaseMarkFilter extends OncePerRequestFilter {
    static final String HEADER = "Declared-Release";

    private final Optional<ServerSettings.AsOf> asOf;

    ReleaseMarkFilter(ServerSettings settings) {
        this.asOf = settings.asOf();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        asOf.ifPresent(release -> {
            response.setHeader(HEADER, Integer.toString(release.release()));
            response.setHeader("Memento-Datetime", httpDate(release.time()));
            response.setHeader("X-Robots-Tag", "noindex");
        });
        chain.doFilter(request, response);
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(time.atOffset(ZoneOffset.UTC));
    }
}
