package uk.declared.web.thing;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import uk.declared.web.thing.ThingDescriptions.Description;

/** The licence that a declaration names. */
final class Licence {
    private Licence() {}

    /** The licence's URI; absent where no declaration of the description names one. */
    static Optional<String> of(Description description) {
        return description.graph().stream(Node.ANY, DCTerms.license.asNode(), Node.ANY)
                .map(triple -> triple.getObject())
                .filter(Node::isURI)
                .map(Node::getURI)
                .min(Comparator.naturalOrder());
    }
}
