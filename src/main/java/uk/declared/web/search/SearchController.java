package uk.declared.web.search;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.election.GssCode;
import uk.declared.ground.Json;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.PageNumber;
import uk.declared.web.page.Pager;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.place.PostcodeAnswer;
import uk.declared.web.place.PostcodeAnswers;

/** {@code /search?q=…}: councils, wards, parties, candidates and elections by their names, as a page or as JSON. */
@RestController
final class SearchController {
    private static final int PAGE = 20;
    private static final int LAST_PAGE = 50;
    private static final int SUGGESTIONS = 8;

    private final SearchIndex index;
    private final Uris uris;
    private final Pages pages;
    private final PostcodeAnswers postcodes;

    SearchController(SearchIndex index, Uris uris, Pages pages, PostcodeAnswers postcodes) {
        this.index = index;
        this.uris = uris;
        this.pages = pages;
        this.postcodes = postcodes;
    }

    /** What somebody asks for. */
    private record Asked(String text, Optional<SearchKind> kind, int page) {
        static Asked of(HttpServletRequest request) {
            String text =
                    Optional.ofNullable(request.getParameter("q")).orElse("").strip();
            Optional<String> named =
                    Optional.ofNullable(request.getParameter("kind")).filter(kind -> !kind.isBlank());
            Optional<SearchKind> kind = named.flatMap(SearchKind::ofKey);
            int page = PageNumber.of(request);
            if ((named.isPresent() && kind.isEmpty()) || page > LAST_PAGE) {
                throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.search");
            }
            return new Asked(text, kind, page);
        }

        String path(Optional<SearchKind> only, int number) {
            return "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                    + only.map(kind -> "&kind=" + kind.key()).orElse("")
                    + (number > 1 ? "&page=" + number : "");
        }
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        AcceptHeader accept = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return accept.quality("application/json") > accept.quality("text/html") ? json(request) : page(request);
    }

