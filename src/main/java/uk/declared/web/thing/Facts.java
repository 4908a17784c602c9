package uk.declared.web.thing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * What a graph says about one thing.
 *
 * @param graph holds the statements
 * @param thing is their subject
 */
public record Facts(Graph graph, Node thing) {
    private static final String WELSH = "cy";

    /** The same graph about another thing. */
    Facts about(Node other) {
        return new Facts(graph, other);
    }

    /** The values of a property of the vocabulary. */
    List<Node> all(String property) {
        return values(Vocabulary.term(property));
    }

    Optional<Node> one(String property) {
        return all(property).stream().findFirst();
    }

    /** What the values of a property are themselves the subject of. */
    List<Facts> parts(String property) {
        return all(property).stream().map(this::about).toList();
    }

    /** The things that have this one as the value of a property. */
    List<Facts> partsBy(String property) {
        return graph.stream(Node.ANY, Vocabulary.term(property), thing)
                .map(triple -> about(triple.getSubject()))
                .sorted(Comparator.comparing(facts -> facts.thing.getURI()))
                .toList();
    }

    Optional<Facts> part(String property) {
        return one(property).map(this::about);
    }

    Optional<String> text(String property) {
        return one(property).map(Node::getLiteralLexicalForm);
    }

    Optional<Integer> integer(String property) {
        return text(property).map(Integer::valueOf);
    }

    Optional<BigDecimal> decimal(String property) {
        return text(property).map(BigDecimal::new);
    }

    Optional<Boolean> bool(String property) {
        return text(property).map(Boolean::valueOf);
    }

    Optional<LocalDate> date(String property) {
        return text(property).map(LocalDate::parse);
    }

    /** The values of a property of any vocabulary, in an order that does not change. */
    List<Node> values(Node property) {
        return graph.stream(thing, property, Node.ANY)
                .map(triple -> triple.getObject())
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    Optional<Node> value(Node property) {
        return values(property).stream().findFirst();
    }

    Optional<Instant> time(Node property) {
        return value(property)
                .map(node -> OffsetDateTime.parse(node.getLiteralLexicalForm()).toInstant());
    }

    /** What it is called, in English or no language if there is such a name; without a name, the last part of its URI. */
    String label() {
        List<Node> names = values(RDFS.Nodes.label);
        return names.stream()
                .filter(name -> !name.getLiteralLanguage().equals(WELSH))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(Node::getLiteralLexicalForm)
                .orElseGet(this::lastPart);
    }

    /** Its name in Welsh. */
    Optional<String> welshLabel() {
        return values(RDFS.Nodes.label).stream()
                .filter(name -> name.getLiteralLanguage().equals(WELSH))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    Optional<String> notation() {
        return value(SKOS.notation.asNode()).map(Node::getLiteralLexicalForm);
    }

    /** The last part of the URI, which for codes is their notation. */
    String lastPart() {
        return Uris.lastPart(thing);
    }
}
