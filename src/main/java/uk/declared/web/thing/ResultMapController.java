package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.http.ProblemException;
import uk.declared.web.map.MapView;
import uk.declared.web.map.MappedArea;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.PartyResults.PartyResult;
import uk.declared.web.thing.Winners.Winner;

/**
 * {@code /map}: results on a map, coloured by winner, with a league table. A form chooses a council, a polling day or both:
 * without a day, the last result of each ward; without a council, all councils of the day. No script is needed.
 */
@RestController
final class ResultMapController {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** More areas than these can neither be told apart on a drawing nor be drawn at once. */
    private static final int MOST_AREAS = 1_500;

    private final Store store;
    private final Uris uris;
    private final Places places;
    private final LocalPaths paths;
    private final Pages pages;
    private final Query choices = StoredQuery.read("map-choices");
    private final Query ofDay = StoredQuery.read("map-contests");
    private final Query latest = StoredQuery.read("map-latest");
    private final Query layouts = StoredQuery.read("map-hexagons");
    private final Query shapes = StoredQuery.read("map-shapes");

    ResultMapController(Store store, Uris uris, Places places, LocalPaths paths, Pages pages) {
        this.store = store;
        this.uris = uris;
        this.places = places;
        this.paths = paths;
        this.pages = pages;
    }

    /** What may be chosen. */
    record Choice(String value, String label, boolean chosen) {}

    /** A contest and who was elected in it. */
    record Ward(NamedLink contest, List<Winner> winners, String turnout) {}

    /**
     * What the page shows.
     *
     * @param tooMany whether there are too many areas for one map
     */
    record View(
            List<Choice> councils,
            List<Choice> days,
            boolean hexagons,
            String heading,
            Optional<MapView> map,
            boolean tooMany,
            List<PartyResult> league,
            List<Ward> wards) {}

    @GetMapping("/map")
    ResponseEntity<byte[]> map(HttpServletRequest request) {
        Wording wording = pages.wording(request);
        List<Row> known = store.select(choices, Map.of(), Row::all);
        Optional<Node> council = council(parameter(request, "council"), known);
        Optional<LocalDate> day = day(parameter(request, "day"), known)
                .or(() -> council.isEmpty()
                        ? known.stream().findFirst().flatMap(row -> row.date("date"))
                        : Optional.empty());
        boolean hexagons =
                parameter(request, "shape").filter("hexagons"::equals).isPresent();
        List<Row> rows = rows(council, day);
        int areas = Winners.byContest(rows).size();
        boolean tooMany = areas > MOST_AREAS;
        View view = new View(
                councils(known, council, wording),
                days(known, day, wording),
                hexagons,
                heading(known, council, day, wording),
                areas == 0 || tooMany ? Optional.empty() : Optional.of(drawing(council, day, rows, hexagons, wording)),
                tooMany,
                PartyResults.of(rows, paths, wording),
                tooMany ? List.of() : wards(rows, wording));
        return pages.answer(request, Page.of("map", wording.text("results-map.title"), view, wording.start()));
    }

    private List<Row> rows(Optional<Node> council, Optional<LocalDate> day) {
        if (day.isEmpty() && council.isEmpty()) {
            return List.of();
        }
        Map<String, Node> bindings = bindings(council, day);
        if (day.isPresent()) {
            return store.select(ofDay, bindings, Row::all);
        }
        bindings.put("day", Literals.date(LocalDate.now(LONDON)));
        return store.select(latest, bindings, Row::all);
    }

    private MapView drawing(
            Optional<Node> council, Optional<LocalDate> day, List<Row> rows, boolean hexagons, Wording wording) {
        Map<String, Node> bindings = bindings(council, day);
        List<MappedArea> mapped = places.contests(
                rows,
                hexagons ? Map.of() : places.shapes(shapes, bindings),
                places.hexagons(layouts, bindings),
                wording);
        return MapView.of(mapped);
    }

    private static Map<String, Node> bindings(Optional<Node> council, Optional<LocalDate> day) {
        Map<String, Node> bindings = new HashMap<>();
        council.ifPresent(body -> bindings.put("body", body));
        day.ifPresent(date -> bindings.put("date", Literals.date(date)));
        return bindings;
    }

    private List<Ward> wards(List<Row> rows, Wording wording) {
        List<Ward> wards = new ArrayList<>();
        Winners.byContest(rows)
                .forEach((contest, its) -> wards.add(new Ward(
                        paths.link(contest, its.get(0).label("areaLabel", "area")),
                        its.stream()
                                .filter(row -> row.bool("elected").orElse(false))
                                .map(row -> Winner.of(row, paths, wording))
                                .toList(),
                        Winners.turnout(its.get(0), wording))));
        return wards;
    }

    private static List<Choice> councils(List<Row> known, Optional<Node> chosen, Wording wording) {
        Map<String, Node> byName = new TreeMap<>();
        known.forEach(row -> byName.put(row.label("label", "body"), row.required("body")));
        List<Choice> councils = new ArrayList<>();
        councils.add(new Choice("", wording.text("results-map.all-councils"), chosen.isEmpty()));
        byName.forEach(
                (name, body) -> councils.add(new Choice(Uris.lastPart(body), name, chosen.equals(Optional.of(body)))));
        return councils;
    }

    private static List<Choice> days(List<Row> known, Optional<LocalDate> chosen, Wording wording) {
        Map<LocalDate, Integer> contests = new LinkedHashMap<>();
        known.forEach(row -> contests.merge(
                row.date("date").orElseThrow(), row.integer("contests").orElse(0), Integer::sum));
        List<Choice> days = new ArrayList<>();
        days.add(new Choice("", wording.text("results-map.latest"), chosen.isEmpty()));
        contests.forEach((day, number) -> days.add(new Choice(
                day.toString(),
                wording.text("results-map.day", wording.date(day), wording.number(number)),
                chosen.equals(Optional.of(day)))));
        return days;
    }

    private static String heading(List<Row> known, Optional<Node> council, Optional<LocalDate> day, Wording wording) {
        String name = council.map(body -> known.stream()
                        .filter(row -> row.required("body").equals(body))
                        .findFirst()
                        .map(row -> row.label("label", "body"))
                        .orElseGet(() -> Uris.lastPart(body)))
                .orElseGet(() -> wording.text("results-map.all-councils"));
        String when = day.map(wording::date).orElseGet(() -> wording.text("results-map.latest"));
        return wording.text("results-map.heading", name, when);
    }

    /** Only a council of which there are results can be chosen. */
    private Optional<Node> council(Optional<String> slug, List<Row> known) {
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        Node body = uris.council(slug.get());
        if (known.stream().noneMatch(row -> row.required("body").equals(body))) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
        }
        return Optional.of(body);
    }

    private static Optional<LocalDate> day(Optional<String> text, List<Row> known) {
        try {
            Optional<LocalDate> day = text.map(LocalDate::parse);
            if (day.isPresent()
                    && known.stream().noneMatch(row -> row.date("date").equals(day))) {
                throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
            }
            return day;
        } catch (DateTimeException e) {
            throw ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing");
        }
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
