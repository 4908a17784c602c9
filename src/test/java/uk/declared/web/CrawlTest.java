package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Follows the links from the start page, as a browser would, and looks at each page that it comes to. Other forms of pages (RDF, tables,
 * citations, questions already asked) are looked at for a few things of a kind and for all edge cases; {@link EveryUriTest} asks for
 * every thing as RDF.
 */
@ExtendWith(WithSite.class)
class CrawlTest {
    /** Of so many things of a kind each form is looked at. */
    private static final int OF_A_KIND = 10;

    /** What the results of {@code edge-cases.trig} have in their paths. */
    private static final String EDGE_CASE = ".example";

    private static final Pattern FORM = Pattern.compile("\\?|\\.[a-z][a-z0-9]*$");

    @Test
    void everyLinkLeadsSomewhereAndEveryPageIsWellMade(Site site) {
        Map<String, List<String>> faults = new TreeMap<>();
        Map<String, Integer> forms = new HashMap<>();
        int looked = 0;
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            if (!seen.add(path) || isOneMoreOfAKind(path, forms)) {
                continue;
            }
            looked++;
            HttpResponse<byte[]> response = site.get(path, "Accept", "text/html,*/*;q=0.1");
            List<String> found = new ArrayList<>();
            int expected = path.startsWith(Site.WITHDRAWN) ? 410 : 200;
            if (response.statusCode() != expected) {
                found.add("status " + response.statusCode());
            } else if (isHtml(response)) {
                Document page = Jsoup.parse(Site.text(response), site.address() + path);
                found.addAll(faults(page, response));
                localLinks(page).forEach(waiting::add);
            }
            if (!found.isEmpty()) {
                faults.put(path, found);
            }
        }

        assertThat(faults).isEmpty();
        // 44 contests, 338 candidacies and their declarations, areas and parties, each with four RDF forms.
        assertThat(seen).hasSizeGreaterThan(2_000);
        assertThat(looked).as("what was looked at").isGreaterThan(1_500);
    }

    private static boolean isOneMoreOfAKind(String path, Map<String, Integer> forms) {
        return FORM.matcher(path).find()
                && !path.contains(EDGE_CASE)
                && forms.merge(kind(path), 1, Integer::sum) > OF_A_KIND;
    }

    /** What a form is of and what it is, without what names the one thing. */
    private static String kind(String form) {
        String[] parts = form.split("\\?", 2);
        String path = parts[0].replaceFirst("^(/[a-z-]+/[a-z-]+/).*?((?:/[a-z]+)?(?:\\.[a-z]+)*)$", "$1*$2");
        return parts.length == 1 ? path : path + "?" + parts[1].replaceAll("=(?![a-z-]+(?:&|$))[^&]*", "=");
    }

    private static List<String> faults(Document page, HttpResponse<byte[]> response) {
        List<String> faults = new ArrayList<>();
        if (page.select("h1").size() != 1) {
            faults.add(page.select("h1").size() + " h1");
        }
        if (page.select("main").size() != 1
                || page.select("a.govuk-skip-link[href=#main-content]").isEmpty()) {
            faults.add("no main part, or no way to skip to it");
        }
        faults.addAll(headingFaults(page));
        for (Element table : page.select("table")) {
            if (table.select("> caption").isEmpty()
                    || !table.select("th:not([scope])").isEmpty()) {
                faults.add("a table without caption, or a heading cell without scope");
            }
        }
        // The editor of queries is a script of our own server's; what stands in a page itself is data for search
        // engines alone.
        if (!page.select(
                        "script:not([src^=/]):not([type=application/ld+json]), [style], style, iframe, object, embed, [onclick], [onload]")
                .isEmpty()) {
            faults.add("script, style or frame in the page");
        }
        page.select("link[rel=stylesheet], link[rel=icon], img, source").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                .filter(address -> !address.startsWith("/assets/"))
                .forEach(address -> faults.add("loads " + address));
        if (page.select("html").attr("lang").isEmpty() || page.title().isBlank()) {
            faults.add("no language or no title");
        }
        if (page.text().contains("??") || page.text().contains("Optional[")) {
            faults.add("a text is missing");
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        if (new HashSet<>(ids).size() != ids.size()) {
            faults.add("an id twice");
        }
        page.select("a[href^=#]").eachAttr("href").stream()
                .filter(anchor -> page.getElementById(anchor.substring(1)) == null)
                .forEach(anchor -> faults.add("no " + anchor));
        String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
        // The answers of the query library are made to be embedded in other people's pages; nothing else is.
        String framing = response.uri().getPath().startsWith("/queries/") ? "*" : "'none'";
        if (!policy.contains("default-src 'self'")
                || !policy.endsWith("frame-ancestors " + framing)
                || policy.contains("unsafe")) {
            faults.add("policy " + policy);
        }
        return faults;
    }

    private static List<String> headingFaults(Document page) {
        List<String> faults = new ArrayList<>();
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            if (next > level + 1) {
                faults.add("from h" + level + " to " + heading.text());
            }
            if (heading.text().isBlank()) {
                faults.add("an empty heading");
            }
            level = next;
        }
        return faults;
    }

    private static List<String> localLinks(Document page) {
        return page.select("a[href], link[href]").eachAttr("href").stream()
                .filter(href -> href.startsWith("/"))
                .map(href -> href.replaceFirst("#.*", ""))
                // The Welsh pages are the same pages: one of each kind is looked at by other tests.
                .filter(href -> !href.contains("lang=") || href.startsWith("/doc/contest/local.example."))
                .toList();
    }

    private static boolean isHtml(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }
}
