package uk.declared.web.thing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;
import uk.declared.web.thing.AreaFigures.Cell;
import uk.declared.web.thing.AreaFigures.Line;
import uk.declared.web.thing.AreaFigures.Table;

/**
 * Puts the figures of an area beside those of the areas that it lies in:
 *
 * <ol>
 *   <li>of each table in which the area has a figure of its own, the figures of all of them,
 *   <li>the rows of a table are its categories by the alphabet, its total first; those of several dimensions in one cell,
 *   <li>where one row is the table's own total, the others are shown as shares of it too,
 *   <li>first of all stands the latest poll, beside the whole of its election where every contest of that says its figures.
 * </ol>
 */
@Component
final class AreaFiguresReader {
    /** What tables call the row that holds all: “Total: All households”, “All persons”; never “All other religions”. */
    private static final Pattern TOTAL = Pattern.compile(
            "(total|all (categories|dwellings|households|people|persons|residents|usual residents))\\b.*",
            Pattern.CASE_INSENSITIVE);

    private final ThingDescriptions things;
    private final LocalPaths paths;
    private final ElectionTurnout elections;
    private final Query tables = StoredQuery.read("area-figures-tables");
    private final Query figures = StoredQuery.read("area-figures");
    private final Query lastPoll = StoredQuery.read("area-last-poll");
    private final Query latestElection = StoredQuery.read("council-latest-election");

    AreaFiguresReader(ThingDescriptions things, LocalPaths paths, ElectionTurnout elections) {
        this.things = things;
        this.paths = paths;
        this.elections = elections;
    }

    AreaFigures of(Facts area, Wording wording) {
        List<Table> shown = new ArrayList<>();
        poll(area, wording).ifPresent(shown::add);
        List<Node> census = tables(area.thing());
        for (Node table : census) {
            Map<Heading, List<Row>> parts = new LinkedHashMap<>();
            things.rows(figures, area.thing(), Map.of("table", table))
                    .forEach(row -> parts.computeIfAbsent(Heading.of(row), missing -> new ArrayList<>())
                            .add(row));
            parts.forEach((heading, rows) -> shown.add(new Figures(area, rows, wording).table(heading)));
        }
        return new AreaFigures(shown, !census.isEmpty());
    }

    /** The census tables in which an area has a figure of its own. No others are shown of it, on its page, in RDF or as a table. */
    List<Node> tables(Node area) {
        return things.rows(tables, area).stream()
                .map(row -> row.required("table"))
                .toList();
    }

    /** What tells one table of the page from another: a data set holds figures of several times, and in several units. */
    private record Heading(String title, String unit) {
        static Heading of(Row row) {
            return new Heading(
                    row.text("title").orElse("")
                            + row.text("period").map(period -> ", " + period).orElse(""),
                    row.text("unit").orElse(""));
        }
    }

    /** The figures of one table, by category and place. */
    private final class Figures {
        private final Wording wording;
        private final List<Node> places;
        private final Map<Node, NamedLink> names = new LinkedHashMap<>();
        private final Map<String, Map<Node, BigDecimal>> lines = new LinkedHashMap<>();
        private final Optional<String> total;

        /** The area has its column where it has no figure of this time, too. */
        private Figures(Facts of, List<Row> rows, Wording wording) {
            this.wording = wording;
            Node area = of.thing();
            names.put(area, paths.link(area, of.label()));
            Map<Node, List<Row>> observations = new LinkedHashMap<>();
            Set<Node> dimensions = new LinkedHashSet<>();
            for (Row row : rows) {
                observations
                        .computeIfAbsent(row.required("observation"), missing -> new ArrayList<>())
                        .add(row);
                dimensions.add(row.required("dimension"));
            }
            observations.values().forEach(this::add);
            places = names.keySet().stream()
                    .sorted(Comparator.comparing((Node place) -> !place.equals(area))
                            .thenComparing(place -> -AreaFacts.level(Uris.lastPart(place)))
                            .thenComparing(Uris::lastPart))
                    .toList();
            List<String> totals = lines.keySet().stream()
                    .filter(category -> TOTAL.matcher(category).matches())
                    .toList();
            total = dimensions.size() == 1 && totals.size() == 1 ? Optional.of(totals.get(0)) : Optional.empty();
        }

