package uk.declared.web.thing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import uk.declared.web.thing.ThingDescriptions.Description;

/** When a description last changed: when the latest declaration that it holds was accepted. */
final class Modified {
    static final Node GENERATED_AT = NodeFactory.createURI("http://www.w3.org/ns/prov#generatedAtTime");

    private Modified() {}

    /** Absent where it holds no declaration, since then nothing says when. */
    static Optional<Instant> of(Description description) {
        return description.graph().stream(Node.ANY, GENERATED_AT, Node.ANY)
                .map(triple -> OffsetDateTime.parse(triple.getObject().getLiteralLexicalForm())
                        .toInstant())
                .max(Comparator.naturalOrder());
    }
}
