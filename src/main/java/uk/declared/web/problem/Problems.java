package uk.declared.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.declared.ground.Json;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.receive.RequestNumber;
import uk.declared.web.search.NearMatches;

/** Writes problems: a page where the client names HTML as browsers do, otherwise a problem document. */
@Component
final class Problems {
    private final Pages pages;
    private final NearMatches near;

    Problems(Pages pages, NearMatches near) {
        this.near = near;
        this.pages = pages;
    }

    /** What the page shows. */
    record View(int status, String title, String detail, List<NamedLink> links, List<NamedLink> near) {}

    ResponseEntity<byte[]> answer(HttpServletRequest request, ProblemException problem, HttpHeaders headers) {
        Wording wording = pages.wording(request);
        ProblemDocument document = new ProblemDocument(
                problem.status().value(),
                title(problem.status(), wording),
                wording.text(problem.messageKey(), problem.arguments()),
                instance(request),
                withNumber(problem.extensions()));
        List<NamedLink> links = problem.links().stream()
                .map(link -> new NamedLink(link.href(), link.title()))
                .toList();
        HttpHeaders all = new HttpHeaders();
        headers.forEach(all::addAll);
        problem.linkHeaders().forEach(link -> all.add(HttpHeaders.LINK, link));
        return answer(request, document, links, all, wording);
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            ProblemDocument document,
            List<NamedLink> links,
            HttpHeaders headers,
            Wording wording) {
        HttpHeaders all = new HttpHeaders();
        headers.forEach(all::addAll);
        all.set(HttpHeaders.CONTENT_LANGUAGE, wording.tag());
        all.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
        all.setCacheControl("no-cache");
        all.set(HttpHeaders.CONTENT_DISPOSITION, "inline");
        byte[] body;
        if (wantsPage(request)) {
            all.setContentType(Representation.HTML.contentType());
            View view = new View(
                    document.status(), document.title(), document.detail(), links, near(request, document, wording));
            body = pages.render(request, Page.of("problem", document.title(), view));
        } else {
            all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            body = Json.PLAIN.writeValueAsBytes(document.members());
        }
        return ResponseEntity.status(document.status()).headers(all).body(body);
    }

    /** Where there is nothing, or nothing any more: what may have been meant. */
    private List<NamedLink> near(HttpServletRequest request, ProblemDocument document, Wording wording) {
        boolean looksForIt =
                document.status() == HttpStatus.NOT_FOUND.value() || document.status() == HttpStatus.GONE.value();
        return looksForIt ? near.of(instance(request), wording) : List.of();
    }

    private static Map<String, Object> withNumber(Map<String, Object> extensions) {
        Map<String, Object> all = new LinkedHashMap<>(extensions);
        RequestNumber.current().ifPresent(number -> all.put("request", number));
        return all;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        AcceptHeader accept = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        String html = Representation.HTML.mediaType();
        return accept.names(html) && accept.quality(html) >= accept.quality(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private static String title(HttpStatus status, Wording wording) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, GONE, PRECONDITION_FAILED ->
                wording.text("problem." + status.value());
            default -> wording.text(status.is4xxClientError() ? "problem.4xx" : "problem.5xx");
        };
    }

    private static String instance(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : request.getRequestURI();
    }
}
