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
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.RejectedPapers;
import uk.declared.linkeddata.Vocabulary;

/** Reads one contest's figures from its graph. Values that are not of the expected form are taken for absent here. */
final class ContestFigures {
    private final Graph graph;
    private final Node contest;

    ContestFigures(Graph graph, Node contest) {
        this.graph = graph;
        this.contest = contest;
    }

    Node contest() {
        return contest;
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

    /** The contest's identifier. */
    Optional<String> notation() {
        return graph.stream(contest, SKOS.notation.asNode(), Node.ANY)
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
        return graph.stream(contest, NodeFactory.createURI(CheckTriples.NAMESPACE + property), Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
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
                && candidacies.stream()
                        .allMatch(candidacy -> count(candidacy, "votes").isPresent());
        return complete
                ? Optional.of(candidacies.stream()
                        .mapToInt(candidacy -> count(candidacy, "votes").orElseThrow())
                        .sum())
                : Optional.empty();
    }
}
