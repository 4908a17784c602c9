package uk.declared.web.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.vocabulary.VocabularyView.Branch;
import uk.declared.web.vocabulary.VocabularyView.Group;
import uk.declared.web.vocabulary.VocabularyView.Term;
import uk.declared.web.vocabulary.VocabularyView.VocabularyFile;

/** Reads the vocabulary's page from its own statements, so that what is added to its files is shown by itself. */
final class VocabularyReader {
    private static final Node ONTOLOGY = NodeFactory.createURI(TermPath.DOCUMENT);
    private static final String STRUCTURES = TermPath.DOCUMENT + "/structure/";

    private final Vocabularies vocabularies;
    private final Wording wording;
    private final Graph graph;
    private final TermReader reader;

    VocabularyReader(Vocabularies vocabularies, Wording wording) {
        this.vocabularies = vocabularies;
        this.wording = wording;
        this.graph = vocabularies.graph();
        this.reader = new TermReader(vocabularies, wording);
    }

    /**
     * Reads it.
     *
     * @param diagram the path of the diagram of its core
     */
    VocabularyView read(String diagram) {
        List<Node> classes = terms(VocabularyReader::isClass);
        return new VocabularyView(
                reader.text(ONTOLOGY, DCTerms.title.asNode()).orElse(TermPath.DOCUMENT),
                reader.text(ONTOLOGY, DCTerms.description.asNode()),
                reader.text(ONTOLOGY, OWL.versionInfo.asNode()),
                Vocabulary.NAMESPACE,
                reader.objects(ONTOLOGY, DCTerms.license.asNode())
                        .filter(Node::isURI)
                        .findFirst()
                        .map(licence -> new NamedLink(licence.getURI(), licence.getURI())),
                diagram,
                classes.stream()
                        .filter(top -> superclasses(top).isEmpty())
                        .map(top -> branch(top, classes))
                        .toList(),
                read(classes),
                groups(terms(VocabularyReader::isProperty)),
                read(terms(type -> !isClass(type) && !isProperty(type))),
                subjects(RDF.Nodes.type, SKOS.ConceptScheme.asNode())
                        .map(reader::codeList)
                        .toList(),
                read(structures(node -> graph.contains(node, RDFS.Nodes.label, Node.ANY))),
                read(structures(node -> !graph.contains(node, RDFS.Nodes.label, Node.ANY))),
                graph.stream(Node.ANY, RDF.Nodes.type, OWL.Ontology.asNode())
                        .map(Triple::getSubject)
                        .sorted(Comparator.comparing(Node::getURI))
                        .map(this::file)
                        .toList());
    }

    private List<Term> read(List<Node> nodes) {
        return nodes.stream().map(reader::term).toList();
    }

    /** Terms that have a type which passes the test, in the order of their names. */
    private List<Node> terms(Predicate<Node> ofType) {
        return graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .filter(triple -> isTerm(triple.getSubject()) && ofType.test(triple.getObject()))
                .map(Triple::getSubject)
                .distinct()
                .sorted(Comparator.comparing(term -> term.getURI().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<Node> superclasses(Node lower) {
        return reader.objects(lower, RDFS.Nodes.subClassOf)
                .filter(VocabularyReader::isTerm)
                .toList();
    }

    private Branch branch(Node top, List<Node> classes) {
        return new Branch(
                reader.link(top),
                vocabularies.label(top, wording.locale()),
                classes.stream()
                        .filter(lower -> superclasses(lower).contains(top))
                        .map(lower -> branch(lower, classes))
                        .toList());
    }

    /** Groups by domain; a property that several classes carry has none, and stands in the last group. */
    private List<Group> groups(List<Node> properties) {
        List<Node> domains = properties.stream()
                .flatMap(property -> domain(property).stream())
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        List<Group> groups = domains.stream()
                .map(domain -> new Group(
                        "properties-" + domain.getURI().replaceFirst(".*[/#]", ""),
                        wording.text(
                                "vocabulary.properties-of", reader.link(domain).label()),
                        read(properties.stream()
                                .filter(property -> domain(property).equals(Optional.of(domain)))
                                .toList())))
                .collect(Collectors.toCollection(ArrayList::new));
        groups.add(new Group(
                "properties-of-several",
                wording.text("vocabulary.properties-of-several"),
                read(properties.stream()
                        .filter(property -> domain(property).isEmpty())
                        .toList())));
        return groups;
    }

    private Optional<Node> domain(Node property) {
        return reader.objects(property, RDFS.Nodes.domain).filter(Node::isURI).findFirst();
    }

    private List<Node> structures(Predicate<Node> which) {
        return graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(STRUCTURES) && which.test(node))
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private Stream<Node> subjects(Node property, Node object) {
        return graph.stream(Node.ANY, property, object)
                .map(Triple::getSubject)
                .filter(TermPath::isOurs)
                .sorted(Comparator.comparing(Node::getURI));
    }

    private VocabularyFile file(Node file) {
        return new VocabularyFile(
                Optional.of(file).filter(TermPath::isOurs).map(TermPath::anchor),
                reader.text(file, DCTerms.title.asNode()).orElseGet(file::getURI),
                reader.text(file, OWL.versionInfo.asNode()),
                reader.objects(file, SKOS.changeNote.asNode())
                        .filter(note -> note.getLiteralLanguage().equals(wording.tag()))
                        .map(Node::getLiteralLexicalForm)
                        .toList());
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
