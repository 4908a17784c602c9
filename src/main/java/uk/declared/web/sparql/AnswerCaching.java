package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;

/**
 * Tells clients and caches how long an answer holds. The same query over the same data in the same format has the same
 * answer, so its name is made from the three, and whoever has it is told so without running the query (RFC 9110, section
 * 13.1.2). Caches between may give it to others for a few seconds, and to nobody without asking after that.
 */
final class AnswerCaching {
    private static final String ASK_EACH_TIME = "no-cache";

    private final String shared;

    AnswerCaching(SparqlLimits limits) {
        long seconds = limits.sharedCache().toSeconds();
        this.shared = seconds > 0 ? "public, max-age=0, must-revalidate, s-maxage=" + seconds : ASK_EACH_TIME;
    }

    /**
     * Sets the headers, and the status where the client has the answer.
     *
     * @param version of the data
     * @return whether the client has the answer already
     */
    boolean isKnown(
            SparqlRequest query,
            boolean changing,
            FormatChoice choice,
            String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        boolean keeps = !changing && !request.getMethod().equals("POST");
        response.setHeader(HttpHeaders.CACHE_CONTROL, keeps ? shared : ASK_EACH_TIME);
        if (!keeps) {
            return false;
        }
        String of = version + choice + query;
        String tag = '"' + DigestUtils.md5DigestAsHex(of.getBytes(StandardCharsets.UTF_8)) + '"';
        // Weak, since the same answer may be sent compressed or not.
        response.setHeader(HttpHeaders.ETAG, "W/" + tag);
        if (!names(request, tag)) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    private static boolean names(HttpServletRequest request, String tag) {
        List<String> fields = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
        return fields.stream().anyMatch(field -> field.strip().equals("*") || field.contains(tag));
    }
}
