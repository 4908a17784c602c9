package uk.declared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends the headers that every answer has: a browser takes scripts, styles and all else from this server only, and a
 * program on any other site may read what is public here. A route may set a header anew.
 */
final class ReadingHeadersFilter extends OncePerRequestFilter {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(
                "Content-Security-Policy", CONTENT_SECURITY_POLICY + (mayBeFramed(request) ? "*" : "'none'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                "Accept-Ranges, Content-Language, Content-Range, ETag, Last-Modified, Link, Location, Memento-Datetime,"
                        + " Retry-After, Vary");
        if (CorsUtils.isPreFlightRequest(request)) {
            allowReading(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Answers of the query library and parts of a polling day's board may be shown within other sites' pages; nothing on them can be done, only read. */
    private static boolean mayBeFramed(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/queries/") || path.startsWith("/embed/") || path.equals("/reconcile/preview");
    }

    /** Queries are sent by POST or QUERY too, where they are long (SPARQL 1.1 Protocol, section 2.1). */
    private static void allowReading(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, QUERY");
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                "Accept, Accept-Datetime, Accept-Language, Content-Type, If-Modified-Since, If-None-Match, Last-Event-ID,"
                        + " Range");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
