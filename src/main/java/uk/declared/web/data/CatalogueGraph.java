package uk.declared.web.data;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.springframework.stereotype.Component;

/** What the catalogue and VoID say, made once for each state of the store and of its dumps. */
@Component
final class CatalogueGraph {
    private static final Node DATASET = DCAT.dataset.asNode();

    private final Published published;
    private final PublishedLinks links;
    private final Catalogue catalogue;
    private final VoidDescription voidDescription;
    private final DumpFiles files;
    private String version = "";
    private Graph graph = GraphFactory.createDefaultGraph();

    CatalogueGraph(
            Published published,
            PublishedLinks links,
            Catalogue catalogue,
            VoidDescription voidDescription,
            DumpFiles files) {
        this.files = files;
        this.published = published;
        this.links = links;
        this.catalogue = catalogue;
        this.voidDescription = voidDescription;
    }

    /** What is said of a thing, and what its parts and values are called; absent where nothing is. */
    Optional<Graph> about(Node thing) {
        Graph all = whole();
        if (!all.contains(thing, Node.ANY, Node.ANY)) {
            return Optional.empty();
        }
        Graph about = GraphFactory.createDefaultGraph();
        all.stream(thing, Node.ANY, Node.ANY).forEach(triple -> {
            about.add(triple);
            if (triple.getObject().isURI() && !all.contains(triple.getObject(), DATASET, Node.ANY)) {
                all.stream(triple.getObject(), Node.ANY, Node.ANY).forEach(about::add);
            }
        });
        return Optional.of(about);
    }

    private synchronized Graph whole() {
        String current = published.now().version() + " " + links.now().version() + " " + files.made();
        if (!current.equals(version)) {
            Graph made = catalogue.dcat();
            voidDescription.graph().stream().forEach(made::add);
            graph = made;
            version = current;
        }
        return graph;
    }
}
