package uk.declared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.Vocabulary;

/** Looks for the usual pitfalls of an ontology: no label, no example, no such term, a term for nothing. */
class OntologyTest {
    private static final Node VOCABULARY = NodeFactory.createURI("https://w3id.org/local-elections");
    private static final String VANN = "http://purl.org/vocab/vann/";

    /** The kinds that a term of the vocabulary may be of. */
    private static final Set<Node> KINDS = Set.of(
            OWL.Class.asNode(),
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            OWL.AnnotationProperty.asNode());

    private static final Graph ONTOLOGY = ModelFiles.read(ontologies());
    private static final Graph CODES = ModelFiles.read(ModelFiles.ONTOLOGY.resolve("codes.ttl"));
    private static final UsedNames USED = used();

    static List<Path> ontologies() {
        return ModelFiles.in(ModelFiles.ONTOLOGY, ".ttl");
    }

    static List<Node> terms() {
        return ONTOLOGY.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .filter(triple -> KINDS.contains(triple.getObject()))
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(Vocabulary.NAMESPACE))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aTermIsExplainedInBothLanguagesAndShownInUse(Node term) {
        assertThat(languages(term, RDFS.Nodes.label)).containsExactly("cy", "en");
        assertThat(languages(term, SKOS.definition.asNode())).containsExactly("cy", "en");
        assertThat(objects(term, RDFS.Nodes.isDefinedBy)).containsExactly(VOCABULARY);
        assertThat(objects(term, SKOS.example.asNode()))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(names(example)).contains(term.getURI()));
    }

    @Test
    void noTwoTermsOfAKindHaveTheSameLabel() {
        List<String> labels = terms().stream()
                .flatMap(term -> objects(term, RDFS.Nodes.label).stream()
                        .map(label -> isA(term.getURI(), OWL.Class.asNode()) + " " + label.getLiteralLexicalForm() + "@"
                                + label.getLiteralLanguage()))
                .toList();

        assertThat(labels).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("ontologies")
    void anOntologySaysItsTitleVersionAndLicence(Path file) {
        Graph graph = ModelFiles.read(file);
        Node ontology = graph.stream(Node.ANY, RDF.Nodes.type, OWL.Ontology.asNode())
                .map(Triple::getSubject)
                .findFirst()
                .orElseThrow();

        assertThat(languages(ontology, DCTerms.title.asNode())).containsExactly("cy", "en");
        assertThat(objects(ontology, DCTerms.license.asNode())).hasSize(1);
        assertThat(objects(ontology, OWL.versionInfo.asNode()))
                .hasSize(1)
                .allSatisfy(version -> assertThat(objects(ontology, OWL2.versionIRI.asNode()))
                        .containsExactly(
                                NodeFactory.createURI(ontology.getURI() + "/" + version.getLiteralLexicalForm())));
    }

    @Test
    void theVocabularyNamesItsPrefixAndNamespace() {
        assertThat(languages(VOCABULARY, DCTerms.description.asNode())).containsExactly("cy", "en");
        assertThat(objects(VOCABULARY, NodeFactory.createURI(VANN + "preferredNamespacePrefix")))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly("le");
        assertThat(objects(VOCABULARY, NodeFactory.createURI(VANN + "preferredNamespaceUri")))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly(Vocabulary.NAMESPACE);
    }

    @Test
    void everyNameThatIsUsedIsDeclared() {
        UsedNames read = new UsedNames()
                .inRules(Path.of("src/main/java/uk/declared/validation"))
                .inTurtle(ontologies())
                .inTurtle(ModelFiles.below(Path.of("src/main/resources"), ".ttl"));
        Map<String, Set<String>> undeclared = new TreeMap<>(read.places());
        undeclared.putAll(USED.places());
        undeclared.keySet().removeAll(declared());

        assertThat(undeclared).isEmpty();
    }

    @Test
    void everyNameThatIsDeclaredIsUsed() {
        UsedNames within = new UsedNames()
                .beyondTheirDeclarations(ModelFiles.read(ModelFiles.ONTOLOGY.resolve("statistics.ttl")), "statistics")
                .typesIn(CODES, "codes");
        Set<String> unused = declared();
        unused.removeAll(USED.names());
        unused.removeAll(within.names());
        unused.removeIf(name -> isA(name, SKOS.ConceptScheme.asNode()));

        assertThat(unused).isEmpty();
    }

    /** Where the vocabulary is used: cases, shapes, queries, data sets, and what the program writes. */
    private static UsedNames used() {
        List<Path> turtle = new ArrayList<>(ModelFiles.in(ModelFiles.CASES, ".ttl"));
        turtle.addAll(ModelFiles.below(ModelFiles.SHAPES, ".ttl"));
        turtle.addAll(ModelFiles.below(ModelFiles.ONTOLOGY.resolve("datasets"), ".ttl"));
        List<Path> queries = new ArrayList<>(ModelFiles.in(ModelFiles.CASES, ".rq"));
        queries.addAll(ModelFiles.below(Path.of("queries"), ".rq"));
        queries.addAll(ModelFiles.below(Path.of("src/main/resources"), ".rq"));
        UsedNames used = new UsedNames().inTurtle(turtle).inQueries(queries).inJava(Path.of("src/main/java"));
        for (Path file : Results.EXAMPLES) {
            for (ContestGraph contest : Results.of(file)) {
                used.inGraph(Results.triples(contest), "the mapper");
                used.inGraph(Results.observations(contest).stream(), "the mapper of statistics");
            }
        }
        return used;
    }

    /** Terms, codes, code lists and parts of structures. */
    private static Set<String> declared() {
        return ONTOLOGY.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(uri -> uri.startsWith(Vocabulary.NAMESPACE) || uri.startsWith(VOCABULARY.getURI() + "/"))
                .filter(uri -> !isA(uri, OWL.Ontology.asNode()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isA(String uri, Node type) {
        return ONTOLOGY.contains(NodeFactory.createURI(uri), RDF.Nodes.type, type);
    }

    /** The names in an example, which is a line of Turtle. */
    private static Set<String> names(Node example) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .fromString(example.getLiteralLexicalForm())
                .lang(Lang.TURTLE)
                .base(ModelFiles.BASE)
                .prefixes(PrefixMapFactory.create(Map.of("le", Vocabulary.NAMESPACE, "xsd", XSD.getURI())))
                .parse(graph);
        return new UsedNames().inGraph(graph.stream(), "example").names();
    }

    private static List<String> languages(Node subject, Node property) {
        return ONTOLOGY.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLanguage())
                .sorted()
                .toList();
    }

    private static Set<Node> objects(Node subject, Node property) {
        return new HashSet<>(ONTOLOGY.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .toList());
    }
}
