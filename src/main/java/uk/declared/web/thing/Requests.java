package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Representation;

/** Reads requests for things. */
final class Requests {
    private Requests() {}

    /** The path of a thing, as the client wrote it: decoding would make a slash of {@code %2F}. */
    static Optional<ThingPath> path(HttpServletRequest request, String start) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(start) ? ThingPath.parse(path.substring(start.length())) : Optional.empty();
    }

    /** The form of a document that the client likes best; absent where it accepts none. */
    static Optional<Representation> preferred(HttpServletRequest request) {
        return AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                .best(Representation.OF_DOCUMENTS, Representation::mediaType);
    }
}