        private void add(List<Row> observation) {
            Row first = observation.get(0);
            Node place = first.required("place");
            names.computeIfAbsent(place, missing -> paths.link(place, first.label("placeLabel", "place")));
            String category = String.join(
                    "; ",
                    observation.stream()
                            .map(row -> row.text("category").orElse(""))
                            .distinct()
                            .toList());
            first.decimal("value")
                    .ifPresent(value -> lines.computeIfAbsent(category, missing -> new LinkedHashMap<>())
                            .put(place, value));
        }

        private Table table(Heading heading) {
            return new Table(
                    heading.title(),
                    heading.unit(),
                    places.stream().map(names::get).toList(),
                    lines.entrySet().stream()
                            .sorted(Comparator.comparing((Map.Entry<String, Map<Node, BigDecimal>> line) ->
                                            !total.equals(Optional.of(line.getKey())))
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .map(line -> new Line(
                                    line.getKey(),
                                    places.stream()
                                            .map(place -> cell(line.getKey(), place))
                                            .toList()))
                            .toList());
        }

        private Cell cell(String category, Node place) {
            Optional<BigDecimal> value = figure(category, place);
            Optional<BigDecimal> all = total.filter(name -> !name.equals(category))
                    .flatMap(name -> figure(name, place))
                    .filter(whole -> whole.signum() > 0);
            Optional<Bar> share = value.filter(part -> all.isPresent()
                            && part.stripTrailingZeros().scale() <= 0
                            && part.signum() >= 0
                            && part.compareTo(all.get()) <= 0)
                    .map(part -> part.multiply(BigDecimal.valueOf(100)).divide(all.get(), 1, RoundingMode.HALF_UP))
                    .map(part -> Bar.of(part, wording.percent(part)));
            return value.map(wording::votes).map(text -> new Cell(text, share)).orElse(Cell.EMPTY);
        }

        private Optional<BigDecimal> figure(String category, Node place) {
            return Optional.ofNullable(lines.getOrDefault(category, Map.of()).get(place));
        }
    }

    /** The latest poll of an area, beside its whole election; of an area that a council governs, the council's latest election. */
    private Optional<Table> poll(Facts area, Wording wording) {
        NamedLink name = paths.link(area.thing(), area.label());
        Optional<Row> own = things.rows(lastPoll, area.thing()).stream().findFirst();
        if (own.isPresent()) {
            Row row = own.get();
            List<NamedLink> places = new ArrayList<>(List.of(name));
            List<Cell> turnout =
                    new ArrayList<>(List.of(cell(Winners.turnoutFigure(row).map(wording::percent))));
            List<Cell> electorate =
                    new ArrayList<>(List.of(cell(row.decimal("electorate").map(wording::votes))));
            row.node("council")
                    .filter(council -> !council.equals(area.thing()))
                    .ifPresent(council -> elections.of(row.required("election")).ifPresent(whole -> {
                        places.add(paths.link(council, row.label("councilLabel", "council")));
                        turnout.add(Cell.of(wording.percent(whole.percentage())));
                        electorate.add(Cell.of(wording.votes(whole.electorate())));
                    }));
            return Optional.of(table(row, places, turnout, electorate, wording));
        }
        for (Facts body : area.partsBy("governs")) {
            for (Row row : things.rows(latestElection, body.thing())) {
                Optional<ElectionTurnout.Whole> whole = elections.of(row.required("election"));
                if (whole.isPresent()) {
                    return Optional.of(table(
                            row,
                            List.of(name),
                            List.of(Cell.of(wording.percent(whole.get().percentage()))),
                            List.of(Cell.of(wording.votes(whole.get().electorate()))),
                            wording));
                }
            }
        }
        return Optional.empty();
    }

    private static Table table(
            Row poll, List<NamedLink> places, List<Cell> turnout, List<Cell> electorate, Wording wording) {
        return new Table(
                wording.text(
                        "area.figures.poll",
                        poll.date("date").map(wording::date).orElse("")),
                "",
                places,
                List.of(
                        new Line(wording.text("column.turnout"), turnout),
                        new Line(wording.text("account.electorate"), electorate)));
    }

    private static Cell cell(Optional<String> text) {
        return text.map(Cell::of).orElse(Cell.EMPTY);
    }
}
