package uk.declared.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;

/**
 * What the kinds of areas are called, by the three characters that their codes begin with, in the words of ONS's own linked
 * data: an area's {@code statistical-entity#code} is the URI of its kind. The shipped table names the kinds that elections
 * are held in or that lie above them; ONS's Register of Geographic Codes names the others.
 */
final class AreaKinds {
    private static final String FILE = "/declared/area-kinds.csv";
    private static final String ENTITY = "http://statistics.data.gov.uk/id/statistical-entity/";
    private static final Node KIND = NodeFactory.createURI("http://statistics.data.gov.uk/def/statistical-entity#code");
    private static final Map<String, Kind> KINDS = read();

    private AreaKinds() {}

    /** A kind's names. */
    private record Kind(String english, String welsh) {}

    /** The property that leads from an area to its kind. */
    static Node property() {
        return KIND;
    }

    /** The URI of a kind. */
    static Node node(String entity) {
        return NodeFactory.createURI(ENTITY + entity);
    }

    /** Names the kinds that the shipped table knows. */
    static List<Triple> describe(Collection<String> entities) {
        Triples triples = new Triples();
        for (String entity : entities) {
            Optional.ofNullable(KINDS.get(entity))
                    .ifPresent(kind -> triples.about(node(entity))
                            .a(SKOS.Concept.asNode())
                            .add(SKOS.notation.asNode(), Literals.text(entity))
                            .label(Literals.english(kind.english()))
                            .label(NodeFactory.createLiteralLang(kind.welsh(), "cy")));
        }
        return triples.list();
    }

    private static Map<String, Kind> read() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Shipped.rows(AreaKinds.class, FILE)
                .forEach(row ->
                        kinds.put(row.getField("entity"), new Kind(row.getField("english"), row.getField("welsh"))));
        return Map.copyOf(kinds);
    }
}
