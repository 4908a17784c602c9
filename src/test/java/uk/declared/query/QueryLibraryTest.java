package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;

/** The queries against a few contests that are worked out by hand. */
class QueryLibraryTest {
    private static final QueryLibrary LIBRARY = QueryLibrary.load();
    private static final Uris URIS = new Uris("http://localhost:8080");

    private static EmbeddedStore store;

    @BeforeAll
    static void fillTheStore() {
        DatasetGraph dataset = RDFDataMgr.loadDatasetGraph("queries/small.trig");
        List<StoreChange> changes = new ArrayList<>();
        for (Iterator<Node> names = dataset.listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            changes.add(new StoreChange.Replace(
                    name.getURI(), dataset.getGraph(name).find().toList()));
        }
        store = EmbeddedStore.inMemory();
        store.apply(changes.iterator(), new Position(1, "one"));
    }

    @AfterAll
    static void closeTheStore() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ward-results, code=E05099001",
        "seats-by-party, election=local.exampleton.2024-05-02",
        "turnout-by-ward, election=local.exampleton.2024-05-02",
        "closest-contests, n=20",
        "contests-with-warnings, rule=W515",
        "vote-share-by-party-and-ward, election=local.exampleton.2024-05-02"
    })
    void aQueryAnswersWhatWasWorkedOutByHand(String name, String parameter) throws Exception {
        QueryTable table = LIBRARY.run(store, URIS, name, parameters(parameter));

        assertThat(Tables.of(table)).isEqualTo(Tables.expected("small/" + name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyQueryRunsWithItsOwnExamples(String name) throws Exception {
        LibraryQuery query = LIBRARY.find(name).orElseThrow();
        Map<String, String> examples = new HashMap<>();
        query.parameters()
                .forEach(parameter -> parameter.example().ifPresent(value -> examples.put(parameter.name(), value)));

        QueryTable table = query.run(store, URIS, examples);

        assertThat(table.columns()).doesNotHaveDuplicates().isNotEmpty();
        assertThat(query.description().in(Locale.ROOT))
                .isNotEqualTo(query.description().in(Locale.forLanguageTag("cy")));
    }

    static Stream<String> names() {
        return LIBRARY.queries().stream().map(LibraryQuery::name);
    }

    @ParameterizedTest
    @CsvSource({
        "swing, earlier=nonsense",
        "members-elected, council=Not a slug",
        "party-through-time, party=Labour",
        "by-elections, since=last year"
    })
    void aValueOfAnotherTypeIsRefusedWithWhatIsNeeded(String name, String parameter) {
        LibraryQuery query = LIBRARY.find(name).orElseThrow();
        Map<String, String> given = new HashMap<>();
        query.parameters().forEach(known -> known.example().ifPresent(value -> given.put(known.name(), value)));
        given.putAll(parameters(parameter));

        assertThatThrownBy(() -> query.run(store, URIS, given)).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aPageOfAnAnswerIsReadWithOneRowMoreThanItHolds() throws Exception {
        LibraryQuery query = LIBRARY.find("ward-results").orElseThrow();
        Map<String, String> ward = Map.of("code", "E05099002");
        QueryTable whole = query.run(store, URIS, ward);

        QueryTable first = query.run(store, URIS, ward, Window.page(1, 3));
        QueryTable second = query.run(store, URIS, ward, Window.page(2, 3));

        assertThat(whole.rows()).hasSize(4);
        assertThat(first.rows()).isEqualTo(whole.rows());
        assertThat(second.rows()).isEqualTo(whole.rows().subList(3, 4));
    }

    @Test
    void theLibraryIsDescribedSoThatOtherEditorsCanLoadIt() {
        Graph graph = new LibraryDescription(URIS).of(LIBRARY);
        Node name = NodeFactory.createURI("http://localhost:8080/queries/seats-by-party");
        String shacl = "http://www.w3.org/ns/shacl#";

        assertThat(graph.contains(name, NodeFactory.createURI(shacl + "select"), Node.ANY))
                .isTrue();
        assertThat(graph.find(name, NodeFactory.createURI(shacl + "declare"), Node.ANY)
                        .toList())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(graph.find(Node.ANY, NodeFactory.createURI(shacl + "select"), Node.ANY)
                        .toList())
                .hasSize(LIBRARY.queries().size())
                .hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void anOptionalParameterNarrowsTheAnswer() throws Exception {
        QueryTable table =
                LIBRARY.run(store, URIS, "closest-contests", Map.of("election", "local.exampleton.2024-11-07"));

        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void contestsWithAWarningAreLeftOutWhereTheQuerySaysSo() throws Exception {
        assertThat(LIBRARY.run(store, URIS, "turnout-without-warnings", Map.of())
                        .rows())
                .isEmpty();
        assertThat(LIBRARY.run(store, URIS, "turnout-without-warnings", Map.of("rule", "W703"))
                        .rows())
                .hasSize(1);
    }

    @Test
    void aLimitLimitsTheRows() throws Exception {
        assertThat(LIBRARY.run(store, URIS, "closest-contests", Map.of("n", "2"))
                        .rows())
                .hasSize(2);
    }

    @Test
    void anElectionMayBeGivenByItsUri() throws Exception {
        String uri = "http://localhost:8080/id/election/local.exampleton.2024-05-02";

        assertThat(LIBRARY.run(store, URIS, "seats-by-party", Map.of("election", uri))
                        .rows())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ward-results | code= | needs a value, such as E05015239",
                "ward-results | code=E0501523O | needs a GSS code",
                "ward-results | code=\" } DROP ALL # | needs a GSS code",
                "ward-results | ward=E05015239 | has no parameter ward. It has: code",
                "seats-by-party | election=Trafford 2024 | needs the identifier of an election",
                "seats-by-party | election=local.trafford.2024-13-02 | needs the identifier of an election",
                "seats-by-party | election=x> } # | needs the identifier of an election",
                "closest-contests | n=0 | a whole number from 1 to 1000",
                "closest-contests | n=1.5 | a whole number from 1 to 1000",
                "closest-contests | n=1001 | a whole number from 1 to 1000"
            })
    void aValueThatCannotBeIsRefusedWithTheMend(String name, String parameter, String message) {
        assertThatThrownBy(() -> LIBRARY.run(store, URIS, name, parameters(parameter)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRefusalIsSaidInWelshToo() {
        assertThatThrownBy(() -> LIBRARY.run(store, URIS, "closest-contests", Map.of("n", "many")))
                .isInstanceOfSatisfying(
                        InvalidParameterException.class,
                        e -> assertThat(e.message(Locale.forLanguageTag("cy"))).startsWith("Mae angen rhif cyfan"));
    }

    @Test
    void theIndexNamesEveryQueryOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".rq"))
                    .map(file -> file.substring(0, file.length() - 3))
                    .toList();
            assertThat(LIBRARY.queries()).extracting(LibraryQuery::name).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void everyQueryIsTitledAndDescribedInBothLanguagesAndHasAnExampleForEachParameter() {
        assertThat(LIBRARY.queries()).allSatisfy(query -> {
            assertThat(query.title().byLanguage()).containsOnlyKeys("en", "cy");
            assertThat(query.description().byLanguage()).containsOnlyKeys("en", "cy");
            assertThat(query.parameters()).allSatisfy(parameter -> {
                assertThat(parameter.label().byLanguage()).containsOnlyKeys("en", "cy");
                assertThat(parameter.example()).isPresent();
            });
        });
    }

    @Test
    void aQueryFilledInIsOneThatAnybodyCanRun() throws Exception {
        LibraryQuery closest = LIBRARY.find("closest-contests").orElseThrow();

        String text = closest.filledIn(URIS, Map.of("n", "3", "election", "local.exampleton.2024-05-02"));

        List<Integer> rows = store.select(QueryFactory.create(text), Map.of(), answer -> {
            List<Integer> seen = new ArrayList<>();
            answer.forEachRemaining(row -> seen.add(1));
            return seen;
        });
        assertThat(rows).hasSize(2);
        assertThat(text).contains("LIMIT").contains("local.exampleton.2024-05-02");
    }

    @Test
    void aTableIsWrittenForATerminal() throws Exception {
        QueryTable table =
                LIBRARY.run(store, URIS, "seats-by-party", Map.of("election", "local.exampleton.2024-05-02"));

        assertThat(written(TableWriter.TEXT, table).lines())
                .startsWith(
                        "party_id  party         standing     candidates  seats  votes  vote_share",
                        "--------  ------------  -----------  ----------  -----  -----  ----------",
                        "PP1       Purple Party  party        3           3      500    39.09");
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsDefusedInCsvAndLeftAloneInJson() throws Exception {
        QueryTable table = new QueryTable(
                List.of("name", "votes"),
                List.of(List.of(
                        Optional.of(NodeFactory.createLiteralString("=HYPERLINK(\"x\")")),
                        Optional.of(NodeFactory.createLiteralByValue(-5)))));

        assertThat(written(TableWriter.CSV, table)).isEqualTo("name,votes\r\n\"'=HYPERLINK(\"\"x\"\")\",-5\r\n");
        assertThat(written(TableWriter.JSON, table)).contains("\"=HYPERLINK(\\\"x\\\")\"");
    }

    private static String written(TableWriter writer, QueryTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(table, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String parameter) {
        int equals = parameter.indexOf('=');
        return Map.of(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
}
