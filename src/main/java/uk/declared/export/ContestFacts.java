package uk.declared.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.RejectionGround;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Vocabulary;

/**
 * What the store says of one contest, and of what it leads to.
 *
 * @param contest its URI
 * @param graph holds the statements
 */
record ContestFacts(Node contest, Graph graph) {
    /** The values of a property, in an order that does not change. */
    List<Node> all(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject())
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    Optional<Node> one(Node subject, Node property) {
        return all(subject, property).stream().findFirst();
    }

    /** What a property of the vocabulary says: a literal's text, or the last part of a URI, which for codes is their notation. */
    Optional<String> text(Node subject, String property) {
        return one(subject, Vocabulary.term(property)).map(ContestFacts::text);
    }

    /** What a property of another vocabulary says, letter for letter. */
    Optional<String> external(Node subject, String property) {
        return one(subject, NodeFactory.createURI(property))
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
    }

    /** Whether a property of the contest has this code. */
    boolean is(String property, String notation) {
        return text(contest, property).equals(Optional.of(notation));
    }

    /** A name: in English or no language where there is one. */
    Optional<String> label(Node thing) {
        List<Node> names = all(thing, RDFS.Nodes.label);
        return names.stream()
                .filter(name -> !name.getLiteralLanguage().equals("cy"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(Node::getLiteralLexicalForm);
    }

    Optional<Node> area() {
        return one(contest, Vocabulary.term("electoralArea"));
    }

    Optional<Node> election() {
        return one(contest, Vocabulary.term("election"));
    }

    Optional<Node> body() {
        return election().flatMap(election -> one(election, Vocabulary.term("electedBody")));
    }

    /** The URI that others know a body by: the one that it is said to be the same as, or else that of the area it governs. */
    Optional<String> officialUri(Node body) {
        return one(body, SKOS.exactMatch.asNode())
                .map(Node::getURI)
                .or(() -> text(body, "governs").map(Links::statisticalGeography));
    }

    /** The latest declaration of the contest. */
    Optional<Node> declaration() {
        return graph.stream(Node.ANY, Vocabulary.term("declarationOf"), contest)
                .map(triple -> triple.getSubject())
                .max(Comparator.comparingInt((Node declaration) -> text(declaration, "version")
                                .map(Integer::valueOf)
                                .orElse(0))
                        .thenComparing(Node::getURI));
    }

    /**
     * How many papers were rejected on a ground.
     *
     * @param of the contest, or what was counted in one of its counting areas
     */
    Optional<String> rejected(Node of, RejectionGround ground) {
        return all(of, Vocabulary.term("rejection")).stream()
                .filter(rejection -> text(rejection, "ground").equals(Optional.of(ground.notation())))
                .findFirst()
                .flatMap(rejection -> text(rejection, "ballotPapers"));
    }

    /** A stage of the count, counted from 1. */
    Optional<Node> stage(int number) {
        return all(contest, Vocabulary.term("countStage")).stream()
                .filter(stage -> text(stage, "stageNumber").equals(Optional.of(Integer.toString(number))))
                .findFirst();
    }

    /** What a candidacy has at a stage, or in a counting area. */
    Optional<Node> tally(Node of, Node candidacy) {
        return all(of, Vocabulary.term("tally")).stream()
                .filter(tally -> graph.contains(tally, Vocabulary.term("tallyFor"), candidacy))
                .findFirst();
    }

    /**
     * The candidacies by surname, as on a ballot paper. Namesakes stand together, in the order that their keys number them in:
     * who reads the table numbers them again.
     */
    List<Node> candidacies() {
        List<Node> all = all(contest, Vocabulary.term("candidacy"));
        Map<String, String> surnames = new HashMap<>();
        all.forEach(candidacy -> surnames.merge(
                stem(candidacy), surname(candidacy), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        List<Node> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing((Node candidacy) -> surnames.getOrDefault(stem(candidacy), ""))
                .thenComparing(this::stem)
                .thenComparingInt(this::number)
                .thenComparing((Node candidacy) -> candidacy.toString()));
        return sorted;
    }

    private String surname(Node candidacy) {
        String printed = text(candidacy, "nameOnBallotPaper").orElse("");
        return Slug.of(text(candidacy, "commonlyUsedFamilyName")
                .or(() -> text(candidacy, "familyName"))
                .orElseGet(() -> printed.substring(printed.lastIndexOf(' ') + 1)));
    }

    /** The name as keys have it, without a number. */
    private String stem(Node candidacy) {
        String slug = Slug.of(text(candidacy, "nameOnBallotPaper").orElse(""));
        return slug.isEmpty() ? "candidate" : slug;
    }

    private int number(Node candidacy) {
        String key = lastPart(candidacy);
        String start = stem(candidacy) + "-";
        String number = key.startsWith(start) ? key.substring(start.length()) : "";
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 1;
    }

    static String lastPart(Node node) {
        String uri = node.toString();
        return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1);
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : lastPart(node);
    }
}
