package uk.declared.web.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.page.Languages;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.vocabulary.VocabularyView.Code;
import uk.declared.web.vocabulary.VocabularyView.CodeList;
import uk.declared.web.vocabulary.VocabularyView.Label;
import uk.declared.web.vocabulary.VocabularyView.Links;
import uk.declared.web.vocabulary.VocabularyView.Term;

/** Reads the vocabulary's page from its own statements, so that what is added to its files is shown by itself. */
final class VocabularyReader {
    private static final Node ONTOLOGY = NodeFactory.createURI(TermPath.DOCUMENT);

    private final Vocabularies vocabularies;
    private final Wording wording;
    private final Graph graph;

    VocabularyReader(Vocabularies vocabularies, Wording wording) {
        this.vocabularies = vocabularies;
        this.wording = wording;
        this.graph = vocabularies.graph();
    }

    VocabularyView read() {
        return new VocabularyView(
                text(ONTOLOGY, DCTerms.title.asNode()).orElse(TermPath.DOCUMENT),
                text(ONTOLOGY, DCTerms.description.asNode()),
                text(ONTOLOGY, OWL.versionInfo.asNode()),
                Vocabulary.NAMESPACE,
                objects(ONTOLOGY, DCTerms.license.asNode())
                        .filter(Node::isURI)
                        .findFirst()
                        .map(licence -> new NamedLink(licence.getURI(), licence.getURI())),
                terms(VocabularyReader::isClass),
                terms(VocabularyReader::isProperty),
                terms(type -> !isClass(type) && !isProperty(type)),
                codeLists());
    }

    private List<Term> terms(Predicate<Node> ofType) {
        return graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .filter(triple -> isTerm(triple.getSubject()) && ofType.test(triple.getObject()))
                .map(triple -> triple.getSubject())
                .distinct()
                .sorted(Comparator.comparing(term -> term.getURI().toLowerCase(Locale.ROOT)))
                .map(this::term)
                .toList();
    }

    private Term term(Node term) {
        return new Term(
                TermPath.anchor(term),
                shortName(term),
                labels(term, RDFS.Nodes.label),
                text(term, SKOS.definition.asNode()),
                text(term, SKOS.scopeNote.asNode()),
                text(term, SKOS.example.asNode()),
                Stream.of(
                                links("vocabulary.broader", term, RDFS.Nodes.subClassOf),
                                links("vocabulary.broader", term, RDFS.Nodes.subPropertyOf),
                                links("vocabulary.domain", term, RDFS.Nodes.domain),
                                links("vocabulary.range", term, RDFS.Nodes.range),
                                links("vocabulary.inverse", term, OWL.inverseOf.asNode()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Links> links(String nameKey, Node term, Node property) {
        List<NamedLink> links =
                objects(term, property).filter(Node::isURI).map(this::link).toList();
        return links.isEmpty() ? Optional.empty() : Optional.of(new Links(wording.text(nameKey), links));
    }

    private List<CodeList> codeLists() {
        return graph.stream(Node.ANY, RDF.Nodes.type, SKOS.ConceptScheme.asNode())
                .map(triple -> triple.getSubject())
                .filter(TermPath::isOurs)
                .sorted(Comparator.comparing(Node::getURI))
                .map(this::codeList)
                .toList();
    }

    private CodeList codeList(Node list) {
        List<Code> codes = graph.stream(Node.ANY, SKOS.inScheme.asNode(), list)
                .map(triple -> triple.getSubject())
                .filter(TermPath::isOurs)
                .sorted(Comparator.comparing(Node::getURI))
                .map(this::code)
                .toList();
        String title = text(list, DCTerms.title.asNode()).orElseGet(() -> vocabularies.label(list, wording.locale()));
        return new CodeList(TermPath.anchor(list), title, text(list, DCTerms.description.asNode()), codes);
    }

    private Code code(Node code) {
        return new Code(
                TermPath.anchor(code),
                code.getURI().replaceFirst(".*/", ""),
                labels(code, SKOS.prefLabel.asNode()),
                text(code, SKOS.definition.asNode()),
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

    private NamedLink link(Node term) {
        String href = TermPath.isOurs(term) ? TermPath.PAGE + "#" + TermPath.anchor(term) : term.getURI();
        return new NamedLink(href, shortName(term));
    }

    private Stream<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject())
                .sorted(Comparator.comparing(Node::toString));
    }

    private Optional<String> text(Node term, Node property) {
        return vocabularies.text(term, property, wording.locale());
    }

    private static String shortName(Node term) {
        return RdfWriter.PREFIXES.entrySet().stream()
                .filter(prefix -> term.getURI().startsWith(prefix.getValue()))
                .max(Comparator.comparing(prefix -> prefix.getValue().length()))
                .map(prefix -> prefix.getKey() + ":"
                        + term.getURI().substring(prefix.getValue().length()))
                .orElse(term.getURI());
    }

    private static boolean isTerm(Node node) {
        return node.isURI() && node.getURI().startsWith(Vocabulary.NAMESPACE);
    }

    private static boolean isClass(Node type) {
        return type.equals(OWL.Class.asNode()) || type.equals(RDFS.Class.asNode());
    }

    private static boolean isProperty(Node type) {
        return type.isURI() && type.getURI().endsWith("Property");
    }
}
