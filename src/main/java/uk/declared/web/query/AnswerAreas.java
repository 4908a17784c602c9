package uk.declared.web.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.query.AreaColumn;
import uk.declared.query.QueryTable;
import uk.declared.store.Store;
import uk.declared.web.map.HexPlace;
import uk.declared.web.map.MappedArea;
import uk.declared.web.map.PartyColours;
import uk.declared.web.map.PlaceRows;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Makes areas of the rows of an answer: each with its boundary, where that is loaded, and what the row says. */
@Component
final class AnswerAreas {
    private static final Query SHAPES = StoredQuery.read("shapes-of-areas");
    private static final Query HEXAGONS = StoredQuery.read("hexagons-of-areas");

    /** From few to much; each is told from white, and the number stands beside it in words. */
    private static final List<String> SHADES = List.of("#8fb8b3", "#5f9b94", "#2f7d76", "#1f5f59", "#12403c");

    private final Store store;
    private final Uris uris;
    private final LocalPaths paths;

    AnswerAreas(Store store, Uris uris, LocalPaths paths) {
        this.store = store;
        this.uris = uris;
        this.paths = paths;
    }

    /** An area for each row that has a code, in the rows' order. */
    List<MappedArea> of(AreaColumn column, QueryTable table) {
        int code = table.columns().indexOf(column.code());
        Optional<Integer> value = column.value().map(name -> table.columns().indexOf(name));
        Set<Node> things = table.rows().stream()
                .flatMap(row -> row.get(code).map(QueryTable::text).flatMap(GssCode::parse).stream())
                .map(uris::area)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Node, Geometry> shapes = PlaceRows.shapes(among(things, SHAPES));
        Map<Node, List<HexPlace>> hexagons = PlaceRows.hexagons(among(things, HEXAGONS));
        Scale scale = value.map(at -> Scale.of(table, at)).orElse(Scale.NONE);
        List<MappedArea> areas = new ArrayList<>();
        for (List<Optional<Node>> row : table.rows()) {
            Optional<GssCode> area = row.get(code).map(QueryTable::text).flatMap(GssCode::parse);
            if (area.isPresent()) {
                Node thing = uris.area(area.get());
                Optional<Node> shown = value.flatMap(row::get);
                areas.add(new MappedArea(
                        name(table, row, area.get()),
                        paths.to(thing),
                        shown.map(QueryTable::text).orElse("–"),
                        shown.map(scale::colour).orElse(PartyColours.NONE),
                        "",
                        Optional.ofNullable(shapes.get(thing)),
                        hexagons.getOrDefault(thing, List.of()),
                        properties(table, row)));
            }
        }
        return areas;
    }

    /** The areas for a map: one for each code, since several rows of one area would lie on one another. */
    List<MappedArea> once(AreaColumn column, QueryTable table) {
        Map<String, MappedArea> areas = new LinkedHashMap<>();
        of(column, table).forEach(area -> areas.merge(area.href(), area, AnswerAreas::together));
        return List.copyOf(areas.values());
    }

    /** The least and the most that a map shows, as they are written; absent where it shows no numbers. */
    Optional<Range> range(AreaColumn column, QueryTable table) {
        List<BigDecimal> numbers = column.value().map(name -> table.columns().indexOf(name)).stream()
                .flatMap(at -> table.rows().stream().flatMap(row -> row.get(at).stream()))
                .filter(node -> node.isLiteral() && node.getLiteralValue() instanceof Number)
                .map(node -> new BigDecimal(node.getLiteralLexicalForm()))
                .toList();
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(
                        Collections.min(numbers).toPlainString(),
                        Collections.max(numbers).toPlainString()));
    }

    /** From the least to the most. */
    record Range(String least, String most) {}

    private static MappedArea together(MappedArea first, MappedArea other) {
        boolean same = first.colour().equals(other.colour());
        return new MappedArea(
                first.label(),
                first.href(),
                first.text().equals(other.text()) ? first.text() : first.text() + ", " + other.text(),
                same ? first.colour() : PartyColours.SEVERAL,
                "",
                first.shape(),
                first.hexagons(),
                first.properties());
    }

    /** One query for all areas of an answer, not one for each. */
    private List<Row> among(Set<Node> areas, Query query) {
        return store.select(StoredQuery.among(query, "area", areas), Map.of(), Row::all);
    }

    private static String name(QueryTable table, List<Optional<Node>> row, GssCode code) {
        int ward = table.columns().indexOf("ward");
        return ward < 0 ? code.value() : row.get(ward).map(QueryTable::text).orElse(code.value());
    }

    /** What the row says, numbers and truths as such; what it does not say is left out. */
    private static Map<String, Object> properties(QueryTable table, List<Optional<Node>> row) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String column = table.columns().get(i);
            row.get(i).ifPresent(node -> properties.put(column, json(node)));
        }
        return properties;
    }

    private static Object json(Node node) {
        if (node.isLiteral() && node.getLiteralValue() instanceof Number) {
            return new BigDecimal(node.getLiteralLexicalForm());
        }
        return node.isLiteral() && node.getLiteralValue() instanceof Boolean truth ? truth : QueryTable.text(node);
    }

    /** How the values of a column become colours: numbers by shades from the least to the most, parties by their own. */
    private record Scale(OptionalDouble least, OptionalDouble most) {
        private static final Scale NONE = new Scale(OptionalDouble.empty(), OptionalDouble.empty());

        static Scale of(QueryTable table, int column) {
            List<Double> numbers = table.rows().stream()
                    .flatMap(row -> row.get(column).stream())
                    .filter(node -> node.isLiteral() && node.getLiteralValue() instanceof Number)
                    .map(node -> ((Number) node.getLiteralValue()).doubleValue())
                    .toList();
            return new Scale(
                    numbers.stream().mapToDouble(each -> each).min(),
                    numbers.stream().mapToDouble(each -> each).max());
        }

        String colour(Node value) {
            if (value.isLiteral() && value.getLiteralValue() instanceof Number number && least.isPresent()) {
                double range = most.orElse(0) - least.getAsDouble();
                double part = range == 0 ? 0.5 : (number.doubleValue() - least.getAsDouble()) / range;
                return SHADES.get((int) Math.min(SHADES.size() - 1, Math.floor(part * SHADES.size())));
            }
            return PartyColours.of(QueryTable.text(value));
        }
    }
}
