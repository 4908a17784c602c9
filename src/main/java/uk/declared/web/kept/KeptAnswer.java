package uk.declared.web.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.declared.web.http.Answers;

/**
 * A whole answer, as it is sent to whoever asks for the same.
 *
 * @param route the pattern of the route that made it, by which requests are counted
 * @param headers those that making it has set
 * @param body as it goes over the line, compressed or not
 */
record KeptAnswer(Optional<Object> route, Map<String, List<String>> headers, byte[] body) {
    /** Larger ones are files rather than pages. */
    private static final int MOST_BYTES = 6 << 20;

    /** What an entry takes beside its body, in bytes, roughly. */
    private static final int OVERHEAD = 2_000;

    static boolean fits(ContentCachingResponseWrapper response) {
        return response.getStatus() == HttpStatus.OK.value()
                && response.getContentSize() <= MOST_BYTES
                && response.getHeader(HttpHeaders.SET_COOKIE) == null;
    }

    /** @param before the names of headers that every answer has, and that are another request's business */
    static KeptAnswer of(
            HttpServletRequest request, ContentCachingResponseWrapper response, Collection<String> before) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.getHeaderNames().stream()
                .filter(name -> before.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
        headers.put(HttpHeaders.CONTENT_TYPE, List.of(Objects.requireNonNullElse(response.getContentType(), "")));
        return new KeptAnswer(
                Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                headers,
                response.getContentAsByteArray());
    }

    int weight() {
        return body.length + OVERHEAD;
    }

    /** Sends it, or 304 where the request has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        route.ifPresent(pattern -> request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern));
        boolean had = isHadBy(request);
        headers.forEach((name, values) -> {
            boolean left = name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
                    || (had && name.equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING));
            if (!left) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        if (had) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Sends it to the request that it was made for, whose answer has the headers already. */
    void finish(HttpServletRequest request, ContentCachingResponseWrapper made) throws IOException {
        if (isHadBy(request)) {
            made.resetBuffer();
            // The Servlet API takes null for "no such header", which the wrapper's own signature does not say.
            HttpServletResponse answer = made;
            answer.setHeader(HttpHeaders.CONTENT_ENCODING, null);
            made.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else {
            made.copyBodyToResponse();
        }
    }

    private boolean isHadBy(HttpServletRequest request) {
        String tag = first(HttpHeaders.ETAG);
        return !tag.isEmpty() && Answers.holdsStill(request, tag, first(HttpHeaders.LAST_MODIFIED));
    }

    private String first(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }
}
