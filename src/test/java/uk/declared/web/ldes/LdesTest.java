package uk.declared.web.ldes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/**
 * A stream of 110 contests, some of them corrected and one withdrawn: 114 members, on a full page and one that grows. A
 * version of the full page is then redacted.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LdesTest {
    private static final int CONTESTS = 110;
    private static final int MOST_TRIES = 60;
    private static final long MILLISECONDS_BETWEEN_TRIES = 500;
    private static final String FIRST = "local.trafford.ward-1.2024-05-02";
    private static final String SECOND = "local.trafford.ward-2.2024-05-02";

    @TempDir
    private static Path folder;

    private static String base = "";
    private static Deployment deployment;
    private static DeclaredServer server;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            base = "http://localhost:" + free.getLocalPort();
        }
        deployment = Deployment.open(folder.resolve("data"), Optional.of(base));
        publish(1, CONTESTS, 100);
        publish(1, 1, 101);
        publish(1, 1, 102);
        deployment.upkeep().withdraw(new BallotId(SECOND), "Counted twice.", Source.COUNCIL);
        publish(3, 3, 105);
        server = DeclaredServer.start(
                deployment, ServerSettings.onPort(URI.create(base).getPort()));
    }

    private static void publish(int from, int to, int votes) throws Exception {
        StringBuilder text = new StringBuilder(
                "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n");
        for (int ward = from; ward <= to; ward++) {
            String contest = "trafford,2024-05-02,E059%05d,Ward %d,".formatted(ward, ward);
            text.append(contest).append("Ann,PP63,").append(votes).append(",true\n");
            text.append(contest).append("Bob,PP90,50,false\n");
        }
        deployment
                .publisher()
                .publish(
                        Submission.open(Files.writeString(folder.resolve("sent.csv"), text)),
                        ReadOptions.NONE,
                        Source.COUNCIL);
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The graphs of contests' results, as the dump has them. */
    private static Map<String, Set<Triple>> dumped() throws Exception {
        DatasetGraph dump = DatasetGraphFactory.create();
        RDFParser.source(new GZIPInputStream(
                        new ByteArrayInputStream(get("/data/dumps/all.nq.gz").body())))
                .lang(Lang.NQUADS)
                .parse(dump);
        Map<String, Set<Triple>> graphs = new HashMap<>();
        dump.listGraphNodes().forEachRemaining(name -> {
            if (name.getURI().matches(base + "/doc/contest/[^/]+")) {
                graphs.put(name.getURI(), dump.getGraph(name).stream().collect(Collectors.toSet()));
            }
        });
        return graphs;
    }

    /** What was withdrawn is only said to have been declared. */
    private static Map<String, Set<Triple>> dumpedResults() throws Exception {
        Map<String, Set<Triple>> dumped = dumped();
        assertThat(dumped.remove(base + "/doc/contest/" + SECOND)).hasSize(1);
        return dumped;
    }

    private static void assertSameAsDump(Replica replica) throws Exception {
        Map<String, Set<Triple>> replayed = new HashMap<>();
        replica.latest().forEach((contest, member) -> {
            if (contest.getURI().startsWith(base + "/id/contest/")) {
                replayed.put(contest.getURI().replace("/id/", "/doc/"), replica.content(member));
            }
        });
        assertThat(replayed).hasSize(CONTESTS - 1);
        // The dump is written beside the readers: for a while after a publication the one from before is handed out.
        for (int i = 0; i < MOST_TRIES && !replayed.equals(dumpedResults()); i++) {
            Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
        }
        assertThat(replayed).isEqualTo(dumpedResults());
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"application/trig", "application/n-quads", "application/ld+json"})
    void whoFollowsTheStreamEndsWithWhatTheDumpHolds(String syntax) throws Exception {
        Replica replica = new Replica(syntax).follow(base + "/ldes");

        assertThat(replica.pages()).containsExactlyInAnyOrder(base + "/ldes/1", base + "/ldes/2");
        assertThat(replica.members()).hasSize(CONTESTS + 4);
        assertSameAsDump(replica);
    }

    @Order(1)
    @Test
    void everyVersionIsAMemberWithWhatItSaid() throws Exception {
        Replica replica = new Replica("application/n-quads").follow(base + "/ldes");

        for (int version = 1; version <= 3; version++) {
            Node member = uri("/id/declaration/" + FIRST + "/" + version);
            assertThat(replica.members()).contains(member);
            assertThat(replica.content(member)).anyMatch(votes(99 + version));
        }
        assertThat(replica.content(uri("/id/declaration/" + SECOND + "/2"))).isEmpty();
    }

    private static java.util.function.Predicate<Triple> votes(int votes) {
        return triple -> triple.getPredicate().getURI().endsWith("#votes")
                && triple.getObject().getLiteralLexicalForm().equals(Integer.toString(votes));
    }

    private static Node uri(String path) {
        return org.apache.jena.graph.NodeFactory.createURI(base + path);
    }

    @Order(1)
    @Test
    void everyMemberHasTheShapeThatTheStreamNames() throws Exception {
        Replica replica = new Replica("application/trig").follow(base + "/ldes");
        Graph shapes = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(get("/ldes/shape.ttl").body()))
                .lang(Lang.TURTLE)
                .parse(shapes);
        assertThat(new String(get("/ldes.nt").body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<https://w3id.org/tree#shape> <" + base + "/ldes/shape#Member>");

        ValidationReport report = ShaclValidator.get().validate(shapes, replica.about());
        assertThat(report.getEntries()).isEmpty();
        Graph without = GraphFactory.createDefaultGraph();
        replica.about().find().forEachRemaining(without::add);
        without.remove(uri("/id/declaration/" + FIRST + "/2"), Node.ANY, Node.ANY);
        assertThat(ShaclValidator.get().validate(shapes, without).conforms()).isFalse();
    }

    @Order(1)
    @Test
    void aFullPageMayBeKeptForGoodAndTheLastOneNot() throws Exception {
        HttpResponse<byte[]> full = get("/ldes/1");
        assertThat(header(full, "Cache-Control")).contains("max-age=31536000", "public", "immutable");
        assertThat(header(full, "Content-Type")).isEqualTo("application/trig");
        assertThat(header(get("/ldes/2"), "Cache-Control")).isEqualTo("max-age=15, public");
        assertThat(header(get("/ldes"), "Cache-Control")).isEqualTo("max-age=15, public");
        assertThat(get("/ldes/1", "If-None-Match", header(full, "ETag")).statusCode())
                .isEqualTo(304);

        HttpResponse<byte[]> zipped = get("/ldes/1", "Accept-Encoding", "gzip");
        assertThat(header(zipped, "ETag")).isNotEqualTo(header(full, "ETag"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(full.body());
    }

    /** A parser that nobody here wrote and that knows nothing of Jena's names. */
    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "application/trig, TRIG",
        "application/n-quads, N-Quads",
        "text/turtle, TURTLE",
        "application/n-triples, N-Triples",
        "application/rdf+xml, RDF/XML"
    })
    void anyParserFindsTheMembersInEverySyntax(String type, String format) throws Exception {
        HttpResponse<byte[]> page = get("/ldes/1", "Accept", type);
        assertThat(page.statusCode()).isEqualTo(200);
        Model model = Rio.parse(
                new ByteArrayInputStream(page.body()),
                base,
                Rio.getParserFormatForMIMEType(type).orElseThrow());

        Set<Value> members = model.filter(null, Values.iri("https://w3id.org/tree#member"), null, (Resource) null)
                .objects();
        assertThat(members)
                .as(format)
                .isNotEmpty()
                .allSatisfy(member -> assertThat(model.filter(
                                (Resource) member, Values.iri("http://purl.org/dc/terms/isVersionOf"), null, (Resource)
                                        null))
                        .hasSize(1));
        assertThat(new String(page.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("urn:x-arq");
    }

    @Order(1)
    @Test
    void theStatisticsOfEveryVersionAreAStreamToo() throws Exception {
        Replica replica = new Replica("application/trig").follow(base + "/ldes/statistics");
        Node member = uri("/id/declaration/" + FIRST + "/2");

        assertThat(replica.pages()).contains(base + "/ldes/statistics/1");
        assertThat(replica.content(member))
                .anyMatch(triple -> triple.getPredicate().getURI().endsWith("#observedVotes")
                        && triple.getObject().getLiteralLexicalForm().equals("101"));
    }

    @Order(1)
    @Test
    void theReleasesOfReferenceDataAreAStreamToo() throws Exception {
        Graph stream = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(get("/ldes/reference.ttl").body()))
                .lang(Lang.TURTLE)
                .parse(stream);

        assertThat(stream.contains(
                        uri("/ldes/reference#stream"),
                        org.apache.jena.graph.NodeFactory.createURI("https://w3id.org/tree#view"),
                        uri("/ldes/reference")))
                .isTrue();
    }

    @Order(1)
    @Test
    void whatIsNoPageIsNotFound() throws Exception {
        assertThat(get("/ldes/1.csv").statusCode()).isEqualTo(404);
        assertThat(get("/ldes/1.nq").statusCode()).isEqualTo(200);
        assertThat(get("/ldes/3").statusCode()).isEqualTo(404);
        assertThat(get("/ldes/0").statusCode()).isEqualTo(404);
        assertThat(header(get("/ldes/1-7"), "Location")).isEqualTo("/ldes/1");
    }

    @Order(2)
    @Test
    void whatIsPublishedJoinsTheLastPageAndLeavesTheFullOne() throws Exception {
        String full = header(get("/ldes/1.nq"), "ETag");
        String last = header(get("/ldes/2.nq"), "ETag");

        publish(4, 4, 107);

        assertThat(header(get("/ldes/1.nq"), "ETag")).isEqualTo(full);
        assertThat(header(get("/ldes/2.nq"), "ETag")).isNotEqualTo(last);
        assertSameAsDump(new Replica("application/n-quads").follow(base + "/ldes"));
    }

    @Order(3)
    @Test
    void aRedactedVersionIsHandedOutNoMoreAndWhoHasItIsTold() throws Exception {
        server.close();
        deployment.close();
        ClosedFolder.redact(folder.resolve("data"), new BallotId(FIRST), 1, "A name that may not be known.", false);
        deployment = Deployment.open(folder.resolve("data"), Optional.of(base));
        server = DeclaredServer.start(
                deployment, ServerSettings.onPort(URI.create(base).getPort()));

        Replica replica = new Replica("application/n-quads").follow(base + "/ldes");

        assertThat(get("/ldes/1").statusCode()).isEqualTo(301);
        assertThat(header(get("/ldes/1.nq"), "Location")).isEqualTo("/ldes/1-1.nq");
        assertThat(replica.pages()).contains(base + "/ldes/1-1").doesNotContain(base + "/ldes/1");
        Node redacted = uri("/id/declaration/" + FIRST + "/1");
        assertThat(replica.members()).contains(redacted);
        assertThat(replica.content(redacted)).isEmpty();
        assertThat(replica.members()).anyMatch(member -> member.getURI().startsWith(redacted + "/redaction/"));
        assertThat(replica.latest()).doesNotContainKey(redacted);
        assertSameAsDump(replica);
    }
}
