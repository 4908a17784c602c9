package uk.declared.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** Forms of pages, sent as a browser sends them. */
public final class Forms {
    private Forms() {}

    /** The form that these fields make. */
    public static HttpRequest.Builder post(URI to, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(to)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** What a form of this page must send back so that it is known to come from it. */
    public static String token(Document page) {
        return page.select("input[name=_csrf]").attr("value");
    }
}
