package uk.declared.web.topic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import uk.declared.linkeddata.Uris;
import uk.declared.topic.RecordFollower;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.ProblemLink;
import uk.declared.web.http.SubmissionPaths;

/**
 * At a server that follows another one, what changes something is for that one, and so are the releases, which are files of its own,
 * and what it signs, unless this one has a key too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@ConditionalOnBean(RecordFollower.class)
final class FollowedFilter extends OncePerRequestFilter {
    private static final List<String> CHANGING = List.of(SubmissionPaths.HOME, "/sign-in", "/sign-out");
    private static final String RELEASES = "/data/releases";
    private static final List<String> SIGNED = List.of("/.well-known/jwks.json", "/data/record/head");
    private static final String RECEIPT = "/receipt";

    private final String publisher;
    private final boolean signs;
    private final HandlerExceptionResolver problems;

    FollowedFilter(
            Uris uris,
            @Value("${declared.kafka.publisher:}") String publisher,
            @Value("${declared.signing.key:}") String key,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.publisher = (publisher.isBlank() ? uris.base() : publisher).replaceFirst("/+$", "");
        this.signs = !key.isBlank();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (CHANGING.stream().anyMatch(each -> isOrIsBelow(path, each))) {
            String address = publisher + path;
            problems.resolveException(
                    request,
                    response,
                    null,
                    ProblemException.of(HttpStatus.FORBIDDEN, "problem.403.following", address)
                            .with("publisher", publisher)
                            .withLinks(List.of(new ProblemLink(address, address))));
        } else if (isOrIsBelow(path, RELEASES) || (!signs && isSigned(path))) {
            response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, publisher + path + query(request));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSigned(String path) {
        return SIGNED.contains(path) || (path.startsWith(Uris.DECLARATIONS) && path.endsWith(RECEIPT));
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    private static boolean isOrIsBelow(String path, String route) {
        return path.equals(route) || path.startsWith(route + "/");
    }
}
