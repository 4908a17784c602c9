package uk.declared.web.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import uk.declared.query.Chart;
import uk.declared.query.QueryTable;

/** Draws an answer as bars; the longest fills the width. */
final class ChartBars {
    private static final int WIDTH = 100;

    private ChartBars() {}

    static List<QueryView.ChartBar> of(Chart chart, QueryTable table) {
        int label = table.columns().indexOf(chart.label());
        int value = table.columns().indexOf(chart.value());
        BigDecimal longest = table.rows().stream()
                .flatMap(row -> number(row.get(value)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        List<QueryView.ChartBar> bars = new ArrayList<>();
        if (longest.signum() == 0) {
            return bars;
        }
        for (List<Optional<Node>> row : table.rows()) {
            Optional<BigDecimal> length = number(row.get(value));
            if (length.isPresent() && length.get().signum() >= 0) {
                BigDecimal width =
                        length.get().multiply(BigDecimal.valueOf(WIDTH)).divide(longest, 1, RoundingMode.HALF_UP);
                bars.add(new QueryView.ChartBar(text(row.get(label)), text(row.get(value)), width.toPlainString()));
            }
        }
        return bars;
    }

    private static Optional<BigDecimal> number(Optional<Node> cell) {
        return cell.filter(node -> node.isLiteral() && node.getLiteralValue() instanceof Number)
                .map(node -> new BigDecimal(node.getLiteralValue().toString()));
    }

    private static String text(Optional<Node> cell) {
        return cell.map(QueryTable::text).orElse("–");
    }
}
