package uk.declared.web.page;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A value in a table of a query's results.
 *
 * @param text what is read
 * @param href where it leads; only web addresses lead anywhere
 * @param number whether it is a number, which is set to the right
 */
public record ResultCell(String text, Optional<String> href, boolean number) {
    private static final ResultCell EMPTY = new ResultCell("", Optional.empty(), false);

    /** The cell for a value, empty where there is none. */
    public static ResultCell of(Optional<Node> value, LocalPaths paths) {
        return value.map(node -> of(node, paths)).orElse(EMPTY);
    }

    /** The same, read otherwise. */
    public ResultCell reading(String other) {
        return new ResultCell(other, href, number);
    }

    private static ResultCell of(Node value, LocalPaths paths) {
        if (value.isURI()) {
            boolean web = value.getURI().startsWith("http://") || value.getURI().startsWith("https://");
            return new ResultCell(value.getURI(), web ? Optional.of(paths.to(value)) : Optional.empty(), false);
        }
        if (value.isLiteral()) {
            return new ResultCell(
                    value.getLiteralLexicalForm(), Optional.empty(), value.getLiteralValue() instanceof Number);
        }
        return new ResultCell("_:" + value.getBlankNodeLabel(), Optional.empty(), false);
    }
}
