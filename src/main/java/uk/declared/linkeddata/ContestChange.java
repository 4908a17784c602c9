package uk.declared.linkeddata;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One statement in which two versions of a contest's result differ.
 *
 * @param about the thing that it is about
 * @param name what that is called; empty for the contest itself
 * @param property what is said of it
 * @param from what the earlier version says, where it says anything
 * @param to what the later version says, where it says anything
 */
public record ContestChange(Node about, String name, Node property, Optional<Node> from, Optional<Node> to) {}
