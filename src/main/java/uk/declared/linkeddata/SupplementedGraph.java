package uk.declared.linkeddata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotAccount;
import uk.declared.election.RejectionGround;
import uk.declared.format.Column;

/**
 * The graph of a contest that was declared before, with figures that were said later. Candidates, votes and winners stay
 * as they were declared; the account of ballot papers becomes fuller, and turnout is worked out from it anew.
 */
public final class SupplementedGraph {
    private static final String REJECTION = "rejection";
    private static final Set<Node> ACCOUNT = accountProperties();

    private SupplementedGraph() {}

    /** The account of ballot papers that the graph of a contest states. */
    public static BallotAccount account(List<Triple> graph, Node contest) {
        Map<RejectionGround, Integer> rejected = new EnumMap<>(RejectionGround.class);
        Set<Node> rejections = rejections(graph, contest);
        for (RejectionGround ground : RejectionGround.values()) {
            graph.stream()
                    .filter(triple -> rejections.contains(triple.getSubject()))
                    .filter(triple -> triple.predicateMatches(Vocabulary.term("ground"))
                            && triple.objectMatches(Vocabulary.code("rejection-ground", ground.notation())))
                    .findFirst()
                    .flatMap(triple -> value(graph, triple.getSubject(), "ballotPapers"))
                    .ifPresent(papers -> rejected.put(ground, Integer.valueOf(papers)));
        }
        Map<String, Integer> further = new LinkedHashMap<>();
        for (Column figure : Column.figures()) {
            value(graph, contest, figure.property())
                    .ifPresent(number -> further.put(figure.property(), Integer.valueOf(number)));
        }
        return new BallotAccount(
                count(graph, contest, "electorate"),
                count(graph, contest, "ballotPapersCast"),
                count(graph, contest, "validBallotPapers"),
                count(graph, contest, "rejectedBallotPapers"),
                rejected,
                count(graph, contest, "rejectedInPart"),
                count(graph, contest, "postalBallotPapers"),
                value(graph, contest, "turnoutPercentage").map(BigDecimal::new),
                further);
    }

    /**
     * The graph of the whole.
     *
     * @param earlier the contest's graph as it is published, whatever it says of its declaration left out
     * @param account the graph of the contest with the fuller account and without candidates
     */
    public static ContestGraph of(List<Triple> earlier, ContestGraph account) {
        Node contest = account.contest();
        List<Triple> result = new ArrayList<>(earlier);
        result.removeAll(statements(earlier, contest));
        result.removeIf(triple -> triple.predicateMatches(Vocabulary.term("declaration")));
        result.addAll(statements(account.result(), contest));
        return new ContestGraph(
                account.id(),
                contest,
                result,
                account.shared(),
                Map.of(),
                account.rejections(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** What a graph says of the account: of the contest, and of the papers rejected on each ground. */
    private static List<Triple> statements(List<Triple> graph, Node contest) {
        Set<Node> rejections = rejections(graph, contest);
        return graph.stream()
                .filter(triple -> rejections.contains(triple.getSubject())
                        || (triple.subjectMatches(contest) && ACCOUNT.contains(triple.getPredicate())))
                .toList();
    }

    /** The contest's own; those of a second count, and of its counting areas, are other papers or a part of them. */
    private static Set<Node> rejections(List<Triple> graph, Node contest) {
        return graph.stream()
                .filter(triple -> triple.subjectMatches(contest) && triple.predicateMatches(Vocabulary.term(REJECTION)))
                .map(Triple::getObject)
                .collect(Collectors.toSet());
    }

    private static OptionalInt count(List<Triple> graph, Node contest, String property) {
        return value(graph, contest, property)
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    private static Optional<String> value(List<Triple> graph, Node subject, String property) {
        return graph.stream()
                .filter(triple -> triple.subjectMatches(subject) && triple.predicateMatches(Vocabulary.term(property)))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }

    private static Set<Node> accountProperties() {
        Set<Node> properties = new HashSet<>();
        List.of(
                        "electorate",
                        "ballotPapersCast",
                        "validBallotPapers",
                        "rejectedBallotPapers",
                        "rejectedInPart",
                        "postalBallotPapers",
                        "turnoutPercentage",
                        "turnout",
                        "validTurnout",
                        REJECTION)
                .forEach(name -> properties.add(Vocabulary.term(name)));
        for (Column figure : Column.figures()) {
            properties.add(Vocabulary.term(figure.property()));
        }
        return Set.copyOf(properties);
    }
}
