package uk.declared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes that state the rules are themselves in good shape, as the W3C's shapes for shapes have it. */
class ShapesTest {
    /** Appendix C of the SHACL Recommendation, under the W3C Software and Document Licence, as Jena ships it. */
    private static final String SHACL_SHACL = "std/shacl-shacl.ttl";

    private static final String RULE = "https://w3id.org/local-elections/rule/";
    private static final String CHECK = "https://w3id.org/local-elections/check#";
    private static final Pattern NUMBER = Pattern.compile("[FWI][0-9]{3}");

    private static final Graph SHAPES = ModelFiles.read(families());
    private static final Shapes FOR_SHAPES = shapesForShapes();

    static List<Path> families() {
        return ModelFiles.in(ModelFiles.SHAPES, ".ttl");
    }

    static List<Node> rules() {
        return SHAPES.stream(Node.ANY, RDF.Nodes.type, SHACL.PropertyShape)
                .map(Triple::getSubject)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFamilyOfRulesIsValidByTheShapesForShapes(Path family) {
        ValidationReport report = ShaclValidator.get().validate(FOR_SHAPES, ModelFiles.read(family));

        assertThat(report.getEntries().stream().map(ReportEntry::toString)).isEmpty();
    }

    @Test
    void theShapesForShapesFindWhatIsWrong() {
        Graph broken = ModelFiles.read(ModelFiles.CASES.resolve("shacl/broken.ttl"));

        assertThat(ShaclValidator.get().validate(FOR_SHAPES, broken).getEntries())
                .extracting(entry -> entry.focusNode().getLocalName())
                .contains("minimumInWords", "twoPaths", "twoDataTypes");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasANumberThatTellsItsSeverity(Node rule) {
        assertThat(rule.getURI()).startsWith(RULE);
        assertThat(number(rule)).matches(NUMBER);
        assertThat(objects(rule, SHACL.severity))
                .isEqualTo(
                        switch (number(rule).charAt(0)) {
                            case 'W' -> List.of(SHACL.Warning);
                            case 'I' -> List.of(SHACL.Info);
                            default -> List.of();
                        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasAnExampleThatBreaksItAndOneThatKeepsIt(Node rule) {
        assertThat(example(rule, "breaks")).exists();
        assertThat(example(rule, "keeps")).exists();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleBelongsToShapesThatSayWhatTheyLookAt(Node rule) {
        assertThat(SHAPES.stream(Node.ANY, SHACL.property, rule).map(Triple::getSubject))
                .isNotEmpty()
                .allSatisfy(
                        shape -> assertThat(objects(shape, SHACL.targetClass)).isNotEmpty());
    }

    /** Each builds a query for every node that it looks at. */
    @ParameterizedTest
    @MethodSource("families")
    void aFamilyHasAtMostOneSparqlConstraint(Path family) {
        assertThat(ModelFiles.read(family).stream(Node.ANY, SHACL.sparql, Node.ANY))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** A total that nobody works out would leave its rule silent, and a total that no rule looks at is idle. */
    @Test
    void everyTotalThatARuleLooksAtIsWorkedOut() {
        String java = ModelFiles.below(Path.of("src/main/java/uk/declared/validation"), ".java").stream()
                .map(ModelFiles::text)
                .collect(Collectors.joining());
        Set<String> lookedAt = SHAPES.stream()
                .filter(triple -> !triple.getObject().isLiteral())
                .flatMap(triple -> List.of(triple.getPredicate(), triple.getObject()).stream())
                .filter(node -> node.isURI() && node.getURI().startsWith(CHECK))
                .map(node -> node.getURI().substring(CHECK.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(lookedAt).isNotEmpty().allSatisfy(total -> assertThat(java).contains("\"" + total + "\""));
    }

    @Test
    void noExampleIsLeftOverFromARuleThatIsGone() {
        Set<String> numbers = rules().stream().map(ShapesTest::number).collect(Collectors.toSet());

        assertThat(ModelFiles.in(ModelFiles.SHAPES.resolve("examples"), ".ttl"))
                .extracting(file -> file.getFileName().toString().substring(0, 4))
                .isSubsetOf(numbers);
    }

    private static String number(Node rule) {
        return rule.getURI().substring(RULE.length());
    }

    private static Path example(Node rule, String does) {
        return ModelFiles.SHAPES.resolve("examples").resolve(number(rule) + "-" + does + ".ttl");
    }

    private static List<Node> objects(Node subject, Node property) {
        return SHAPES.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
    }

    private static Shapes shapesForShapes() {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = Shapes.class.getClassLoader().getResourceAsStream(SHACL_SHACL)) {
            RDFParser.source(Objects.requireNonNull(in, SHACL_SHACL))
                    .lang(Lang.TURTLE)
                    .parse(graph);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Shapes.parse(graph);
    }
}
