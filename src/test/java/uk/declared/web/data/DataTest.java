package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.SKOS;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

@ExtendWith(WithSite.class)
class DataTest {
    private static final String DUMP = "/data/dumps/local.trafford.2024-05-02.nq.gz";
    private final Site site;

    DataTest(Site site) {
        this.site = site;
    }

    private Graph turtle(String path) {
        HttpResponse<byte[]> response = site.get(path, "Accept", "text/turtle");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return RDFParser.fromString(Site.text(response), Lang.TURTLE).toGraph();
    }

    private static long number(Graph graph, String query) {
        try (QueryExec exec = QueryExec.graph(graph).query(query).build()) {
            RowSet rows = exec.select();
            return Long.parseLong(rows.next().get("n").getLiteralLexicalForm());
        }
    }

    static DatasetGraph unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return RDFParser.source(in).lang(Lang.NQUADS).toDatasetGraph();
        }
    }

    @Test
    void theCatalogueHoldsWhatDcatApAsks() {
        Graph shapes = RDFParser.source("src/test/resources/web/dcat-ap.ttl").toGraph();

        var report = ShaclValidator.get().validate(shapes, turtle("/data"));

        assertThat(report.getEntries()).isEmpty();
        assertThat(
                        number(
                                turtle("/data"),
                                "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT (COUNT(*) AS ?n) { ?c a dcat:Catalog ; dcat:dataset ?d }"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void theCatalogueNamesWhatIsPublishedBesideTheResults() {
        Graph catalogue = turtle("/data");
        String prefixes = "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dcterms: <http://purl.org/dc/terms/> ";

        assertThat(
                        number(
                                catalogue,
                                prefixes + "SELECT (COUNT(*) AS ?n) { ?c dcat:dataset ?d . ?d dcat:inSeries"
                                        + " <http://localhost:8080/data/geography> ; dcterms:license ?l ; dcat:distribution ?f }"))
                .isPositive();
        assertThat(number(
                        catalogue,
                        prefixes + "SELECT (COUNT(*) AS ?n) { ?c dcat:dataset ?d"
                                + " FILTER (STRSTARTS(STR(?d), \"http://localhost:8080/data/statistics/\")) }"))
                .isGreaterThan(2);
        assertThat(number(
                        catalogue,
                        prefixes + "SELECT (COUNT(*) AS ?n) { ?d dcat:distribution/dcterms:conformsTo"
                                + " <https://w3id.org/ldes/specification> }"))
                .isEqualTo(3);
    }

    @Test
    void theCatalogueSaysHowLargeADumpIsOnceItIsMade() {
        byte[] dump = site.get(DUMP).body();

        assertThat(number(
                        turtle("/data"),
                        "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT (?b AS ?n) { ?d dcat:downloadURL <http://localhost:8080"
                                + DUMP + "> ; dcat:byteSize ?b ; <http://spdx.org/rdf/terms#checksum> ?c }"))
                .isEqualTo(dump.length);
    }

    @Test
    void voidCountsWhatIsThere() throws IOException {
        Graph description = turtle("/.well-known/void");
        DatasetGraph all = unpacked(site.get("/data/dumps/all.nq.gz").body());
        unpacked(site.get("/data/dumps/other-licences.nq.gz").body()).stream().forEach(all::add);
        long triples;
        long links;
        try (QueryExec exec = QueryExec.dataset(all)
                .query("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }")
                .build()) {
            triples = Long.parseLong(exec.select().next().get("n").getLiteralLexicalForm());
        }
        try (QueryExec exec = QueryExec.dataset(all)
                .query("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?o { GRAPH ?g { ?s"
                        + " <https://w3id.org/local-elections#statisticalGeography> ?o } } }")
                .build()) {
            links = Long.parseLong(exec.select().next().get("n").getLiteralLexicalForm());
        }

        assertThat(
                        number(
                                description,
                                "PREFIX void: <http://rdfs.org/ns/void#> SELECT (?t AS ?n) { ?d void:sparqlEndpoint ?e ; void:triples ?t }"))
                .isEqualTo(triples);
        assertThat(number(
                        description,
                        "PREFIX void: <http://rdfs.org/ns/void#> SELECT (?t AS ?n) { ?l a void:Linkset ; void:linkPredicate"
                                + " <https://w3id.org/local-elections#statisticalGeography> ; void:triples ?t }"))
                .isEqualTo(links);
    }

    /** Counted from the lines of the dumps, without a query. */
    @Test
    void everyLinksetHasAsManyLinksAsTheDumps() throws IOException {
        DatasetGraph all = unpacked(site.get("/data/dumps/all.nq.gz").body());
        unpacked(site.get("/data/dumps/other-licences.nq.gz").body()).stream().forEach(all::add);
        Map<String, Set<String>> counted = new TreeMap<>();
        all.stream()
                .filter(quad -> quad.getSubject().isURI() && quad.getObject().isURI())
                .filter(quad -> quad.getSubject().getURI().startsWith("http://localhost:8080/id/"))
                .forEach(quad -> {
                    String[] parts = quad.getObject().getURI().split("/", 4);
                    counted.computeIfAbsent(
                                    quad.getPredicate().getURI() + " " + parts[0] + "//"
                                            + (parts.length > 2 ? parts[2] : "") + "/",
                                    first -> new HashSet<>())
                            .add(quad.getSubject() + " " + quad.getObject());
                });

        Map<String, Long> said = new TreeMap<>();
        try (QueryExec exec = QueryExec.graph(turtle("/.well-known/void"))
                .query(
                        "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?p ?t ?n { ?l a void:Linkset ; void:linkPredicate ?p ;"
                                + " void:subjectsTarget <http://localhost:8080/data/dataset/all> ;"
                                + " void:objectsTarget ?t ; void:triples ?n }")
                .build()) {
            exec.select()
                    .forEachRemaining(row -> said.put(
                            row.get("p").getURI() + " " + row.get("t").getURI(),
                            Long.parseLong(row.get("n").getLiteralLexicalForm())));
        }

        assertThat(said)
                .containsKeys(
                        "https://w3id.org/local-elections#statisticalGeography http://statistics.data.gov.uk/",
                        "http://xmlns.com/foaf/0.1/page https://search.electoralcommission.org.uk/")
                .allSatisfy((links, number) -> assertThat(number)
                        .as(links)
                        .isEqualTo(counted.getOrDefault(links, Set.of()).size()));
    }

    /** Counted in the file of alignments. */
    @Test
    void theVocabularysLinksToParliamentsAreALinkset() {
        Graph alignments = RDFParser.source("ontology/alignments.ttl").toGraph();
        long closely = alignments.stream(Node.ANY, SKOS.closeMatch.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith("http://parliament.uk/ontologies/"))
                .count();

        assertThat(number(
                        turtle("/.well-known/void"),
                        "PREFIX void: <http://rdfs.org/ns/void#> SELECT (?t AS ?n) { ?l a void:Linkset ; void:subjectsTarget"
                                + " <http://localhost:8080/data/vocabulary> ; void:triples ?t ;"
                                + " void:linkPredicate <http://www.w3.org/2004/02/skos/core#closeMatch> }"))
                .isEqualTo(closely)
                .isPositive();
    }

    @Test
    void thePageOfLinksJoinsWithEachPublisher() {
        Document page = site.page("/data/links");

        assertThat(page.select("section h2")).hasSize(5);
        assertThat(page.select("section a[href^=/queries/join-with-]")).hasSize(5);
        assertThat(page.select("section:has(#join-0) tbody tr")).hasSize(3);
        assertThat(page.select("section:has(#join-0) tbody").text())
                .contains("http://statistics.data.gov.uk/id/statistical-geography/E05015239");
        assertThat(page.select("section:has(#join-1) tbody").text())
                .contains("https://candidates.democracyclub.org.uk/elections/local.trafford.");
        assertThat(page.select("section:has(#join-2) tbody tr")).isNotEmpty();
        assertThat(page.select("section:has(#join-4) tbody").text())
                .contains("http://parliament.uk/ontologies/election/");
        assertThat(site.page("/data/links?lang=cy").select("h1").text()).isEqualTo("Dolenni i gysylltu drwyddynt");
        page.select("section a[href^=/queries/]")
                .forEach(run -> assertThat(site.get(run.attr("href") + ".csv").statusCode())
                        .as(run.attr("href"))
                        .isEqualTo(200));
    }

    @Test
    void aDumpOfAnElectionHoldsItsContests() throws IOException {
        DatasetGraph dump = unpacked(site.get(DUMP).body());

        assertThat(dump.stream().filter(quad -> quad.getPredicate().getURI().endsWith("local-elections#votes")))
                .hasSize(98);
    }

    @Test
    void whatIsNotUnderAnOpenLicenceHasADumpOfItsOwn() throws IOException {
        String transferable = "http://localhost:8080" + Site.TRANSFERABLE;
        DatasetGraph open = unpacked(site.get("/data/dumps/all.nq.gz").body());
        DatasetGraph others =
                unpacked(site.get("/data/dumps/other-licences.nq.gz").body());

        assertThat(open.containsGraph(NodeFactory.createURI(transferable))).isFalse();
        assertThat(others.containsGraph(NodeFactory.createURI(transferable))).isTrue();
        assertThat(others.stream().map(Quad::getGraph))
                .doesNotContain(NodeFactory.createURI("http://localhost:8080" + Site.ALTRINCHAM));
    }

    @Test
    void theCatalogueSaysWhatTheOpenDumpsLeaveOutAndUnderWhichLicenceItIs() {
        String catalogue = Site.text(site.get("/data.ttl"));

        // Of the edge cases one is under CC BY-SA, and of one no licence is known.
        assertThat(catalogue).contains("1 contest under CC BY-SA 4.0; 1 contest of which no licence is known");
        assertThat(site.page("/data").select("main").text())
                .contains("1 contest under CC BY-SA 4.0; 1 contest of which no licence is known");
        assertThat(site.page("/data?lang=cy").select("main").text()).contains("1 ornest o dan CC BY-SA 4.0");
    }

    @Test
    void searchEnginesAreToldWhichPagesAreDataSets() {
        for (String path : List.of("/data", "/doc/election/local.trafford.2024-05-02", Site.ALTRINCHAM)) {
            JsonNode dataset = JsonMapper.builder()
                    .build()
                    .readTree(site.page(path)
                            .expectFirst("script[type=application/ld+json]")
                            .data());

            assertThat(dataset.path("@context").asString()).isEqualTo("https://schema.org/");
            assertThat(dataset.path("@type").asString()).isEqualTo("Dataset");
            // Google's guide asks for 50 characters at least.
            assertThat(dataset.path("description").asString()).hasSizeGreaterThan(50);
            assertThat(dataset.path("license").asString()).contains("open-government-licence");
            assertThat(dataset.at("/distribution/0/contentUrl").asString()).startsWith("http://localhost:8080/d");
            dataset.path("distribution")
                    .forEach(file -> assertThat(site.send(
                                            "HEAD",
                                            file.path("contentUrl")
                                                    .asString()
                                                    .substring("http://localhost:8080".length()))
                                    .statusCode())
                            .as(file.toString())
                            .isEqualTo(200));
        }
        assertThat(site.page("/def/rules").select("script[type=application/ld+json]"))
                .isEmpty();
    }

    @Test
    void aDumpIsResumedWhereItBrokeOff() throws Exception {
        HttpResponse<byte[]> whole = site.get(DUMP);
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> rest = site.get(DUMP, "Range", "bytes=100-", "If-Range", tag);

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, whole.body().length));
        assertThat(site.get(DUMP, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get(DUMP, "Range", "bytes=999999999-").statusCode()).isEqualTo(416);
    }

    @Test
    void theChecksumIsTheDumps() throws Exception {
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(site.get(DUMP).body()));

        assertThat(Site.text(site.get(DUMP + ".sha256"))).isEqualTo(expected + "  local.trafford.2024-05-02.nq.gz\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1999.nq.gz", "local.nowhere.2024-05-02.nq.gz", "all.nq", "all.zip", "..%2Fall.nq.gz", ".nq.gz"})
    void thereIsNoOtherDump(String file) {
        assertThat(site.get("/data/dumps/" + file).statusCode()).isIn(400, 404);
    }

    @Test
    void harvestersReadTheCatalogue() {
        JsonNode root =
                JsonMapper.builder().build().readTree(site.get("/data.json").body());

        assertThat(root.path("dataset").size()).isGreaterThanOrEqualTo(3);
        assertThat(root.path("dataset")).allSatisfy(dataset -> {
            assertThat(dataset.at("/contactPoint/fn").asString()).isNotEmpty();
            assertThat(dataset.path("accessLevel").asString()).isEqualTo("public");
            assertThat(dataset.path("distribution").size()).isPositive();
        });
        assertThat(root.at("/dataset/0/distribution/0/downloadURL").asString())
                .isEqualTo("http://localhost:8080/data/dumps/all.nq.gz");
    }

    /** The requirements of POD 1.1 in a schema of our own, as a validator that nobody here wrote reads it. */
    @Test
    void theListForHarvestersIsAsProjectOpenDataAsks() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/test/resources/web/pod-1.1.json")), InputFormat.JSON);
        String listed = Site.text(site.get("/data.json"));

        assertThat(schema.validate(listed, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(listed.replace("\"accessLevel\"", "\"level\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(listed.replace("mailto:", "at "), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theHeadOfTheRecordIsPublished() {
        JsonNode head =
                JsonMapper.builder().build().readTree(site.get("/data/record").body());

        assertThat(head.path("entries").asLong()).isPositive();
        assertThat(head.path("hash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void crawlersFindThePages() {
        assertThat(Site.text(site.get("/robots.txt"))).contains("Sitemap: http://localhost:8080/sitemap.xml");
        Document index = Jsoup.parse(Site.text(site.get("/sitemap.xml")), "", Parser.xmlParser());
        assertThat(index.select("sitemap > loc").eachText()).containsExactly("http://localhost:8080/sitemap-1.xml");
        Document map = Jsoup.parse(Site.text(site.get("/sitemap-1.xml")), "", Parser.xmlParser());
        assertThat(map.select("url > loc").eachText())
                .contains(
                        "http://localhost:8080/",
                        "http://localhost:8080" + Site.ALTRINCHAM,
                        "http://localhost:8080/doc/area/E05015239",
                        "http://localhost:8080/doc/council/trafford")
                .doesNotHaveDuplicates();
        assertThat(site.get("/sitemap-2.xml").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {Site.ALTRINCHAM, Site.ALTRINCHAM + "/statistics", "/data/geography/areas-e05000819"})
    void aGraphIsReadByItsNameAsTheDumpHasIt(String path) throws IOException {
        DatasetGraph dump = unpacked(site.get("/data/dumps/all.nq.gz").body());
        Node name = NodeFactory.createURI("http://localhost:8080" + path);

        assertThat(turtle("/rdf-graphs/service?graph=" + name.getURI()).find().toSet())
                .isNotEmpty()
                .isEqualTo(dump.getGraph(name).find().toSet());
        assertThat(turtle(path).find().toSet())
                .containsAll(dump.getGraph(name).find().toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    ?graph=http://localhost:8080/data/nothing, 404",
        "GET,    ?graph=councils,                          400",
        "GET,    '',                                       400",
        "GET,    ?default,                                 403",
        "PUT,    ?graph=http://localhost:8080/data/record, 405",
        "DELETE, ?graph=http://localhost:8080/data/record, 405",
        "HEAD,   ?graph=http://localhost:8080/data/record, 200"
    })
    void graphsCanOnlyBeReadOneByOne(String method, String query, int status) {
        assertThat(site.send(method, "/rdf-graphs/service" + query).statusCode())
                .isEqualTo(status);
    }
}
