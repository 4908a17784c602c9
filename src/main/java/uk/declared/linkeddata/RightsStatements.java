package uk.declared.linkeddata;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import uk.declared.election.Rights;

/**
 * Says in RDF under which licence something may be used: {@code dct:license} and {@code cc:attributionName}, and where no
 * licence is known, that nobody has looked into it ({@code dct:rights} with RightsStatements.org's “Copyright Not
 * Evaluated”), so that silence is told from a licence that was never asked for.
 */
public final class RightsStatements {
    /** No licence is known. */
    public static final Node NOT_EVALUATED = NodeFactory.createURI("http://rightsstatements.org/vocab/CNE/1.0/");

    private static final Node LICENCE = DCTerms.license.asNode();
    private static final Node RIGHTS = DCTerms.rights.asNode();
    private static final Node ATTRIBUTION = NodeFactory.createURI("http://creativecommons.org/ns#attributionName");

    private RightsStatements() {}

    /** Adds what the rights say to what is said about a thing. */
    public static void describe(Rights rights, Triples.Describing thing) {
        rights.licence()
                .ifPresentOrElse(
                        licence -> thing.add(LICENCE, NodeFactory.createURI(licence.toString())),
                        () -> thing.add(RIGHTS, NOT_EVALUATED));
        rights.attribution().ifPresent(name -> thing.add(ATTRIBUTION, Literals.text(name)));
    }

    /** The rights that statements about one thing hold; absent where they are silent. */
    public static Optional<Rights> read(Collection<Triple> statements) {
        Optional<URI> licence = object(statements, LICENCE).map(node -> URI.create(node.getURI()));
        Optional<String> attribution = object(statements, ATTRIBUTION).map(Node::getLiteralLexicalForm);
        boolean said = licence.isPresent() || object(statements, RIGHTS).isPresent();
        return said ? Optional.of(new Rights(licence, attribution)) : Optional.empty();
    }

    private static Optional<Node> object(Collection<Triple> statements, Node property) {
        return statements.stream()
                .filter(triple -> triple.predicateMatches(property))
                .map(Triple::getObject)
                .findFirst();
    }
}
