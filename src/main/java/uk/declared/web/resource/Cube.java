package uk.declared.web.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A table of figures as its graph has it (RDF Data Cube): what it counts by, and each figure.
 *
 * @param dimensions what it counts by beside area and time
 * @param rows its figures, by area, time and codes
 */
record Cube(Node node, List<Dimension> dimensions, List<Row> rows) {
    static final String QB = "http://purl.org/linked-data/cube#";
    static final String REF_AREA = "http://purl.org/linked-data/sdmx/2009/dimension#refArea";
    static final String REF_PERIOD = "http://purl.org/linked-data/sdmx/2009/dimension#refPeriod";
    static final String OBS_VALUE = "http://purl.org/linked-data/sdmx/2009/measure#obsValue";
    static final String UNIT = "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure";

    /** A dimension, what it is called, and its codes by their URIs. */
    record Dimension(Node property, String label, Map<Node, String> codes) {
        /** Its name in a table: the fragment of its URI. */
        String name() {
            return fragment(property);
        }
    }

    /**
     * A figure.
     *
     * @param area its code
     * @param codes in the order of the dimensions
     */
    record Row(Node observation, String area, String period, List<Node> codes, String unit, String value) {}

    /** Reads the cube of a graph. */
    static Cube of(Graph graph, Node node) {
        List<Dimension> dimensions = values(graph, node, "structure").stream()
                .flatMap(structure -> values(graph, structure, "component").stream())
                .flatMap(component -> values(graph, component, "dimension").stream())
                .filter(dimension -> !dimension.getURI().equals(REF_AREA)
                        && !dimension.getURI().equals(REF_PERIOD))
                .sorted(Comparator.comparing(Node::getURI))
                .map(dimension -> new Dimension(dimension, label(graph, dimension), codes(graph, dimension)))
                .toList();
        List<Row> rows = new ArrayList<>();
        graph.stream(Node.ANY, NodeFactory.createURI(QB + "dataSet"), node)
                .map(Triple::getSubject)
                .forEach(observation -> rows.add(row(graph, observation, dimensions)));
        rows.sort(Comparator.comparing(Row::area)
                .thenComparing(Row::period)
                .thenComparing(row -> row.observation().getURI()));
        return new Cube(node, dimensions, rows);
    }

    /** The figures that have given codes, by the fragments of their URIs; a dimension of which none is given is whole. */
    Cube slice(Collection<String> fragments) {
        if (fragments.isEmpty()) {
            return this;
        }
        List<Row> kept = rows.stream()
                .filter(row -> dimensions.stream().allMatch(dimension -> {
                    List<Node> wanted = dimension.codes().keySet().stream()
                            .filter(code -> fragments.contains(fragment(code)))
                            .toList();
                    return wanted.isEmpty() || row.codes().stream().anyMatch(wanted::contains);
                }))
                .toList();
        return new Cube(node, dimensions, kept);
    }

    /** What a code is called. */
    String label(int dimension, Row row) {
        Node code = row.codes().get(dimension);
        return dimensions.get(dimension).codes().getOrDefault(code, code.isURI() ? fragment(code) : "");
    }

    static String fragment(Node node) {
        String uri = node.isURI() ? node.getURI() : "";
        return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
    }

    private static Row row(Graph graph, Node observation, List<Dimension> dimensions) {
        return new Row(
                observation,
                one(graph, observation, REF_AREA).map(Cube::fragment).orElse(""),
                one(graph, observation, REF_PERIOD)
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                dimensions.stream()
                        .map(dimension -> one(
                                        graph, observation, dimension.property().getURI())
                                .orElse(Node.ANY))
                        .toList(),
                one(graph, observation, UNIT).map(unit -> label(graph, unit)).orElse(""),
                one(graph, observation, OBS_VALUE)
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""));
    }

    private static Map<Node, String> codes(Graph graph, Node dimension) {
        Map<Node, String> codes = new LinkedHashMap<>();
        values(graph, dimension, "codeList").stream()
                .flatMap(list ->
                        graph.stream(Node.ANY, SKOS.inScheme.asNode(), list).map(Triple::getSubject))
                .sorted(Comparator.comparing(Node::toString))
                .forEach(code -> codes.put(code, label(graph, code)));
        return codes;
    }

    private static String label(Graph graph, Node thing) {
        return graph.stream(thing, RDFS.Nodes.label, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .orElseGet(() -> fragment(thing));
    }

    private static Optional<Node> one(Graph graph, Node subject, String property) {
        return graph.stream(subject, NodeFactory.createURI(property), Node.ANY)
                .map(Triple::getObject)
                .findFirst();
    }

    private static List<Node> values(Graph graph, Node subject, String property) {
        return graph.stream(subject, NodeFactory.createURI(QB + property), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }
}
