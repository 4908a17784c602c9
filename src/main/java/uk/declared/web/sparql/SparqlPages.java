package uk.declared.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.query.AnswerDrawings;

/** The pages of the endpoint: the editor, an answer, a refusal. */
@Component
final class SparqlPages {
    private final Pages pages;
    private final EditorAssets assets;
    private final ExampleQueries examples;
    private final AnswerDrawings drawings;

    SparqlPages(Pages pages, EditorAssets assets, ExampleQueries examples, AnswerDrawings drawings) {
        this.examples = examples;
        this.drawings = drawings;
        this.pages = pages;
        this.assets = assets;
    }

    ResponseEntity<byte[]> editor(HttpServletRequest request, String query) {
        return pages.answer(request, page(request, query, Optional.empty(), Optional.empty(), List.of()));
    }

    ResponseEntity<byte[]> answer(
            HttpServletRequest request, SparqlRequest query, SparqlView.Result result, List<AnswerFormat> formats) {
        List<NamedLink> downloads = formats.stream()
                .filter(format -> format != AnswerFormat.HTML)
                .map(format -> new NamedLink(address(query, format), format.title()))
                .toList();
        return pages.answer(request, page(request, query.query(), Optional.empty(), Optional.of(result), downloads));
    }

    /** @param value as people read it */
    record BoundRow(String text, String value, String setting) {}

    ResponseEntity<byte[]> bounds(HttpServletRequest request, List<Bound> bounds) {
        Wording wording = pages.wording(request);
        List<BoundRow> rows = bounds.stream()
                .map(bound -> new BoundRow(
                        wording.text(bound.messageKey()),
                        wording.text("sparql.unit." + bound.unit().orElse("one"), bound.value()),
                        "declared.sparql." + bound.key()))
                .toList();
        NamedLink editor = new NamedLink("/sparql", wording.text("sparql.title"));
        return pages.answer(
                request, Page.of("sparql-limits", wording.text("sparql.limits.title"), rows, wording.start(), editor));
    }

    ResponseEntity<byte[]> refusal(HttpServletRequest request, String query, QueryRefusedException refused) {
        String why = pages.wording(request)
                .text(refused.refusal().messageKey(), refused.details().toArray());
        HttpHeaders headers = new HttpHeaders();
        headers.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
        headers.setCacheControl("no-cache");
        headers.set(HttpHeaders.CONTENT_LANGUAGE, pages.wording(request).tag());
        headers.set(HttpHeaders.CONTENT_TYPE, AnswerFormat.HTML.mediaType());
        Page page = page(request, query, Optional.of(why), Optional.empty(), List.of());
        return ResponseEntity.status(refused.refusal().status())
                .headers(headers)
                .body(pages.render(request, page));
    }

    private Page page(
            HttpServletRequest request,
            String query,
            Optional<String> refusal,
            Optional<SparqlView.Result> result,
            List<NamedLink> downloads) {
        Wording wording = pages.wording(request);
        String title = wording.text(
                refusal.isPresent() ? "sparql.refused" : result.isPresent() ? "sparql.result" : "sparql.title");
        SparqlView view = new SparqlView(
                query,
                refusal,
                result,
                result.flatMap(answer -> drawings.of(answer.table(), wording)),
                downloads,
                examples.links(wording.locale()),
                assets.path());
        NamedLink start = wording.start();
        return refusal.isEmpty() && result.isEmpty()
                ? Page.of("sparql", title, view, start)
                : Page.of("sparql", title, view, start, new NamedLink("/sparql", wording.text("sparql.title")));
    }

    private static String address(SparqlRequest query, AnswerFormat format) {
        StringBuilder address = new StringBuilder("/sparql?format=" + format.suffix());
        add(address, "query", List.of(query.query()));
        add(address, "default-graph-uri", query.defaultGraphs());
        add(address, "named-graph-uri", query.namedGraphs());
        return address.toString();
    }

    private static void add(StringBuilder address, String name, List<String> values) {
        values.forEach(value ->
                address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
}
