package uk.declared.web.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.query.Flow;
import uk.declared.query.QueryTable;

/**
 * An answer drawn as a flow from left to right (a Sankey diagram), as SVG: how wide a band is says how much went that way.
 *
 * @param width of the drawing, in its own units
 * @param height of the drawing
 */
record FlowView(int width, int height, List<Band> bands, List<End> ends) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int GAP = 10;
    private static final int BAR = 10;
    private static final int MIDDLE = WIDTH / 2;

    /**
     * What went from one to another.
     *
     * @param path as SVG writes it
     * @param title in words
     */
    record Band(String path, String title) {}

    /** One side of bands: where its bar stands, and its name. */
    record End(String x, String y, String height, String textX, String textY, String anchor, String label) {}

    private record Row(String from, String to, double value) {}

    /** The drawing; absent where there is nothing to draw. */
    static Optional<FlowView> of(Flow flow, QueryTable table) {
        int from = table.columns().indexOf(flow.from());
        int to = table.columns().indexOf(flow.to());
        int value = table.columns().indexOf(flow.value());
        List<Row> rows = new ArrayList<>();
        for (List<Optional<Node>> row : table.rows()) {
            double width = row.get(value).map(FlowView::number).orElse(0.0);
            if (width > 0 && row.get(from).isPresent() && row.get(to).isPresent()) {
                rows.add(new Row(
                        QueryTable.text(row.get(from).get()),
                        QueryTable.text(row.get(to).get()),
                        width));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(draw(rows));
    }

    private static double number(Node node) {
        return node.isLiteral() && node.getLiteralValue() instanceof Number number ? number.doubleValue() : 0;
    }

    private static FlowView draw(List<Row> rows) {
        Map<String, Double> left = new LinkedHashMap<>();
        Map<String, Double> right = new LinkedHashMap<>();
        rows.forEach(row -> {
            left.merge(row.from(), row.value(), Double::sum);
            right.merge(row.to(), row.value(), Double::sum);
        });
        double all = rows.stream().mapToDouble(Row::value).sum();
        double scale = HEIGHT / all;
        List<End> ends = new ArrayList<>();
        Map<String, Double> leaving = tops(left, scale, true, ends);
        Map<String, Double> arriving = tops(right, scale, false, ends);
        List<Band> bands = new ArrayList<>();
        for (Row row : rows) {
            double width = row.value() * scale;
            double start = leaving.merge(row.from(), width, Double::sum) - width;
            double end = arriving.merge(row.to(), width, Double::sum) - width;
            bands.add(new Band(band(start, end, width), row.from() + " → " + row.to() + ": " + text(row.value())));
        }
        int height = HEIGHT + GAP * Math.max(left.size(), right.size());
        return new FlowView(WIDTH, height, bands, ends);
    }

    /** Lays the bars of one side out from the top down, and gives where each begins. */
    private static Map<String, Double> tops(Map<String, Double> sums, double scale, boolean left, List<End> ends) {
        Map<String, Double> tops = new LinkedHashMap<>();
        double y = 0;
        for (Map.Entry<String, Double> side : sums.entrySet()) {
            double height = side.getValue() * scale;
            tops.put(side.getKey(), y);
            ends.add(new End(
                    number(left ? 0.0 : WIDTH - BAR),
                    number(y),
                    number(Math.max(height, 1)),
                    number(left ? BAR + 6.0 : WIDTH - BAR - 6.0),
                    number(y + Math.max(height / 2, 6) + 4),
                    left ? "start" : "end",
                    side.getKey() + " " + text(side.getValue())));
            y += height + GAP;
        }
        return tops;
    }

    private static String band(double start, double end, double width) {
        return "M" + BAR + " " + number(start)
                + "C" + MIDDLE + " " + number(start) + " " + MIDDLE + " " + number(end) + " " + (WIDTH - BAR) + " "
                + number(end)
                + "L" + (WIDTH - BAR) + " " + number(end + width)
                + "C" + MIDDLE + " " + number(end + width) + " " + MIDDLE + " " + number(start + width) + " " + BAR
                + " "
                + number(start + width) + "Z";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Counts without places, votes of the single transferable vote with two. */
    private static String text(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.UK, "%,.0f", value)
                : String.format(Locale.UK, "%,.2f", value);
    }
}
