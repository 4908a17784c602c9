package uk.declared.web.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.web.page.Languages;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.vocabulary.VocabularyView.Code;
import uk.declared.web.vocabulary.VocabularyView.CodeList;
import uk.declared.web.vocabulary.VocabularyView.Label;
import uk.declared.web.vocabulary.VocabularyView.Links;
import uk.declared.web.vocabulary.VocabularyView.Term;

/** Reads what the vocabulary says of one term, code or structure, in one language. */
final class TermReader {
    private static final String CUBE = "http://purl.org/linked-data/cube#";

    private final Vocabularies vocabularies;
    private final Wording wording;
    private final Graph graph;

    TermReader(Vocabularies vocabularies, Wording wording) {
        this.vocabularies = vocabularies;
        this.wording = wording;
        this.graph = vocabularies.graph();
    }

    Term term(Node term) {
        return new Term(
                TermPath.anchor(term),
                shortName(term),
                labels(term, RDFS.Nodes.label),
                text(term, SKOS.definition.asNode()),
                text(term, SKOS.scopeNote.asNode()),
                text(term, SKOS.example.asNode()),
                rows(term).flatMap(Optional::stream).toList(),
                objects(term, RDFS.Nodes.comment)
                        .map(Node::getLiteralLexicalForm)
                        .toList());
    }

    CodeList codeList(Node list) {
        List<Code> codes = graph.stream(Node.ANY, SKOS.inScheme.asNode(), list)
                .map(Triple::getSubject)
                .filter(TermPath::isOurs)
                .sorted(Comparator.comparing(Node::getURI))
                .map(this::code)
                .toList();
        String title = text(list, DCTerms.title.asNode()).orElseGet(() -> vocabularies.label(list, wording.locale()));
        return new CodeList(TermPath.anchor(list), title, text(list, DCTerms.description.asNode()), codes);
    }

    /** A link to a term's place on the page, or to where another's vocabulary has it. */
    NamedLink link(Node term) {
        String href = TermPath.isOurs(term) ? TermPath.PAGE + "#" + TermPath.anchor(term) : term.getURI();
        return new NamedLink(href, shortName(term));
    }

    Optional<String> text(Node term, Node property) {
        return vocabularies.text(term, property, wording.locale());
    }

    /** The values of a property, in an order that does not change. */
    Stream<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString));
    }

    private Stream<Optional<Links>> rows(Node term) {
        return Stream.of(
                links("vocabulary.broader", term, RDFS.Nodes.subClassOf),
                links("vocabulary.broader", term, RDFS.Nodes.subPropertyOf),
                links("vocabulary.domain", term, RDFS.Nodes.domain),
                links("vocabulary.range", term, RDFS.Nodes.range),
                links("vocabulary.inverse", term, OWL.inverseOf.asNode()),
                links("vocabulary.code-list", term, cube("codeList")),
                links("vocabulary.dimension", term, cube("dimension")),
                links("vocabulary.measure", term, cube("measure")),
                links("vocabulary.attribute", term, cube("attribute")),
                links("vocabulary.component", term, cube("component")),
                links("vocabulary.component", term, cube("componentProperty")),
                links("vocabulary.close-match", term, SKOS.closeMatch.asNode()),
                links("vocabulary.narrow-match", term, SKOS.narrowMatch.asNode()),
                links("vocabulary.related-match", term, SKOS.relatedMatch.asNode()));
    }

    private Optional<Links> links(String nameKey, Node term, Node property) {
        List<NamedLink> links =
                objects(term, property).filter(Node::isURI).map(this::link).toList();
        return links.isEmpty() ? Optional.empty() : Optional.of(new Links(wording.text(nameKey), links));
    }

    private Code code(Node code) {
        return new Code(
                TermPath.anchor(code),
                objects(code, SKOS.notation.asNode())
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElseGet(() -> code.getURI().replaceFirst(".*/", "")),
                labels(code, SKOS.prefLabel.asNode()),
                text(code, SKOS.definition.asNode()),
                objects(code, SKOS.broader.asNode())
                        .map(broader ->
                                new NamedLink(link(broader).href(), vocabularies.label(broader, wording.locale())))
                        .toList(),
                objects(code, DCTerms.bibliographicCitation.asNode())
                        .map(Node::getLiteralLexicalForm)
                        .toList(),
                objects(code, DCTerms.source.asNode())
                        .filter(Node::isURI)
                        .map(source -> new NamedLink(source.getURI(), source.getURI()))
                        .toList());
    }

    /** The name in the reader's language first, then in the others. */
    private List<Label> labels(Node term, Node property) {
        return Languages.ALL.stream()
                .sorted(Comparator.comparing(language -> !language.equals(wording.locale())))
                .flatMap(language -> objects(term, property)
                        .filter(label ->
                                label.isLiteral() && label.getLiteralLanguage().equals(language.getLanguage()))
                        .map(label -> new Label(label.getLiteralLexicalForm(), language.getLanguage())))
                .toList();
    }

    private static String shortName(Node term) {
        return RdfWriter.PREFIXES.entrySet().stream()
                .filter(prefix -> term.getURI().startsWith(prefix.getValue()))
                .max(Comparator.comparing(prefix -> prefix.getValue().length()))
                .map(prefix -> prefix.getKey() + ":"
                        + term.getURI().substring(prefix.getValue().length()))
                .orElse(term.getURI());
    }

    private static Node cube(String name) {
        return NodeFactory.createURI(CUBE + name);
    }
}
