package uk.declared.validation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.RejectedPapers;
import uk.declared.linkeddata.Vocabulary;

/** Reads one contest's figures from its graph. Values that are not of the expected form are taken for absent here. */
class ContestFigures {
    private final Graph graph;
    private final Node contest;

    ContestFigures(Graph graph, Node contest) {
        this.graph = graph;
        this.contest = contest;
    }

    Node contest() {
        return contest;
    }

    /** What was counted in each counting area, with figures of its own. */
    List<ContestFigures> parts() {
        return objects(contest, "partialResult").stream()
                .<ContestFigures>map(part -> new OfPart(graph, part, this))
                .toList();
    }

    /** The votes of a candidacy, as declared in all. */
    Optional<Integer> votes(Node candidacy) {
        return count(candidacy, "votes");
    }

    /** How many are elected: the seats, or else those who took one. */
    Optional<Integer> elects() {
        return seats().or(() -> count("seatsFilled"));
    }

    Optional<Integer> seats() {
        return count("seats");
    }

    /** The figures of a counting area: those who stand, and for how many seats, are the contest's. */
    private static final class OfPart extends ContestFigures {
        private final ContestFigures whole;

        private OfPart(Graph graph, Node part, ContestFigures whole) {
            super(graph, part);
            this.whole = whole;
        }

        @Override
        List<Node> candidacies() {
            return whole.candidacies();
        }

        @Override
        Optional<Integer> votes(Node candidacy) {
            return objects(contest(), "tally").stream()
                    .filter(tally -> object(tally, "tallyFor").equals(Optional.of(candidacy)))
                    .findFirst()
                    .flatMap(tally -> count(tally, "tallyVotes"));
        }

        @Override
        Optional<Integer> seats() {
            return whole.seats();
        }

        @Override
        Optional<Integer> elects() {
            return whole.elects();
        }
    }

    List<Node> candidacies() {
        return objects(contest, "candidacy");
    }

    Optional<Integer> count(String property) {
        return count(contest, property);
    }

    Optional<Integer> count(Node subject, String property) {
        return decimal(subject, property)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValue);
    }

    Optional<BigDecimal> decimal(String property) {
        return decimal(contest, property);
    }

    Optional<BigDecimal> decimal(Node subject, String property) {
        return object(subject, property)
                .filter(node -> node.isLiteral() && node.getLiteral().isWellFormed())
                .filter(node -> node.getLiteralValue() instanceof Number)
                .map(node -> new BigDecimal(node.getLiteralLexicalForm()));
    }

    /** Whether a property is true; empty where it is not stated. */
    Optional<Boolean> truth(Node subject, String property) {
        return object(subject, property)
                .filter(node -> node.isLiteral() && node.getLiteralValue() instanceof Boolean)
                .map(node -> (Boolean) node.getLiteralValue());
    }

    boolean is(String property, Node code) {
        return object(contest, property).filter(code::equals).isPresent();
    }

    /** What it is called. */
    Optional<String> label() {
        return literal(RDFS.Nodes.label);
    }

    /** The contest's identifier. */
    Optional<String> notation() {
        return literal(SKOS.notation.asNode());
    }

    private Optional<String> literal(Node property) {
        return graph.stream(contest, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /** A day of the contest's. */
    Optional<LocalDate> day(String property) {
        try {
            return text(contest, property).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<String> text(Node subject, String property) {
        return object(subject, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    /** What the source says and the contest's own graph does not: the name of its area, which areas have in a graph of theirs. */
    Optional<String> given(String property) {
        return literal(NodeFactory.createURI(CheckTriples.NAMESPACE + property));
    }

    List<Node> objects(Node subject, String property) {
        return graph.stream(subject, Vocabulary.term(property), Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    Optional<Node> object(Node subject, String property) {
        return graph.stream(subject, Vocabulary.term(property), Node.ANY)
                .map(Triple::getObject)
                .findFirst();
    }

    /** Whether the poll was called off or put off: whoever was nominated is then neither elected nor not elected. */
    boolean pollFellThrough() {
        return Stream.of("countermanded", "abandoned", "postponed", "cancelled")
                .anyMatch(status -> is("contestStatus", Vocabulary.code("contest-status", status)));
    }

    /** The papers rejected on each ground that has a figure. */
    List<Integer> rejectedByGround() {
        return RejectedPapers.byGround(graph, contest).stream()
                .map(each -> (int) each.papers())
                .toList();
    }

    /** The sum of the grounds, where each that the law knows has a figure. */
    Optional<Integer> rejectedOnAllGrounds() {
        OptionalLong sum = RejectedPapers.sum(graph, contest);
        return sum.isPresent() ? Optional.of((int) sum.getAsLong()) : Optional.empty();
    }

    /** All papers rejected: as declared, or the sum of the grounds. */
    Optional<Integer> rejected() {
        return count("rejectedBallotPapers").or(this::rejectedOnAllGrounds);
    }

    /** The votes of all candidates, absent unless every one has votes. */
    Optional<Integer> totalVotes() {
        List<Node> candidacies = candidacies();
        boolean complete = !candidacies.isEmpty()
                && candidacies.stream().allMatch(candidacy -> votes(candidacy).isPresent());
        return complete
                ? Optional.of(candidacies.stream()
                        .mapToInt(candidacy -> votes(candidacy).orElseThrow())
                        .sum())
                : Optional.empty();
    }
}
