package uk.declared.store;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternElements;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformationSubstitution;
import org.apache.jena.sparql.sse.Item;

/**
 * Puts the patterns of a query in the order in which they find least, whatever the order in which they were written.
 * Jena's own order weighs every {@code ?x property value} alike, so that a query which names the office first looks at
 * every contest of the country. Here
 *
 * <ol>
 *   <li>each pattern is weighed by how many triples it would find for what is known by then ({@link Selectivity}),
 *   <li>the least is taken, and its variables are known from then on,
 *   <li>a pattern that shares no variable with what is known comes after all that do, unless it finds one triple at most:
 *       everything found before would be combined with everything that it finds.
 * </ol>
 */
final class PatternOrder extends ReorderTransformationSubstitution {
    /** What is found by a pattern of which nothing is known but its subject, or but its object. */
    private static final double ABOUT_A_SUBJECT = 12;

    private static final double ABOUT_AN_OBJECT = 100;
    private static final double EVERYTHING = 1e12;

    /** By so much a pattern weighs more that shares no variable with those before it. */
    private static final double UNRELATED = 1e6;

    private final Selectivity selectivity;

    PatternOrder(Selectivity selectivity) {
        this.selectivity = selectivity;
    }

    @Override
    protected int chooseNext(List<PatternTriple> patterns) {
        boolean first = patterns.stream().allMatch(pattern -> pattern != null);
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < patterns.size(); i++) {
            PatternTriple pattern = patterns.get(i);
            if (pattern != null) {
                double weight = weight(pattern);
                weight = first || weight <= 1 || isRelated(pattern) ? weight : weight * UNRELATED;
                if (weight < least) {
                    least = weight;
                    best = i;
                }
            }
        }
        return best;
    }

    private static boolean isRelated(PatternTriple pattern) {
        return isFound(pattern.subject) || isFound(pattern.predicate) || isFound(pattern.object);
    }

    @Override
    protected double weight(PatternTriple pattern) {
        boolean subject = isKnown(pattern.subject);
        boolean object = isKnown(pattern.object);
        if (!isConstant(pattern.predicate)) {
            return withoutPredicate(subject, object);
        }
        Node predicate = pattern.predicate.getNode();
        if (subject && object) {
            return 0;
        }
        if (subject) {
            return selectivity.objectsOfASubject(predicate);
        }
        if (!object) {
            return selectivity.all(predicate);
        }
        return isConstant(pattern.object)
                ? selectivity.subjectsOf(predicate, pattern.object.getNode())
                : selectivity.subjectsOfAnObject(predicate);
    }

    private static double withoutPredicate(boolean subject, boolean object) {
        if (subject) {
            return object ? 1 : ABOUT_A_SUBJECT;
        }
        return object ? ABOUT_AN_OBJECT : EVERYTHING;
    }

    private static boolean isKnown(Item item) {
        return isFound(item) || isConstant(item);
    }

    /** A variable that a pattern before this one finds. */
    private static boolean isFound(Item item) {
        return PatternElements.TERM.equals(item);
    }

    private static boolean isConstant(Item item) {
        return item.isNode() && item.getNode().isConcrete();
    }
}
