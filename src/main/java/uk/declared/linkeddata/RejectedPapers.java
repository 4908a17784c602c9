package uk.declared.linkeddata;

import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.RejectionGround;

/** Adds up the papers that a contest's graph says were rejected. */
public final class RejectedPapers {
    private static final String GROUNDS =
            Vocabulary.code("rejection-ground", "").getURI();

    private RejectedPapers() {}

    /** The papers rejected on one ground, given by its notation. */
    public record OnGround(String ground, long papers) {}

    /** The figures of a contest, those that are part of another left out. */
    public static List<OnGround> byGround(Graph graph, Node contest) {
        List<OnGround> all = graph.stream(contest, Vocabulary.term("rejection"), Node.ANY)
                .map(Triple::getObject)
                .flatMap(rejection -> graph.stream(rejection, Vocabulary.term("ballotPapers"), Node.ANY)
                        .map(Triple::getObject)
                        .filter(RejectedPapers::isCount)
                        .map(papers ->
                                new OnGround(ground(graph, rejection), Long.parseLong(papers.getLiteralLexicalForm()))))
                .toList();
        List<String> grounds = all.stream().map(OnGround::ground).toList();
        return all.stream()
                .filter(each -> !RejectionGround.isPartOf(each.ground(), grounds))
                .toList();
    }

    /** The sum of the grounds, where there is a figure for each that the law knows. */
    public static OptionalLong sum(Graph graph, Node contest) {
        List<OnGround> grounds = byGround(graph, contest);
        return RejectionGround.areAll(grounds.stream().map(OnGround::ground).toList())
                ? OptionalLong.of(grounds.stream().mapToLong(OnGround::papers).sum())
                : OptionalLong.empty();
    }

    private static String ground(Graph graph, Node rejection) {
        return graph.stream(rejection, Vocabulary.term("ground"), Node.ANY)
                .map(Triple::getObject)
                .filter(node -> node.isURI() && node.getURI().startsWith(GROUNDS))
                .map(node -> node.getURI().substring(GROUNDS.length()))
                .findFirst()
                .orElse("");
    }

    private static boolean isCount(Node papers) {
        return papers.isLiteral() && papers.getLiteralLexicalForm().matches("\\d{1,18}");
    }
}
