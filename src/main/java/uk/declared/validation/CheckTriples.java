package uk.declared.validation;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import uk.declared.linkeddata.Vocabulary;

/**
 * Works out, before the shapes run, the totals and comparisons that core constraints then look at, so that no shape needs
 * a query. They are never published. A family of rules has a class of its own that adds its triples here.
 */
final class CheckTriples {
    static final String NAMESPACE = "https://w3id.org/local-elections/check#";

    private final List<Triple> triples = new ArrayList<>();

    private CheckTriples() {}

    /**
     * The triples for every contest in a graph.
     *
     * @param around what the contests are compared with beside themselves
     */
    static List<Triple> of(Graph graph, Surroundings around) {
        AreaChecks areas = new AreaChecks(around.reference().geography());
        PartyChecks parties = new PartyChecks(around.reference().parties());
        CheckTriples check = new CheckTriples();
        graph.stream(Node.ANY, RDF.Nodes.type, Vocabulary.term("Contest"))
                .map(Triple::getSubject)
                .forEach(contest -> {
                    ContestFigures view = new ContestFigures(graph, contest);
                    IdentityChecks.add(view, check);
                    areas.add(view, check);
                    CandidateChecks.add(view, check);
                    parties.add(view, check);
                    WinnerChecks.add(view, check);
                    AccountChecks.add(view, check);
                    CountStageChecks.add(view, check);
                    PlausibilityChecks.add(view, around.earlier(), check);
                });
        return check.triples;
    }

    /** What a source calls the area of a contest, for the rules to compare with its code. */
    static Triple areaName(Node contest, String name) {
        return Triple.create(
                contest, NodeFactory.createURI(NAMESPACE + "areaNameGiven"), literal(name, XSDDatatype.XSDstring));
    }

    void add(Node subject, String property, long value) {
        add(subject, property, literal(Long.toString(value), XSDDatatype.XSDinteger));
    }

    void add(Node subject, String property, String value) {
        add(subject, property, literal(value, XSDDatatype.XSDstring));
    }

    void add(Node subject, String property, Node object) {
        triples.add(Triple.create(subject, NodeFactory.createURI(NAMESPACE + property), object));
    }

    private static Node literal(String lexical, XSDDatatype type) {
        return NodeFactory.createLiteralDT(lexical, type);
    }
}
