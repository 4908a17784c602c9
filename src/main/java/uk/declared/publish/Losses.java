package uk.declared.publish;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.ContestChange;
import uk.declared.linkeddata.ContestChanges;
import uk.declared.linkeddata.Vocabulary;

/**
 * What one version of a contest has that the next would not have: figures (votes, papers, seats, who was elected), and what
 * identifies (persons, parties, the statistical area). What the next says otherwise is a correction and no loss; nor is a
 * candidate who goes before there are votes, nor when the result was expected, of which nothing is left to say once it is there.
 */
final class Losses {
    private static final Set<Node> IDENTIFIERS =
            Set.of(Vocabulary.term("candidate"), Vocabulary.term("party"), Vocabulary.term("statisticalGeography"));
    private static final Node CANDIDACY = Vocabulary.term("candidacy");
    private static final Node EXPECTED = Vocabulary.term("expectedDeclarationTime");
    private static final Node VOTES = Vocabulary.term("votes");

    private Losses() {}

    static List<ContestChange> between(Collection<Triple> earlier, Collection<Triple> later, Node contest) {
        boolean counted =
                earlier.stream().anyMatch(triple -> triple.getPredicate().equals(VOTES));
        return ContestChanges.between(earlier, later, contest).stream()
                .filter(change -> change.from().isPresent() && change.to().isEmpty())
                .filter(change -> !change.property().equals(EXPECTED))
                .filter(change -> change.property().equals(CANDIDACY)
                        ? counted
                        : IDENTIFIERS.contains(change.property())
                                || isFigure(change.from().get()))
                .toList();
    }

    private static boolean isFigure(Node value) {
        return value.isLiteral() && !isText(value);
    }

    private static boolean isText(Node value) {
        return value.getLiteralDatatype().equals(XSDDatatype.XSDstring)
                || !value.getLiteralLanguage().isEmpty();
    }
}
