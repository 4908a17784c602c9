package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads query operations (SPARQL 1.1 Protocol, section 2.1): by GET, by POST of a form, by POST of the query itself. */
final class Protocol {
    private static final MediaType QUERY = MediaType.parseMediaType("application/sparql-query");
    private static final MediaType UPDATE = MediaType.parseMediaType("application/sparql-update");

    /** UTF-8 takes at most so many bytes for one character of Java's. */
    private static final int BYTES_PER_CHARACTER = 3;

    private final SparqlLimits limits;

    Protocol(SparqlLimits limits) {
        this.limits = limits;
    }

    /**
     * The query that a request brings; absent where it is a GET without one, which asks for the service itself.
     *
     * @throws RefusedException where it is no query operation
     */
    Optional<SparqlRequest> read(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return parameters(request);
        }
        Optional<MediaType> type = contentType(request);
        if (type.isPresent() && QUERY.isCompatibleWith(type.get())) {
            return Optional.of(withGraphs(body(request), request));
        }
        if (type.isPresent() && UPDATE.isCompatibleWith(type.get())) {
            throw new RefusedException(Refusal.UPDATE_TYPE);
        }
        if (type.isPresent() && !MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type.get())) {
            throw new RefusedException(Refusal.MEDIA_TYPE, type.get());
        }
        return Optional.of(parameters(request).orElseThrow(() -> new RefusedException(Refusal.NO_QUERY)));
    }

    private Optional<SparqlRequest> parameters(HttpServletRequest request) {
        if (!values(request, "update").isEmpty()) {
            throw new RefusedException(Refusal.UPDATE);
        }
        List<String> queries = values(request, "query");
        if (queries.size() > 1) {
            throw new RefusedException(Refusal.SEVERAL_QUERIES);
        }
        return queries.stream().findFirst().map(query -> withGraphs(query, request));
    }

    private static SparqlRequest withGraphs(String query, HttpServletRequest request) {
        if (query.isBlank()) {
            throw new RefusedException(Refusal.NO_QUERY);
        }
        return new SparqlRequest(query, values(request, "default-graph-uri"), values(request, "named-graph-uri"));
    }

    private String body(HttpServletRequest request) throws IOException {
        int most = limits.queryLength() * BYTES_PER_CHARACTER;
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new RefusedException(Refusal.TOO_LONG_QUERY, limits.queryLength());
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<MediaType> contentType(HttpServletRequest request) {
        String header = request.getContentType();
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MediaType.parseMediaType(header));
        } catch (InvalidMediaTypeException e) {
            throw new RefusedException(Refusal.MEDIA_TYPE, header);
        }
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }
}
