package uk.declared.web.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.web.map.HexPlace;
import uk.declared.web.map.MappedArea;
import uk.declared.web.map.PartyColours;
import uk.declared.web.map.PlaceRows;
import uk.declared.web.map.WardHexagons;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.ThingDescriptions.Description;

/** Makes the areas of a map: one area, or those of an election with who won them. */
@Component
public final class Places {
    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final Query candidacies = StoredQuery.read("election-candidacies");
    private final Query winners = StoredQuery.read("election-winners");
    private final Query electionShapes = StoredQuery.read("election-shapes");
    private final Query electionHexagons = StoredQuery.read("election-hexagons");
    private final Query areaShape = StoredQuery.read("area-shape");

    Places(ThingDescriptions things, LocalPaths paths) {
        this.things = things;
        this.paths = paths;
    }

    /** One area. */
    MappedArea area(Description description) {
        Facts area = description.facts();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", description.thing().getURI());
        area.notation().ifPresent(code -> properties.put("code", code));
        properties.put("name", area.label());
        area.date("operativeFrom").ifPresent(day -> properties.put("operativeFrom", day.toString()));
        area.date("operativeUntil").ifPresent(day -> properties.put("operativeUntil", day.toString()));
        Optional<Geometry> shape = Optional.ofNullable(
                shapes(areaShape, Map.of("thing", description.thing())).get(description.thing()));
        return new MappedArea(
                area.label(),
                paths.to(description.thing()),
                area.notation().orElse(""),
                PartyColours.OTHERS,
                "",
                shape,
                List.of(),
                properties);
    }

    /** The areas of an election. */
    List<MappedArea> election(Node election, Wording wording) {
        return election(election, things.rows(candidacies, election), wording);
    }

    /** The areas of an election, with no more than a drawing of them shows: those who were not elected are not read. */
    List<MappedArea> winnersOf(Node election, Wording wording) {
        return election(election, things.rows(winners, election), wording);
    }

    /** @param rows everybody who stood in the election */
    List<MappedArea> election(Node election, List<Row> rows, Wording wording) {
        return contests(
                rows,
                shapes(electionShapes, Map.of("thing", election)),
                hexagons(electionHexagons, Map.of("thing", election)),
                wording);
    }

    /**
     * The areas of some contests.
     *
     * @param rows everybody who stood in them
     * @param shapes the boundaries of areas, as far as they are loaded
     * @param hexagons their places in layouts, as far as such are loaded
     */
    List<MappedArea> contests(
            List<Row> rows, Map<Node, Geometry> shapes, Map<Node, List<HexPlace>> hexagons, Wording wording) {
        List<MappedArea> areas = new ArrayList<>();
        Winners.byContest(rows).forEach((contest, its) -> areas.add(contest(contest, its, shapes, hexagons, wording)));
        return areas;
    }

    private MappedArea contest(
            Node contest,
            List<Row> rows,
            Map<Node, Geometry> shapes,
            Map<Node, List<HexPlace>> hexagons,
            Wording wording) {
        Row first = rows.get(0);
        List<Row> elected =
                rows.stream().filter(row -> row.bool("elected").orElse(false)).toList();
        long votes =
                rows.stream().mapToLong(row -> row.integer("votes").orElse(0)).sum();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", contest.getURI());
        properties.put("area", first.required("area").getURI());
        properties.put("name", first.label("areaLabel", "area"));
        Winners.turnoutFigure(first).ifPresent(turnout -> properties.put("turnout", turnout));
        properties.put(
                "elected",
                elected.stream().map(row -> winner(row, votes, wording)).toList());
        properties.put("colour", colour(elected));
        return new MappedArea(
                first.label("areaLabel", "area"),
                paths.to(contest),
                text(elected, wording),
                colour(elected),
                letters(elected, wording),
                Optional.ofNullable(shapes.get(first.required("area"))),
                Optional.ofNullable(hexagons.get(first.required("area")))
                        .orElseGet(() -> WardHexagons.shipped().of(Uris.lastPart(first.required("area")))),
                properties);
    }

    private Map<String, Object> winner(Row row, long all, Wording wording) {
        Map<String, Object> winner = new LinkedHashMap<>();
        winner.put("name", row.label("name", "candidacy"));
        winner.put("party", Affiliation.of(row, paths, wording).label());
        row.node("party").ifPresent(party -> winner.put("partyId", Uris.lastPart(party)));
        row.integer("votes").ifPresent(votes -> {
            winner.put("votes", votes);
            if (all > 0) {
                winner.put("share", Math.round(votes * 10000.0 / all) / 100.0);
            }
        });
        return winner;
    }

    private String text(List<Row> elected, Wording wording) {
        Set<String> parties = elected.stream()
                .map(row -> Affiliation.of(row, paths, wording).label())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return parties.isEmpty() ? wording.text("not-stated") : String.join(", ", parties);
    }

    /** Who has most seats: a party's identifier, or nothing for those of no party. */
    private static List<String> first(List<Row> elected) {
        Map<String, Integer> seats = new TreeMap<>();
        elected.forEach(row -> seats.merge(row.node("party").map(Uris::lastPart).orElse(""), 1, Integer::sum));
        int most = seats.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return seats.entrySet().stream()
                .filter(party -> party.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the colour says in a few letters, so that nobody needs to tell colours apart. */
    private static String letters(List<Row> elected, Wording wording) {
        return first(elected).stream()
                .limit(2)
                .map(party -> letters(party, elected, wording))
                .collect(Collectors.joining("/"));
    }

    private static String letters(String party, List<Row> elected, Wording wording) {
        if (!party.isEmpty()) {
            return PartyColours.shortName(party, wording.tag()).orElseGet(() -> wording.text("board.letters.other"));
        }
        boolean independent = elected.stream()
                .filter(row -> row.node("party").isEmpty())
                .allMatch(row -> row.node("standing")
                        .map(Uris::lastPart)
                        .filter("independent"::equals)
                        .isPresent());
        return wording.text(independent ? "board.letters.independent" : "board.letters.other");
    }

    /** The colour of whoever has most seats; of several alike, none of theirs. */
    private static String colour(List<Row> elected) {
        List<String> first = first(elected);
        if (first.isEmpty()) {
            return PartyColours.NONE;
        }
        return first.size() > 1 ? PartyColours.SEVERAL : PartyColours.of(first.get(0));
    }

    /** Places in layouts, from a query with the columns area, hexagon, form, column and row. */
    Map<Node, List<HexPlace>> hexagons(Query query, Map<String, Node> bindings) {
        return PlaceRows.hexagons(things.rows(query, bindings));
    }

    /** Boundaries, from a query with the columns area and wkt. */
    Map<Node, Geometry> shapes(Query query, Map<String, Node> bindings) {
        return PlaceRows.shapes(things.rows(query, bindings));
    }
}
