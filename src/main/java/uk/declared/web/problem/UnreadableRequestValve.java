package uk.declared.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import uk.declared.ground.Json;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Representation;
import uk.declared.web.page.Wording;

/**
 * Answers what Tomcat refuses before it knows which application is asked, such as a path with a broken percent sign. The
 * layout is out of reach here, so the page is bare.
 */
public final class UnreadableRequestValve extends ErrorReportValve {
    private final Function<Locale, Wording> wording;

    /** @param wording writes in a language */
    public UnreadableRequestValve(Function<Locale, Wording> wording) {
        this.wording = wording;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        // Below 400 nothing failed; above 0 bytes, or after the first error, somebody has answered already.
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Wording words = wording.apply(request.getLocale());
        String kind = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "problem.4xx" : "problem.5xx";
        try {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            boolean page = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                    .names(Representation.HTML.mediaType());
            String body = page
                    ? html(words, words.text(kind), words.text(kind + ".text"))
                    : json(status, words.text(kind), words.text(kind + ".text"));
            response.setContentType(page ? "text/html" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("utf-8");
            response.getReporter().write(body);
            response.finishResponse();
        } catch (IOException e) {
            // The client went away: there is nobody left to tell.
            return;
        }
    }

    private static String json(int status, String title, String detail) {
        return Json.PLAIN.writeValueAsString(
                Map.of("type", "about:blank", "status", status, "title", title, "detail", detail));
    }

    private static String html(Wording words, String title, String detail) {
        return "<!DOCTYPE html><html lang=\"" + words.tag() + "\"><meta charset=\"utf-8\"><title>"
                + HtmlUtils.htmlEscape(title) + "</title><h1>" + HtmlUtils.htmlEscape(title) + "</h1><p>"
                + HtmlUtils.htmlEscape(detail) + "</p><p><a href=\"/\">"
                + HtmlUtils.htmlEscape(words.text("problem.start"))
                + "</a></p></html>";
    }
}
