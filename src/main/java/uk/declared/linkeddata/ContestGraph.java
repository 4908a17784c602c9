package uk.declared.linkeddata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import uk.declared.election.BallotId;
import uk.declared.election.RejectionGround;

/**
 * The RDF of one contest.
 *
 * @param id the contest's identifier
 * @param contest the contest's URI
 * @param result what goes into the contest's own graph: statements about the contest, its candidacies and rejections
 * @param shared descriptions of what contests share, by data set: {@code areas}, {@code councils}, {@code elections},
 *     {@code parties}
 * @param candidacies the place of every candidacy in the source's order, by its URI
 * @param rejections the ground of every rejection, by its URI
 * @param stages the number of every stage of the count, by its URI
 * @param tallies whose tally at which stage every tally is, by its URI
 * @param parts the place of every counting area in the source's order, by the URI of what was counted there
 */
public record ContestGraph(
        BallotId id,
        Node contest,
        List<Triple> result,
        Map<String, List<Triple>> shared,
        Map<Node, Integer> candidacies,
        Map<Node, RejectionGround> rejections,
        Map<Node, Integer> stages,
        Map<Node, TallyOf> tallies,
        Map<Node, Integer> parts) {
    /** One candidacy, counted from 0 in the source's order, at one stage, counted from 1. */
    public record TallyOf(int stage, int candidacy) {}

    /** What the contest is called in English. */
    public Optional<String> name() {
        return result.stream()
                .filter(triple -> triple.getSubject().equals(contest))
                .filter(triple -> triple.getPredicate().equals(RDFS.label.asNode()))
                .map(Triple::getObject)
                .filter(label -> !label.getLiteralLanguage().equals("cy"))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /** The URI of the contest's electoral area. */
    public Node electoralArea() {
        return result.stream()
                .filter(triple -> triple.predicateMatches(Vocabulary.term("electoralArea")))
                .findFirst()
                .orElseThrow()
                .getObject();
    }
}
