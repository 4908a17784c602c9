package uk.declared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.topbraid.shacl.rules.RuleUtil;
import org.topbraid.shacl.validation.ValidationUtil;
import uk.declared.Samples;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.read.SubmissionReader;

/**
 * What {@code shapes/} and {@code shapes/derive/} say with common tools, Jena's engine and TopBraid's, is what Declared
 * says, rule by rule and node by node. Rules that are marked as needing more than the contest are left out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesElsewhereTest {
    private static final String SH = "http://www.w3.org/ns/shacl#";

    private final RuleEngine own = new RuleEngine();
    private final Derivations derivations = Derivations.published();
    private final Model rules = Derivations.published(Derivations.FOLDER);
    private final Model shapes = Derivations.published(Path.of("shapes"));
    private final Shapes parsed = Shapes.parse(shapes);
    private final Set<String> needMore = needMore();

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("shapes/examples"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsFoundToBeTheSameByAllEngines(Path example) {
        assertSame(List.of(RDFDataMgr.loadModel(example.toString()).getGraph()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lga/trafford-2016-2026.csv",
                "democracyclub/results-2018-05-03-nine-elections.csv",
                "stv/scotland-2017/five-councils.csv"
            })
    void realContestsAreFoundToBeTheSameByAllEngines(String file) throws Exception {
        Path path = Samples.needed(file);
        List<Graph> graphs = read(path);
        assertThat(graphs.size()).isGreaterThan(50);

        assertSame(graphs);
    }

    @Test
    void whatIsLeftOutIsWhatNeedsMoreThanTheContest() {
        assertThat(needMore).isNotEmpty().allMatch(rule -> rule.matches("[FWI][1267]\\d\\d"));
    }

    private void assertSame(List<Graph> contests) {
        Set<String> expected = new TreeSet<>();
        Set<String> jena = new TreeSet<>();
        for (Graph contest : contests) {
            Graph copy = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(copy, contest);
            own.run(copy, Surroundings.NONE)
                    .entries()
                    .forEach(entry -> add(
                            expected, RuleEngine.rule(entry), entry.focusNode().toString()));
            Model data = copyOf(contest);
            derivations.addTo(data);
            ShaclValidator.get()
                    .validate(parsed, data.getGraph())
                    .getEntries()
                    .forEach(entry ->
                            add(jena, RuleEngine.rule(entry), entry.focusNode().toString()));
        }
        assertThat(differences(jena, expected)).isEmpty();

        Model all = ModelFactory.createDefaultModel();
        contests.forEach(contest -> GraphUtil.addInto(all.getGraph(), contest));
        assertThat(differences(topBraid(all), expected)).isEmpty();
    }

    /** What only one of the two says, each with the sign of who does. */
    private static List<String> differences(Set<String> elsewhere, Set<String> here) {
        List<String> differences = new ArrayList<>();
        elsewhere.stream()
                .filter(finding -> !here.contains(finding))
                .forEach(finding -> differences.add("+ " + finding));
        here.stream()
                .filter(finding -> !elsewhere.contains(finding))
                .forEach(finding -> differences.add("- " + finding));
        return differences;
    }

    private Set<String> topBraid(Model data) {
        data.add(RuleUtil.executeRules(data, rules, null, null));
        Model report = ValidationUtil.validateModel(data, shapes, false).getModel();
        Set<String> found = new TreeSet<>();
        report.listSubjectsWithProperty(report.createProperty(SH + "sourceShape"))
                .forEach(result -> add(
                        found,
                        object(report, result, "sourceShape").substring(RuleShapes.NAMESPACE.length()),
                        object(report, result, "focusNode")));
        return found;
    }

    private static String object(Model report, Resource result, String property) {
        return result.getProperty(report.createProperty(SH + property))
                .getObject()
                .asNode()
                .toString();
    }

    private void add(Set<String> found, String rule, String focus) {
        if (!needMore.contains(rule)) {
            found.add(rule + " " + (focus.startsWith("http") ? focus : "blank"));
        }
    }

    /** The numbers of the rules whose explanation says that they need more than the contest. */
    private static Set<String> needMore() {
        Model explanations = Derivations.published(Path.of("shapes/explanations"));
        return explanations
                .listSubjectsWithProperty(explanations.createProperty(CheckTriples.NAMESPACE + "needs"))
                .mapWith(rule -> rule.getURI().substring(RuleShapes.NAMESPACE.length()))
                .toList()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Model copyOf(Graph graph) {
        Model copy = ModelFactory.createDefaultModel();
        GraphUtil.addInto(copy.getGraph(), graph);
        return copy;
    }

    private static List<Graph> read(Path file) throws Exception {
        ContestMapper mapper = new ContestMapper(new Uris("http://localhost:8080"));
        List<Graph> graphs = new ArrayList<>();
        SubmissionReader.read(Submission.open(file), ReadOptions.NONE, ReferenceData.NONE, new ContestSink() {
            @Override
            public void contest(SubmittedContest contest) {
                Graph graph = GraphFactory.createDefaultGraph();
                GraphUtil.add(graph, mapper.map(contest.result()).result());
                graphs.add(graph);
            }

            @Override
            public void finding(Finding finding) {
                // What the readers say is not the rules' affair.
            }
        });
        return graphs;
    }
}
