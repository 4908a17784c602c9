package uk.declared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;

/** Marks every answer of a rehearsal, whatever its form, and keeps search engines from it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RehearsalFilter extends OncePerRequestFilter {
    static final String HEADER = "Declared-Rehearsal";

    private final boolean rehearsal;

    RehearsalFilter(Uris uris) {
        this.rehearsal = BaseUri.isRehearsal(uris.base());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (rehearsal) {
            response.setHeader(HEADER, "true");
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        chain.doFilter(request, response);
    }
}
