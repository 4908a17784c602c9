package uk.declared.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.query.LibraryQuery;
import uk.declared.query.QueryLibrary;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** The query library as it is met over HTTP. */
class QueryPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String SEATS = "/queries/seats-by-party";
    private static final String ELECTION = "?election=local.exampleton.2024-05-02";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static EmbeddedStore store;
    private static DeclaredServer server;

    @BeforeAll
    static void start() {
        DatasetGraph dataset = RDFDataMgr.loadDatasetGraph("queries/small.trig");
        List<StoreChange> changes = new ArrayList<>();
        for (Iterator<Node> names = dataset.listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            changes.add(new StoreChange.Replace(
                    name.getURI(), dataset.getGraph(name).find().toList()));
        }
        store = EmbeddedStore.inMemory();
        store.apply(changes.iterator(), new Position(1, "one"));
        server = DeclaredServer.start(store, new Uris("http://localhost:8080"), ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        store.close();
    }

    @Test
    void theListLeadsToEveryQueryAndEachHasAForm() throws Exception {
        String list = get("/queries", BROWSER).body();

        for (LibraryQuery query : QueryLibrary.load().queries()) {
            assertThat(list).contains("href=\"/queries/" + query.name() + "\"");
            HttpResponse<String> page = get("/queries/" + query.name(), BROWSER);
            assertThat(page.statusCode()).isEqualTo(200);
            query.parameters()
                    .forEach(parameter -> assertThat(page.body()).contains("name=\"" + parameter.name() + "\""));
        }
    }

    @Test
    void anAnswerIsDrawnWhereTheQuerySaysHowAndMayBeShownElsewhere() throws Exception {
        HttpResponse<String> page = get("/queries/votes-per-seat" + ELECTION, BROWSER);

        assertThat(page.body()).contains("declared-chart__row", "&lt;iframe src=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *");
        assertThat(get("/queries", BROWSER)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void aQueryIsDescribedInRdfAndAnsweredWhereItsParametersAreGiven() throws Exception {
        String described = get(SEATS + ".ttl", "*/*").body();
        String answered = get(SEATS + ELECTION, "text/turtle").body();

        assertThat(described).contains("sh:SPARQLExecutable", "sh:declare").doesNotContain("Purple Party");
        assertThat(answered).contains("sh:SPARQLExecutable", "Purple Party");
    }

    @Test
    void aPageShowsTheAnswerAndLeadsToItAsDataAndToTheEditor() throws Exception {
        String page = get(SEATS + ELECTION, BROWSER).body();

        assertThat(page).contains("Purple Party", "39.09", "3 rows.");
        assertThat(page).contains("href=\"/queries/seats-by-party.csv?election=local.exampleton.2024-05-02\"");
        Matcher editor = Pattern.compile("href=\"(/sparql\\?edit=[^\"]+)\"").matcher(page);
        assertThat(editor.find()).isTrue();
        assertThat(get(editor.group(1).replace("&amp;", "&"), BROWSER).body())
                .contains("&lt;http://localhost:8080/id/election/local.exampleton.2024-05-02&gt;");
    }

    @Test
    void anAnswerIsReadInWordsAndHadExactly() throws Exception {
        Document page =
                Jsoup.parse(get("/queries/turnout-by-ward" + ELECTION, BROWSER).body());

        assertThat(page.select("main th[scope=col]").eachText()).contains("Turnout, per cent", "Contest");
        assertThat(page.select("main td a[href^=/doc/contest/]").text())
                .doesNotContain("http://")
                .isNotBlank();
        assertThat(get("/queries/turnout-by-ward.csv" + ELECTION, "*/*").body()).startsWith("code,ward,electorate,");
        assertThat(Jsoup.parse(get("/queries/turnout-by-ward" + ELECTION + "&lang=cy", BROWSER)
                                .body())
                        .select("main th[scope=col]")
                        .eachText())
                .contains("Gornest");
    }

    @Test
    void queriesAreFoundByTheirWords() throws Exception {
        Document found = Jsoup.parse(get("/queries?q=swing", BROWSER).body());

        assertThat(found.select("main h3 a").eachAttr("href"))
                .contains("/queries/swing")
                .hasSizeLessThan(5);
        assertThat(found.select("main h2").text()).contains("What changed");
    }

    @Test
    void theEditorOpensWithAQueryOfTheLibraryOrOneAboutAThing() throws Exception {
        assertThat(Jsoup.parse(get("/sparql?example=closest-contests", BROWSER).body())
                        .select("textarea")
                        .text())
                .contains("SELECT");
        String thing = URLEncoder.encode("http://localhost:8080/id/council/exampleton", StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(get("/sparql?about=" + thing, BROWSER).body())
                        .select("textarea")
                        .text())
                .contains("<http://localhost:8080/id/council/exampleton>");
        assertThat(Jsoup.parse(get("/sparql?about=http://localhost:8080/id/council/a%3E%20b", BROWSER)
                                .body())
                        .select("textarea")
                        .text())
                .isEmpty();
    }

    @Test
    void theAnswerToAnybodysQueryIsDrawnWhereItHasFigures() throws Exception {
        String query =
                "PREFIX le: <https://w3id.org/local-elections#> SELECT ?name ?votes { ?c le:nameOnBallotPaper ?name ; le:votes ?votes }";
        Document page = Jsoup.parse(get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), BROWSER)
                .body());

        assertThat(page.select(".declared-drawing .declared-chart__row")).hasSizeGreaterThan(1);
        assertThat(page.select("textarea").text()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        ".csv, */*, text/csv;charset=utf-8",
        ".json, */*, application/sparql-results+json",
        ".xml, */*, application/sparql-results+xml",
        ".tsv, */*, text/tab-separated-values;charset=utf-8",
        "'', text/csv, text/csv;charset=utf-8",
        "'', application/sparql-results+json, application/sparql-results+json",
        "'', */*, text/html"
    })
    void anAnswerComesInEveryFormatBySuffixAndByNegotiation(String suffix, String accept, String type)
            throws Exception {
        HttpResponse<String> answer = get(SEATS + suffix + ELECTION, accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).contains("Purple Party");
    }

    @Test
    void csvIsWhatASpreadsheetReads() throws Exception {
        assertThat(get(SEATS + ".csv" + ELECTION, "*/*").body())
                .startsWith(
                        "party_id,party,standing,candidates,seats,votes,vote_share\r\nPP1,Purple Party,party,3,3,500,");
    }

    /** A list that stops after so many rows must not look like all there is. */
    @Test
    void aListThatIsCutSaysSoAndLeadsToTheRest() throws Exception {
        List<String> whole =
                get("/queries/closest-contests.csv?n=20", "*/*").body().lines().toList();
        List<String> rows = new ArrayList<>();
        String path = "/queries/closest-contests.csv?n=1";
        while (!path.isEmpty()) {
            HttpResponse<String> part = get(path, "*/*");
            rows.addAll(part.body().lines().skip(1).toList());
            String link = part.headers().firstValue("Link").orElse("");
            assertThat(part.headers().firstValue("Content-Disposition").isPresent())
                    .isEqualTo(whole.size() > 2);
            path = link.replaceAll("^<http://localhost:8080(.*)>; rel=\"next\"$", "$1");
        }
        HttpResponse<String> json = get("/queries/closest-contests.json?n=1", "*/*");
        HttpResponse<String> all = get("/queries/closest-contests.json?n=20", "*/*");

        assertThat(rows).hasSizeGreaterThan(1).isEqualTo(whole.subList(1, whole.size()));
        assertThat(json.body())
                .containsPattern(
                        "\"link\": \\[ \"http://localhost:8080/queries/closest-contests.json\\?n=1&page=2\" \\]");
        assertThat(JsonMapper.builder().build().readTree(json.body()).at("/results/bindings"))
                .hasSize(1);
        assertThat(all.body()).doesNotContain("\"link\"");
        assertThat(all.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void aWrongOrMissingValueIsExplained() throws Exception {
        assertThat(get(SEATS + "?election=nonsense", BROWSER).body()).contains("needs the identifier of an election");
        assertThat(get(SEATS + "?election=nonsense&lang=cy", BROWSER).body()).contains("Mae angen dynodydd etholiad");
        HttpResponse<String> data = get(SEATS + ".csv", "text/csv");
        assertThat(data.statusCode()).isEqualTo(400);
        assertThat(data.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(data.body()).contains("needs a value");
        assertThat(get(SEATS + ".csv" + ELECTION + "&x=1", "text/csv").body()).contains("has no parameter x");
    }

    @Test
    void whatThereIsNotIsNotFoundOrNotAcceptable() throws Exception {
        assertThat(get("/queries/nonsense", BROWSER).statusCode()).isEqualTo(404);
        assertThat(get(SEATS + ".pdf", "*/*").statusCode()).isEqualTo(404);
        assertThat(get(SEATS + ELECTION, "application/pdf").statusCode()).isEqualTo(406);
        assertThat(get("/queries/..%2Findex.txt", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void theQueryItselfCanBeRead() throws Exception {
        HttpResponse<String> source = get(SEATS + ".rq", "*/*");

        assertThat(source.headers().firstValue("Content-Type")).hasValue("application/sparql-query");
        assertThat(source.body()).startsWith("#+ title: Seats by party in one election");
    }

    @Test
    void theSamePageIsThereInWelsh() throws Exception {
        assertThat(get(SEATS + ELECTION + "&lang=cy", BROWSER).body())
                .contains("Seddi fesul plaid mewn un etholiad")
                .contains("3 rhes.");
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Accept", accept)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
