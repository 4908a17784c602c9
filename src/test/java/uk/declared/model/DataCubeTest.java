package uk.declared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Samples;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.Vocabulary;

/** The statistics are a well-formed cube: no integrity constraint of the RDF Data Cube Vocabulary is broken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataCubeTest {
    private static final Path REAL_FILE = Samples.path("lga/trafford-2016-2026.csv");
    private static final int A_DOZEN = 12;

    private static final Node OBSERVATION = NodeFactory.createURI("http://purl.org/linked-data/cube#Observation");

    private static final Node DATA_SET = NodeFactory.createURI("http://purl.org/linked-data/cube#dataSet");

    private final DataCube statistics = statistics();

    static Stream<Integer> constraints() {
        return DataCube.constraints();
    }

    @ParameterizedTest(name = "IC-{0}")
    @MethodSource("constraints")
    void theStatisticsKeepTheConstraint(int constraint) {
        assertThat(statistics.broken(constraint)).isEmpty();
    }

    /** A constraint that nothing can break would say nothing. */
    @ParameterizedTest(name = "IC-{0}")
    @MethodSource("constraints")
    void aCubeThatBreaksTheConstraintIsFound(int constraint) {
        Path example = DataCube.FOLDER.resolve(String.format("broken/ic-%02d.ttl", constraint));

        assertThat(DataCube.normalised(ModelFiles.read(example)).broken(constraint))
                .isNotEmpty();
    }

    /** None of the constraints would notice a data set that is empty. */
    @Test
    void theDataSetsHaveObservations() {
        for (String dataSet : List.of("votes", "seats", "account")) {
            assertThat(statistics.graph().stream(Node.ANY, DATA_SET, dataSet(dataSet)))
                    .as(dataSet)
                    .hasSizeGreaterThan(A_DOZEN / 2);
        }
    }

    /** Some declarations give all of the account, others a part: each part has a data set that promises it and no more. */
    @ParameterizedTest(name = "without {0}")
    @CsvSource({
        "rejectedBallotPapers rejection, electorate-turnout",
        "turnout,                        electorate-rejected-ballot-papers",
        "turnout electorate,             rejected-ballot-papers",
        "turnout rejectedBallotPapers rejection, electorate"
    })
    void anAccountInPartKeepsTheConstraints(String missing, String dataSet) {
        Set<String> left = Stream.of(missing.split(" "))
                .map(property -> Vocabulary.NAMESPACE + property)
                .collect(Collectors.toSet());
        List<ContestGraph> contests = spread(Results.of(Results.EXAMPLES.get(0)), A_DOZEN / 2);
        Graph graph = vocabulary();
        for (ContestGraph contest : contests) {
            GraphUtil.add(
                    graph,
                    Results.observations(contest.result().stream()
                            .filter(triple ->
                                    !left.contains(triple.getPredicate().getURI()))
                            .toList()));
        }
        DataCube cube = DataCube.normalised(graph);

        assertThat(cube.graph().stream(Node.ANY, DATA_SET, dataSet(dataSet))).hasSize(contests.size());
        assertThat(DataCube.constraints().flatMap(number -> cube.broken(number).stream()))
                .isEmpty();
    }

    @Test
    void aRealFilesStatisticsKeepTheConstraints() {
        DataCube cube = cube(spread(Results.of(REAL_FILE), A_DOZEN));

        assertThat(cube.graph().stream(Node.ANY, RDF.Nodes.type, OBSERVATION)).hasSizeGreaterThan(A_DOZEN);
        assertThat(DataCube.constraints().flatMap(number -> cube.broken(number).stream()))
                .isEmpty();
    }

    /** The statistics of the contests that the program brings along, and of the model's case. */
    private static DataCube statistics() {
        List<ContestGraph> contests = Results.EXAMPLES.stream()
                .flatMap(file -> spread(Results.of(file), A_DOZEN / 2).stream())
                .toList();
        return cube(contests);
    }

    private static DataCube cube(List<ContestGraph> contests) {
        Graph graph = vocabulary();
        GraphUtil.addInto(graph, ModelFiles.read(ModelFiles.CASES.resolve("statistics.ttl")));
        contests.forEach(contest -> GraphUtil.add(graph, Results.observations(contest)));
        return DataCube.normalised(graph);
    }

    private static Graph vocabulary() {
        List<Path> files = new ArrayList<>(ModelFiles.in(ModelFiles.ONTOLOGY, ".ttl"));
        files.addAll(ModelFiles.below(ModelFiles.ONTOLOGY.resolve("datasets"), ".ttl"));
        return ModelFiles.read(files);
    }

    private static Node dataSet(String name) {
        return NodeFactory.createURI(ModelFiles.BASE + "data/statistics/" + name);
    }

    /** Some contests from the whole of a file: comparing each observation with each takes time. */
    private static List<ContestGraph> spread(List<ContestGraph> contests, int some) {
        return IntStream.range(0, some)
                .mapToObj(i -> contests.get(i * contests.size() / some))
                .toList();
    }
}
