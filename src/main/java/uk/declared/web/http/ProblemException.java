package uk.declared.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered as asked: it becomes a problem document (RFC 9457) or a page in plain words. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String messageKey;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> extensions;
    private final transient List<ProblemLink> links;
    private final transient List<String> linkHeaders;

    private ProblemException(
            HttpStatus status,
            String messageKey,
            List<Object> arguments,
            Map<String, Object> extensions,
            List<ProblemLink> links,
            List<String> linkHeaders) {
        super(status + " " + messageKey, null, false, false);
        this.status = status;
        this.messageKey = messageKey;
        this.arguments = arguments;
        this.extensions = extensions;
        this.links = links;
        this.linkHeaders = linkHeaders;
    }

    /**
     * A problem that the message files describe.
     *
     * @param messageKey names the sentence that tells people what is wrong and what to do
     */
    public static ProblemException of(HttpStatus status, String messageKey, Object... arguments) {
        return new ProblemException(status, messageKey, List.of(arguments), Map.of(), List.of(), List.of());
    }

    /** The same problem with a further member of the problem document. */
    public ProblemException with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(extensions);
        all.put(member, value);
        return new ProblemException(status, messageKey, arguments, all, links, linkHeaders);
    }

    /** The same problem with addresses that help. */
    public ProblemException withLinks(List<ProblemLink> others) {
        return new ProblemException(status, messageKey, arguments, extensions, List.copyOf(others), linkHeaders);
    }

    /** The same problem with Link headers (RFC 8288). */
    public ProblemException withLinkHeaders(List<String> headers) {
        return new ProblemException(status, messageKey, arguments, extensions, links, List.copyOf(headers));
    }

    /** Values of the Link header that are sent with it. */
    public List<String> linkHeaders() {
        return linkHeaders;
    }

    public HttpStatus status() {
        return status;
    }

    /** Names the sentence that tells people what is wrong and what to do. */
    public String messageKey() {
        return messageKey;
    }

    /** What the sentence speaks of. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    /** Further members of the problem document. */
    public Map<String, Object> extensions() {
        return extensions;
    }

    /** Addresses that help. */
    public List<ProblemLink> links() {
        return links;
    }
}