    @GetMapping("/search.json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        SearchIndex.Answer answer = find(asked);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", asked.text());
        postcodes.of(asked.text()).ifPresent(found -> json.put("postcode", described(found)));
        json.put("total", total(answer, asked));
        Map<String, Integer> counts = new LinkedHashMap<>();
        answer.counts().forEach((kind, count) -> counts.put(kind.key(), count));
        json.put("counts", counts);
        json.put("page", asked.page());
        json.put("results", answer.hits().stream().map(this::described).toList());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return Answers.of(
                request,
                MediaType.APPLICATION_JSON,
                Json.PLAIN.writeValueAsBytes(json),
                headers,
                List.of(HttpHeaders.ACCEPT));
    }

    private Map<String, Object> described(PostcodeAnswer answer) {
        Map<String, Object> json = answer.described();
        json.put("areas", areas(answer).stream().map(this::described).toList());
        return json;
    }

    /** The ward of a postcode, and its county division, as far as they are known here. */
    private List<Found> areas(PostcodeAnswer answer) {
        return answer.areas().stream()
                .flatMap(code -> index.byId(id(code)).stream())
                .toList();
    }

    private String id(GssCode area) {
        return uris.pathOf(uris.area(area)).orElseThrow();
    }

    private Map<String, Object> described(Found found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uri", uris.thing(found.id()).getURI());
        json.put("kind", found.kind().key());
        json.put("name", found.name());
        boolean dated = found.kind() == SearchKind.ELECTION || found.kind() == SearchKind.CANDIDATE;
        if (!dated && found.names().size() > 1) {
            json.put("otherNames", found.names().subList(1, found.names().size()));
        }
        found.about().ifPresent(about -> json.put(found.kind() == SearchKind.AREA ? "council" : "contest", about));
        found.kindName().ifPresent(kind -> json.put("areaKind", kind.english()));
        found.result().ifPresent(result -> json.put("lastResult", described(result)));
        found.code().ifPresent(code -> json.put("code", code));
        found.from().ifPresent(day -> json.put(dated ? "pollingDate" : "operativeFrom", day));
        found.until().ifPresent(day -> json.put("operativeUntil", day));
        return json;
    }

    private Map<String, Object> described(Found.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uri", uris.thing(result.id()).getURI());
        json.put("pollingDate", result.day());
        if (!result.winners().isEmpty()) {
            json.put("elected", result.elected() ? result.winners() : List.of());
        }
        result.votes().ifPresent(votes -> json.put("votes", votes));
        return json;
    }

    /** What the page shows. */
    record View(
            String text,
            boolean asked,
            Optional<OfPostcode> postcode,
            String total,
            List<Tab> kinds,
            List<Line> hits,
            Pager pager) {
        /**
         * What is said of a postcode.
         *
         * @param areas its ward and its county division
         * @param unnamed those of which nothing is loaded
         */
        record OfPostcode(String text, List<Line> areas, List<String> unnamed, String source) {}

        /** A kind of thing, with how many of it there are. */
        record Tab(NamedLink link, String count, boolean current) {}

        /**
         * One of what was found.
         *
         * @param kind what it is and where
         * @param note since when and until when it was there, and its code
         * @param result what was declared of it last
         */
        record Line(NamedLink link, String kind, String note, Optional<NamedLink> result) {}
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        Wording wording = pages.wording(request);
        SearchIndex.Answer answer = find(asked);
        List<View.Tab> kinds = new ArrayList<>();
        if (answer.total() > 0) {
            kinds.add(new View.Tab(
                    new NamedLink(asked.path(Optional.empty(), 1), wording.text("search.kind.all")),
                    wording.number(answer.total()),
                    asked.kind().isEmpty()));
        }
        answer.counts().forEach((kind, count) -> {
            if (count > 0) {
                kinds.add(new View.Tab(
                        new NamedLink(asked.path(Optional.of(kind), 1), wording.text("search.kind." + kind.key())),
                        wording.number(count),
                        asked.kind().equals(Optional.of(kind))));
            }
        });
        int total = total(answer, asked);
        boolean further = total > asked.page() * PAGE && asked.page() < LAST_PAGE;
        Pager pager = new Pager(
                asked.page() > 1 ? Optional.of(asked.path(asked.kind(), asked.page() - 1)) : Optional.empty(),
                further ? Optional.of(asked.path(asked.kind(), asked.page() + 1)) : Optional.empty());
        HitWords words = new HitWords(wording);
        List<View.Line> hits =
                answer.hits().stream().map(found -> line(found, words)).toList();
        View view = new View(
                asked.text(),
                !asked.text().isEmpty(),
                postcodes.of(asked.text()).map(found -> line(found, words, wording)),
                wording.number(total),
                kinds,
                hits,
                pager);
        String title =
                asked.text().isEmpty() ? wording.text("search.title") : wording.text("search.title-for", asked.text());
        return pages.answer(request, Page.of("search", title, view, wording.start()));
    }

    private View.OfPostcode line(PostcodeAnswer answer, HitWords words, Wording wording) {
        List<Found> areas = areas(answer);
        return new View.OfPostcode(
                answer.sentence(wording),
                areas.stream().map(found -> line(found, words)).toList(),
                answer.areas().stream()
                        .filter(code ->
                                areas.stream().noneMatch(found -> found.id().equals(id(code))))
                        .map(code -> answer.unnamed(code, wording))
                        .toList(),
                answer.source(wording));
    }

    private static View.Line line(Found found, HitWords words) {
        return new View.Line(
                new NamedLink(Uris.DOCUMENTS + LocalPaths.encode(found.id()), found.name()),
                words.kind(found),
                words.note(found),
                words.result(found));
    }

    /** What may be meant, while somebody types: at most eight, each with its path and what it is. */
    @GetMapping("/search/suggestions")
    ResponseEntity<byte[]> suggestions(HttpServletRequest request) {
        String text = Asked.of(request).text();
        HitWords words = new HitWords(pages.wording(request));
        Stream<Found> places = postcodes.of(text).stream().flatMap(answer -> areas(answer).stream());
        List<Map<String, String>> json = Stream.concat(
                        places, index.find(text, Optional.empty(), 0, SUGGESTIONS).hits().stream())
                .limit(SUGGESTIONS)
                .map(found -> Map.of(
                        "href",
                        Uris.DOCUMENTS + LocalPaths.encode(found.id()),
                        "name",
                        found.name(),
                        "detail",
                        words.kind(found) + words.ended(found)))
                .toList();
        return Answers.of(
                request,
                MediaType.APPLICATION_JSON,
                Json.PLAIN.writeValueAsBytes(json),
                new HttpHeaders(),
                List.of(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private SearchIndex.Answer find(Asked asked) {
        return index.find(asked.text(), asked.kind(), (asked.page() - 1) * PAGE, PAGE);
    }

    private static int total(SearchIndex.Answer answer, Asked asked) {
        return asked.kind().map(kind -> answer.counts().getOrDefault(kind, 0)).orElseGet(answer::total);
    }
}
