package uk.declared.store;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;

/**
 * How many triples a pattern finds, learnt from the indexes themselves by counting up to a bound, so that there is no file
 * of statistics to grow old. What was counted is kept for a while, and what was little until the next commit: a rough figure is
 * enough to choose an order.
 *
 * <p>It counts within the transaction of the query that is to be ordered.
 */
final class Selectivity {
    /** So many triples of a property tell how many subjects one of its objects has. */
    private static final int SAMPLE = 1_000;

    /** So far the triples of a property are counted, and those of a property with a value. */
    private static final int ALL = 100_000;

    private static final int OF_A_VALUE = 10_000;

    /** So many subjects tell how many objects of a property a subject has. */
    private static final int SUBJECTS = 40;

    /** Where an object has fewer subjects than this on average, one object is as good as another. */
    private static final double FEW = 8;

    private static final int KEPT_VALUES = 20_000;
    private static final long KEPT_NANOS = 60_000_000_000L;

    /** Where the quads of the table have their subject and object. */
    private static final int SUBJECT = 1;

    private static final int OBJECT = 3;

    private record Property(double all, double objectsOfASubject, double subjectsOfAnObject) {
        static final Property UNKNOWN = new Property(0, 0, 0);
    }

    private record Value(Node property, Node object) {}

    private final Supplier<NodeTupleTable> table;
    private final LongSupplier clock;
    private final Map<Node, Property> properties = new LinkedHashMap<>();
    private final Map<Value, Double> values = new LinkedHashMap<>();
    private long since;

    Selectivity(Supplier<NodeTupleTable> table, LongSupplier nanoseconds) {
        this.table = table;
        this.clock = nanoseconds;
        this.since = nanoseconds.getAsLong();
    }

    /** How many triples a property has, counted up to a bound. */
    double all(Node property) {
        return property(property).all;
    }

    /** How many values a subject has for a property, where it has any. */
    double objectsOfASubject(Node property) {
        return property(property).objectsOfASubject;
    }

    /** How many subjects have one value of a property, on average. */
    double subjectsOfAnObject(Node property) {
        return property(property).subjectsOfAnObject;
    }

    /** How many subjects have this value of a property. */
    double subjectsOf(Node property, Node object) {
        Property known = property(property);
        if (known.subjectsOfAnObject < FEW) {
            return known.subjectsOfAnObject;
        }
        Value value = new Value(property, object);
        synchronized (values) {
            Double kept = values.get(value);
            if (kept != null) {
                return kept;
            }
        }
        double counted = count(OF_A_VALUE, Node.ANY, Node.ANY, property, object);
        synchronized (values) {
            if (values.size() >= KEPT_VALUES) {
                values.clear();
            }
            values.put(value, counted);
        }
        return counted;
    }

    /** After a commit: what was little, or nothing, may be much now; what was much still is. */
    void changed() {
        synchronized (properties) {
            properties.values().removeIf(known -> known.all < SAMPLE);
        }
        synchronized (values) {
            values.values().removeIf(counted -> counted < SAMPLE);
        }
    }

    private Property property(Node property) {
        synchronized (properties) {
            forgetInTime();
            Property kept = properties.get(property);
            if (kept != null) {
                return kept;
            }
        }
        Property learnt = learn(property);
        synchronized (properties) {
            properties.put(property, learnt);
        }
        return learnt;
    }

    private void forgetInTime() {
        long now = clock.getAsLong();
        if (now - since > KEPT_NANOS) {
            since = now;
            properties.clear();
            synchronized (values) {
                values.clear();
            }
        }
    }

    private Property learn(Node property) {
        Set<NodeId> subjects = new HashSet<>();
        Set<NodeId> objects = new HashSet<>();
        int sampled = 0;
        Iterator<Tuple<NodeId>> quads = find(Node.ANY, Node.ANY, property, Node.ANY);
        // One object may have more subjects than the sample: its like has at least as many.
        while (quads.hasNext() && (sampled < SAMPLE || (objects.size() == 1 && sampled < OF_A_VALUE))) {
            Tuple<NodeId> quad = quads.next();
            sampled++;
            objects.add(quad.get(OBJECT));
            if (subjects.size() < SUBJECTS) {
                subjects.add(quad.get(SUBJECT));
            }
        }
        if (sampled == 0) {
            return Property.UNKNOWN;
        }
        int all = sampled;
        while (quads.hasNext() && all < ALL) {
            quads.next();
            all++;
        }
        return new Property(all, objectsOf(subjects, property), (double) sampled / objects.size());
    }

    private double objectsOf(Set<NodeId> subjects, Node property) {
        NodeTupleTable indexes = table.get();
        NodeId propertyId = indexes.getNodeTable().getNodeIdForNode(property);
        long found = 0;
        for (NodeId subject : subjects) {
            found += count(SAMPLE, indexes.find(NodeId.NodeIdAny, subject, propertyId, NodeId.NodeIdAny));
        }
        return (double) found / subjects.size();
    }

    private double count(int bound, Node... quad) {
        return count(bound, find(quad));
    }

    private static int count(int bound, Iterator<Tuple<NodeId>> quads) {
        int found = 0;
        while (found < bound && quads.hasNext()) {
            quads.next();
            found++;
        }
        return found;
    }

    /** The quads of a pattern; none where the store knows one of its nodes not at all. */
    private Iterator<Tuple<NodeId>> find(Node... quad) {
        Iterator<Tuple<NodeId>> found = table.get().findAsNodeIds(quad);
        return found == null ? Collections.emptyIterator() : found;
    }
}
