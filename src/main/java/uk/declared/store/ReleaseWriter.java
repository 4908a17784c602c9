package uk.declared.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Puts a release of reference data into the store:
 *
 * <ol>
 *   <li>things that only a release which goes has a name for get that name in the graphs beneath,
 *   <li>the releases that go are removed,
 *   <li>the release is written, without names for what a graph above it names,
 *   <li>names in the graphs beneath for what the release names become further names, or go where they are the same.
 * </ol>
 */
final class ReleaseWriter {
    private static final Node LABEL = RDFS.Nodes.label;
    private static final Node FURTHER_NAME = SKOS.altLabel.asNode();

    private ReleaseWriter() {}

    static void write(StoreChange.Release release, DatasetGraph dataset) {
        List<String> going = new ArrayList<>(release.superseded());
        going.add(release.graph());
        List<Graph> beneath = graphs(release.beneath(), dataset);
        beneath.forEach(graph -> keepNames(graph, graphs(going, dataset)));
        going.forEach(name -> dataset.removeGraph(NodeFactory.createURI(name)));
        Graph written = dataset.getGraph(NodeFactory.createURI(release.graph()));
        List<Graph> above = graphs(release.above(), dataset);
        release.triples().forEach(triple -> {
            if (!triple.predicateMatches(LABEL) || above.stream().noneMatch(graph -> names(graph, triple))) {
                written.add(triple);
            }
        });
        beneath.forEach(graph -> giveWay(graph, written));
    }

    private static void keepNames(Graph beneath, List<Graph> going) {
        List<Node> things = beneath.stream()
                .map(Triple::getSubject)
                .distinct()
                .filter(thing -> !beneath.contains(thing, LABEL, Node.ANY))
                .toList();
        for (Node thing : things) {
            going.stream()
                    .flatMap(graph -> graph.stream(thing, LABEL, Node.ANY).toList().stream())
                    .forEach(beneath::add);
        }
    }

    private static void giveWay(Graph beneath, Graph written) {
        List<Triple> labels = beneath.stream(Node.ANY, LABEL, Node.ANY)
                .filter(label -> names(written, label))
                .toList();
        for (Triple label : labels) {
            beneath.delete(label);
            boolean same = Stream.of(LABEL, FURTHER_NAME)
                    .flatMap(property -> written.stream(label.getSubject(), property, Node.ANY))
                    .anyMatch(name -> StoreWriter.saysTheSame(name.getObject(), label.getObject()));
            if (!same) {
                beneath.add(Triple.create(label.getSubject(), FURTHER_NAME, label.getObject()));
            }
        }
    }

    private static boolean names(Graph graph, Triple label) {
        return graph.contains(label.getSubject(), LABEL, Node.ANY);
    }

    private static List<Graph> graphs(Collection<String> names, DatasetGraph dataset) {
        return names.stream()
                .map(name -> dataset.getGraph(NodeFactory.createURI(name)))
                .toList();
    }
}
