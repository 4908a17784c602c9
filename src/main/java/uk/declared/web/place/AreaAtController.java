package uk.declared.web.place;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.election.GssCode;
import uk.declared.ground.Json;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/**
 * {@code /area?lat=…&lon=…}: which areas a point lies in, each with its days; {@code /area?postcode=…}: which ward a postcode
 * lies in; without either a form for both.
 */
@RestController
final class AreaAtController {
    private static final Query DESCRIBED = StoredQuery.read("area-at");

    private final AreaIndex index;
    private final Store store;
    private final LocalPaths paths;
    private final Pages pages;
    private final PostcodeAnswers postcodes;
    private final Uris uris;

    AreaAtController(
            AreaIndex index, Store store, LocalPaths paths, Pages pages, PostcodeAnswers postcodes, Uris uris) {
        this.index = index;
        this.store = store;
        this.paths = paths;
        this.pages = pages;
        this.postcodes = postcodes;
        this.uris = uris;
    }

    /** What the page shows. */
    record View(String lat, String lon, boolean asked, boolean loaded, List<Line> areas, OfPostcode postcode) {
        /**
         * What is asked and said of a postcode.
         *
         * @param answer empty where none is asked for
         * @param loaded whether any can be
         * @param unnamed its areas of which nothing is loaded, each in a sentence
         */
        record OfPostcode(
                String text, boolean loaded, String answer, List<Line> areas, List<String> unnamed, String source) {}

        record Line(NamedLink area, String code, String days) {}
    }

    @GetMapping("/area")
    ResponseEntity<byte[]> at(HttpServletRequest request) {
        String lat = text(request, "lat");
        String lon = text(request, "lon");
        String postcode = text(request, "postcode");
        Optional<PostcodeAnswer> answer = Optional.of(postcode)
                .filter(text -> !text.isEmpty())
                .map(text -> postcodes
                        .of(text)
                        .orElseThrow(() -> ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.postcode", text)));
        boolean asked = !lat.isEmpty() || !lon.isEmpty();
        List<Row> rows = asked ? rows(number(lat, "lat", 49, 62), number(lon, "lon", -15, 3)) : List.of();
        AcceptHeader accept = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (answer.isPresent() && accept.quality("application/json") > accept.quality("text/html")) {
            return Answers.of(
                    request, MediaType.APPLICATION_JSON, json(answer.get()), new HttpHeaders(), List.of("Accept"));
        }
        if (asked && accept.quality("application/json") > accept.quality("text/html")) {
            return Answers.of(
                    request, MediaType.APPLICATION_JSON, json(lat, lon, rows), new HttpHeaders(), List.of("Accept"));
        }
        Wording wording = pages.wording(request);
        List<View.Line> lines = lines(rows, wording);
        return pages.answer(
                request,
                Page.of(
                        "area-at",
                        wording.text("area-at.title"),
                        new View(lat, lon, asked, !index.isEmpty(), lines, said(postcode, answer, wording)),
                        wording.start()));
    }

    private List<View.Line> lines(List<Row> rows, Wording wording) {
        return rows.stream()
                .map(row -> new View.Line(
                        paths.link(row.required("area"), row.label("label", "area")),
                        row.text("code").orElse(""),
                        days(row, wording)))
                .toList();
    }

    private View.OfPostcode said(String text, Optional<PostcodeAnswer> answer, Wording wording) {
        return new View.OfPostcode(
                answer.map(found -> found.postcode().toString()).orElse(text),
                postcodes.isLoaded(),
                answer.map(found -> found.sentence(wording)).orElse(""),
                answer.map(found -> lines(rows(found), wording)).orElse(List.of()),
                answer.map(found -> unnamed(found, wording)).orElse(List.of()),
                answer.map(found -> found.source(wording)).orElse(""));
    }

    /** Those of a postcode's areas that are known here. */
    private List<Row> rows(PostcodeAnswer answer) {
        return answer.areas().stream().flatMap(code -> described(code).stream()).toList();
    }

    /** The others are called by their codes alone. */
    private List<String> unnamed(PostcodeAnswer answer, Wording wording) {
        return answer.areas().stream()
                .filter(code -> described(code).isEmpty())
                .map(code -> answer.unnamed(code, wording))
                .toList();
    }

    private List<Row> described(GssCode area) {
        return store.select(DESCRIBED, Map.of("thing", uris.area(area)), Row::all).stream()
                .filter(row -> row.node("area").isPresent())
                .toList();
    }

    private byte[] json(PostcodeAnswer answer) {
        Map<String, Object> json = answer.described();
        json.put("areas", areas(rows(answer)));
        return Json.PLAIN.writeValueAsBytes(json);
    }

    private List<Row> rows(double latitude, double longitude) {
        List<Row> rows = new ArrayList<>();
        for (Node area : index.at(longitude, latitude)) {
            rows.addAll(store.select(DESCRIBED, Map.of("thing", area), Row::all));
        }
        // The latest first; what has no days comes last.
        rows.sort((one, other) ->
                other.text("from").orElse("").compareTo(one.text("from").orElse("")));
        return rows;
    }

    private static byte[] json(String lat, String lon, List<Row> rows) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lat", Double.valueOf(lat));
        json.put("lon", Double.valueOf(lon));
        json.put("areas", areas(rows));
        return Json.PLAIN.writeValueAsBytes(json);
    }

    private static List<Map<String, Object>> areas(List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> area = new LinkedHashMap<>();
                    area.put("uri", row.required("area").getURI());
                    row.text("code").ifPresent(code -> area.put("code", code));
                    row.text("label").ifPresent(label -> area.put("name", label));
                    row.text("from").ifPresent(day -> area.put("operativeFrom", day));
                    row.text("until").ifPresent(day -> area.put("operativeUntil", day));
                    return area;
                })
                .toList();
    }

    private static String days(Row row, Wording wording) {
        Optional<String> from = row.date("from").map(wording::date);
        Optional<String> until = row.date("until").map(wording::date);
        if (from.isPresent() && until.isPresent()) {
            return wording.text("area.from-until", from.get(), until.get());
        }
        return from.map(day -> wording.text("area.from", day))
                .or(() -> until.map(day -> wording.text("area.until", day)))
                .orElse("");
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .orElse("");
    }

    private static double number(String text, String name, double least, double most) {
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.point", name, text);
        }
        throw ProblemException.of(HttpStatus.BAD_REQUEST, "problem.400.point", name, text);
    }
}
