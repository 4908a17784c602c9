package uk.declared.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.update.UpdateExecution;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.vocabulary.OWL2;

/**
 * A data cube in its normal form, and the integrity constraints of the RDF Data Cube Vocabulary's section 11, which are
 * queries for what breaks them in {@code src/test/resources/model/cube}.
 */
final class DataCube {
    static final Path FOLDER = ModelFiles.CASES.resolve("cube");

    private static final Node PARENT_CHILD =
            NodeFactory.createURI("http://purl.org/linked-data/cube#parentChildProperty");

    private final Graph graph;

    private DataCube(Graph graph) {
        this.graph = graph;
    }

    /** Brings a graph, which is changed for it, into the normal form of the specification's section 10. */
    static DataCube normalised(Graph graph) {
        UpdateExecution.dataset(DatasetFactory.wrap(DatasetGraphFactory.wrap(graph)))
                .update(UpdateFactory.create(ModelFiles.text(FOLDER.resolve("normalise.ru"))))
                .execute();
        return new DataCube(graph);
    }

    Graph graph() {
        return graph;
    }

    /**
     * What breaks a constraint, such as {@code ?observation = <…>}.
     *
     * @param constraint from 1 to 21
     */
    List<String> broken(int constraint) {
        String query = ModelFiles.text(FOLDER.resolve(String.format("ic-%02d.rq", constraint)));
        return switch (constraint) {
            case 20 -> ofHierarchies(query, "urn:parent-child", Optional::of);
            case 21 -> ofHierarchies(query, "urn:child-parent", this::inverse);
            default -> select(query);
        };
    }

    /** The last two are templates, for the properties by which hierarchical code lists lead from code to code. */
    private List<String> ofHierarchies(String template, String placeholder, Step step) {
        return graph.stream(Node.ANY, PARENT_CHILD, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .flatMap(property -> step.from(property).stream())
                .filter(Node::isURI)
                .flatMap(property -> select(template.replace(placeholder, property.getURI())).stream())
                .toList();
    }

    private Optional<Node> inverse(Node property) {
        return graph.stream(property, OWL2.inverseOf.asNode(), Node.ANY)
                .map(Triple::getObject)
                .findFirst();
    }

    private List<String> select(String query) {
        try (QueryExecution execution =
                QueryExecution.create(QueryFactory.create(query), ModelFactory.createModelForGraph(graph))) {
            List<String> rows = new ArrayList<>();
            execution.execSelect().forEachRemaining(row -> rows.add(row.toString()));
            return rows;
        }
    }

    /** From what a list names to the property that the template is about. */
    private interface Step {
        Optional<Node> from(Node property);
    }

    /** The numbers of the constraints. */
    static Stream<Integer> constraints() {
        return Stream.iterate(1, number -> number + 1).limit(21);
    }
}
