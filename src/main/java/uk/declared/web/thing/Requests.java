package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads requests for things. */
final class Requests {
    private Requests() {}

    /** The path of a thing, as the client wrote it: decoding would make a slash of {@code %2F}. */
    static Optional<ThingPath> path(HttpServletRequest request, String start) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(start) ? ThingPath.parse(path.substring(start.length())) : Optional.empty();
    }

    /** The same, with a hyphen for the slash, as clients of the reconciliation service name things: {@code area-E05015239}. */
    static Optional<ThingPath> hyphenated(HttpServletRequest request, String start) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(start) && path.indexOf('/', start.length()) < 0
                ? ThingPath.parse(path.substring(start.length()).replaceFirst("-", "/"))
                : Optional.empty();
    }

    /**
     * The same where slashes were written in percent signs: clients that put an identifier into an address whole write {@code
     * area%2FE05015239}. No identifier of a thing holds a slash of its own.
     */
    static Optional<ThingPath> decoded(HttpServletRequest request, String start) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String slashes = path.replaceAll("(?i)%2F", "/");
        return path.startsWith(start) && !slashes.equals(path)
                ? ThingPath.parse(slashes.substring(start.length()))
                : Optional.empty();
    }
}
