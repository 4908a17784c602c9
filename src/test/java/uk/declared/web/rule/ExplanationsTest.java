package uk.declared.web.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.report.RuleTexts;
import uk.declared.web.page.Languages;

/** Every rule says why it is there and where it comes from: {@code shapes/explanations/}. */
class ExplanationsTest {
    private static final Path SHAPES = Path.of("shapes");
    private static final Path EXPLANATIONS = SHAPES.resolve("explanations");
    private static final Path EXAMPLES = SHAPES.resolve("examples");
    private static final Node PROPERTY_SHAPE = NodeFactory.createURI("http://www.w3.org/ns/shacl#PropertyShape");
    private static final Node SEVERITY = NodeFactory.createURI("http://www.w3.org/ns/shacl#severity");

    @Test
    void everyRuleIsExplainedInBothLanguagesAndHasASource() throws IOException {
        Graph explanations = read(files(EXPLANATIONS));
        List<String> missing = new ArrayList<>();
        for (String number : RuleTexts.in(Locale.ENGLISH).numbers()) {
            Node rule = Vocabulary.rule(number);
            if (objects(explanations, rule, DCTerms.isPartOf.asNode()).size() != 1) {
                missing.add("dcterms:isPartOf with its one family");
            }
            for (Locale language : Languages.ALL) {
                if (texts(explanations, rule, RDFS.Nodes.comment, language).size() != 1) {
                    missing.add("rdfs:comment with its reason in @" + language);
                }
            }
            if (objects(explanations, rule, DCTerms.source.asNode()).isEmpty()) {
                missing.add("dcterms:source with where it comes from");
            }
            assertThat(missing)
                    .as("Rule %s is not explained: add it to the file of its family in %s", number, EXPLANATIONS)
                    .isEmpty();
        }
    }

    @Test
    void everySourceIsNamedInBothLanguagesOrIsSaidInBoth() throws IOException {
        Graph explanations = read(files(EXPLANATIONS));
        for (String number : RuleTexts.in(Locale.ENGLISH).numbers()) {
            Node rule = Vocabulary.rule(number);
            for (Node source : objects(explanations, rule, DCTerms.source.asNode())) {
                for (Locale language : Languages.ALL) {
                    assertThat(
                                    source.isURI()
                                            ? texts(explanations, source, RDFS.Nodes.label, language)
                                            : texts(explanations, rule, DCTerms.source.asNode(), language))
                            .as(
                                    "%s of rule %s has no name in @%s: add it to %s/sources.ttl",
                                    source, number, language, EXPLANATIONS)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void noExplanationIsLeftOfARuleThatIsNotThereAnyMore() throws IOException {
        Set<String> explained = new TreeSet<>();
        read(files(EXPLANATIONS)).stream()
                .forEach(triple -> RulePath.number(triple.getSubject()).ifPresent(explained::add));

        assertThat(explained).isEqualTo(RuleTexts.in(Locale.ENGLISH).numbers());
    }

    @Test
    void aRuleIsExplainedInTheFileOfTheFamilyThatItsShapeStandsIn() throws IOException {
        Map<String, String> families = new HashMap<>();
        for (Path file : files(EXPLANATIONS)) {
            String family = name(file);
            numbers(read(List.of(file))).forEach(number -> {
                families.put(number, family);
                assertThat(read(List.of(file))
                                .contains(Vocabulary.rule(number), DCTerms.isPartOf.asNode(), RulePath.family(family)))
                        .as("%s is explained in %s, so its family is %s", number, file, family)
                        .isTrue();
            });
        }
        for (Path file : files(SHAPES)) {
            for (String number : shapes(read(List.of(file)))) {
                assertThat(families.get(number))
                        .as("%s has its shape in %s", number, file)
                        .isEqualTo(name(file));
            }
        }
    }

    @Test
    void theLetterOfAShapesNumberIsItsSeverity() throws IOException {
        Graph graph = read(files(SHAPES));
        for (String number : shapes(graph)) {
            String severity = objects(graph, Vocabulary.rule(number), SEVERITY).stream()
                    .map(node -> node.getURI().replaceFirst(".*#", ""))
                    .findFirst()
                    .orElse("Violation");

            assertThat(severity)
                    .as(number)
                    .isEqualTo(
                            switch (Weight.of(number)) {
                                case REFUSES -> "Violation";
                                case WARNS -> "Warning";
                                case NOTES -> "Info";
                            });
        }
    }

    @Test
    void everyShapeHasAnExampleThatBreaksItAndOneThatKeepsIt() throws IOException {
        for (String number : shapes(read(files(SHAPES)))) {
            for (String kind : List.of("breaks", "keeps")) {
                Path example = EXAMPLES.resolve(number + "-" + kind + ".ttl");
                assertThat(example).as("Add an example of rule %s", number).isRegularFile();
            }
            assertThat(RuleExample.of(number).orElseThrow().breaks().lines())
                    .as("something in the example that breaks %s, or in the other, is marked", number)
                    .satisfies(lines -> assertThat(Stream.concat(
                                            lines.stream(),
                                            RuleExample.of(number).orElseThrow().keeps().lines().stream())
                                    .anyMatch(RuleExample.Line::differs))
                            .isTrue());
        }
    }

    @Test
    void onlyTheLinesThatDifferAreMarked() {
        RuleExample.Pair pair = RuleExample.compare(
                List.of("# Breaks rule F402.", "a", "le:votes 501 ;", "b"),
                List.of("# Keeps rule F402.", "a", "le:votes 300 ;", "b", "c"));

        assertThat(marked(pair.breaks())).containsExactly("le:votes 501 ;");
        assertThat(marked(pair.keeps())).containsExactly("le:votes 300 ;", "c");
        assertThat(pair.keeps().lines().stream().map(RuleExample.Line::text))
                .containsExactly("# Keeps rule F402.", "a", "le:votes 300 ;", "b", "c");
    }

    private static List<String> marked(RuleExample example) {
        return example.lines().stream()
                .filter(RuleExample.Line::differs)
                .map(RuleExample.Line::text)
                .toList();
    }

    private static Set<String> shapes(Graph graph) {
        Set<String> numbers = new TreeSet<>();
        graph.stream(Node.ANY, RDF.Nodes.type, PROPERTY_SHAPE)
                .forEach(triple -> RulePath.number(triple.getSubject()).ifPresent(numbers::add));
        return numbers;
    }

    private static Set<String> numbers(Graph graph) {
        Set<String> numbers = new TreeSet<>();
        graph.stream().forEach(triple -> RulePath.number(triple.getSubject()).ifPresent(numbers::add));
        return numbers;
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
    }

    private static List<String> texts(Graph graph, Node subject, Node property, Locale language) {
        return objects(graph, subject, property).stream()
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language.getLanguage()))
                .map(Node::getLiteralLexicalForm)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Graph read(List<Path> files) {
        Graph graph = GraphFactory.createDefaultGraph();
        files.forEach(file -> RDFParser.source(file).parse(graph));
        return graph;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".ttl", "");
    }
}
