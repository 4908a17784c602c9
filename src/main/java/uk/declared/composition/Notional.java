package uk.declared.composition;

import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * Whose seats of a ward would have been, had an earlier election been fought on its boundaries.
 *
 * @param seats by affiliation
 * @param by who worked it out
 */
public record Notional(Map<Node, Integer> seats, String by) {
    public Notional {
        seats = Map.copyOf(seats);
    }
}
