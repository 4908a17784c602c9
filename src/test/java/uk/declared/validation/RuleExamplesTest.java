package uk.declared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.report.RuleFamily;
import uk.declared.report.RuleTexts;

/** Every rule has an example that breaks it and one that keeps it: {@code shapes/examples/}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleExamplesTest {
    private static final Path EXAMPLES = Path.of("shapes/examples");
    private static final String PROPERTY_SHAPE = "http://www.w3.org/ns/shacl#PropertyShape";

    private final RuleEngine rules = new RuleEngine();

    static Stream<Path> broken() throws IOException {
        return examples("-breaks.ttl");
    }

    static Stream<Path> kept() throws IOException {
        return examples("-keeps.ttl");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anExampleThatBreaksARuleIsToldSo(Path example) {
        assertThat(reported(example)).contains(number(example));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void anExampleThatKeepsARuleIsFreeOfAnyFinding(Path example) {
        assertThat(reported(example)).isEmpty();
    }

    @Test
    void everyShapeThatIsARuleHasBothExamplesAndItsTexts() throws IOException {
        Set<String> shapes = ruleShapes();
        Set<String> texts = RuleTexts.in(Locale.ENGLISH).numbers();

        assertThat(broken().map(RuleExamplesTest::number)).containsExactlyInAnyOrderElementsOf(shapes);
        assertThat(kept().map(RuleExamplesTest::number)).containsExactlyInAnyOrderElementsOf(shapes);
        assertThat(texts).containsAll(shapes);
        assertThat(RuleTexts.in(Locale.forLanguageTag("cy")).numbers()).isEqualTo(texts);
    }

    private Set<String> reported(Path example) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(example).lang(Lang.TURTLE).parse(graph);
        return rules.run(graph, ExampleSurroundings.of(graph)).entries().stream()
                .map(RuleEngine::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ruleShapes() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (RuleFamily family : RuleFamily.values()) {
            RDFParser.source(family.file()).parse(graph);
        }
        return graph.stream()
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().equals(PROPERTY_SHAPE))
                .map(triple -> triple.getSubject())
                .map(Node::getURI)
                .map(uri -> uri.substring(RuleShapes.NAMESPACE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> examples(String ending) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static String number(Path example) {
        return example.getFileName().toString().substring(0, 4);
    }
}
