package uk.declared.web.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.springframework.stereotype.Component;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.query.AreaColumn;
import uk.declared.query.Chart;
import uk.declared.query.QueryTable;
import uk.declared.web.map.MapView;
import uk.declared.web.page.Wording;

/**
 * Draws the answer to anybody's query, of which nothing says how: the first column of figures as bars, named by the first
 * other column, and as a map where a column holds areas.
 */
@Component
public final class AnswerDrawings {
    private static final int FEWEST_BARS = 2;
    private static final int MOST_BARS = 60;

    private final AnswerAreas areas;

    AnswerDrawings(AnswerAreas areas) {
        this.areas = areas;
    }

    /**
     * An answer as a chart and as a map.
     *
     * @param value the column that is drawn
     * @param key what the shades of the map mean; empty without a map
     */
    public record Drawing(String value, List<Bar> bars, Optional<MapView> map, String key) {}

    /**
     * A row drawn.
     *
     * @param width of the bar, from 0 to 100
     */
    public record Bar(String label, String value, String width) {
        /** All bars of a chart are of one colour, the site's own. */
        public String colour() {
            return "";
        }
    }

    /** The drawing of an answer; absent where it has no figures, or nothing to name them by. */
    public Optional<Drawing> of(QueryTable table, Wording wording) {
        OptionalInt value = columns(table).filter(at -> isFigures(table, at)).findFirst();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt label = columns(table)
                .filter(at -> at != value.getAsInt() && !isFigures(table, at) && isNames(table, at))
                .findFirst();
        List<Bar> bars = label.isPresent()
                        && table.rows().size() >= FEWEST_BARS
                        && table.rows().size() <= MOST_BARS
                ? bars(table, label.getAsInt(), value.getAsInt())
                : List.of();
        return map(table, value.getAsInt(), wording)
                .map(map ->
                        new Drawing(table.columns().get(value.getAsInt()), bars, Optional.of(map.view()), map.key()))
                .or(() -> bars.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Drawing(table.columns().get(value.getAsInt()), bars, Optional.empty(), "")));
    }

    private static IntStream columns(QueryTable table) {
        return IntStream.range(0, table.columns().size());
    }

    private static boolean isFigures(QueryTable table, int at) {
        List<Node> values =
                table.rows().stream().flatMap(row -> row.get(at).stream()).toList();
        return !values.isEmpty()
                && values.stream().allMatch(node -> node.isLiteral() && node.getLiteralValue() instanceof Number);
    }

    private static boolean isNames(QueryTable table, int at) {
        return table.rows().stream()
                .flatMap(row -> row.get(at).stream())
                .anyMatch(node -> node.isLiteral()
                        && node.getLiteralValue() instanceof String
                        && code(node).isEmpty());
    }

    private static List<Bar> bars(QueryTable table, int label, int value) {
        List<Bar> bars = new ArrayList<>();
        Chart chart = new Chart(table.columns().get(label), table.columns().get(value));
        ChartBars.of(chart, table).forEach(bar -> bars.add(new Bar(bar.label(), rounded(bar.value()), bar.width())));
        return bars;
    }

    private static String rounded(String number) {
        try {
            BigDecimal exact = new BigDecimal(number);
            return exact.scale() <= 2
                    ? number
                    : exact.setScale(2, RoundingMode.HALF_UP).toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private record Mapped(MapView view, String key) {}

    private Optional<Mapped> map(QueryTable table, int value, Wording wording) {
        OptionalInt place = columns(table)
                .filter(at -> table.rows().stream()
                        .flatMap(row -> row.get(at).stream())
                        .anyMatch(node -> code(node).isPresent()))
                .findFirst();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        QueryTable coded = coded(table, place.getAsInt());
        String name = table.columns().get(value);
        AreaColumn column = new AreaColumn(table.columns().get(place.getAsInt()), Optional.of(name));
        return Optional.of(areas.once(column, coded))
                .filter(mapped -> !mapped.isEmpty())
                .map(mapped -> {
                    String key = areas.range(column, coded)
                            .map(range -> wording.text("queries.map.shades", name, range.least(), range.most()))
                            .orElse("");
                    return new Mapped(MapView.of(mapped), key);
                });
    }

    /** The same with the codes of areas in the place of their URIs. */
    private static QueryTable coded(QueryTable table, int at) {
        List<List<Optional<Node>>> rows = table.rows().stream()
                .map(row -> {
                    List<Optional<Node>> coded = new ArrayList<>(row);
                    coded.set(at, row.get(at).flatMap(AnswerDrawings::code).map(NodeFactory::createLiteralString));
                    return List.copyOf(coded);
                })
                .toList();
        return new QueryTable(table.columns(), rows);
    }

    private static Optional<String> code(Node node) {
        String text =
                node.isURI() ? Uris.lastPart(node.getURI()) : node.isLiteral() ? node.getLiteralLexicalForm() : "";
        return GssCode.parse(text).map(GssCode::value);
    }
}
