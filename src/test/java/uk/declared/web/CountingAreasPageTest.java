package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.settings.ServerSettings;

/** What was counted in each district, as a reader, a spreadsheet and a program get it. Persons and figures are invented. */
class CountingAreasPageTest {
    private static final String CONTEST = "mayor.liverpool-city-ca.2024-05-02";
    private static final String ROW =
            "Liverpool City Region Combined Authority,mayor,2024-05-02,E47000004,Liverpool City Region,1,";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        Path file = Files.writeString(
                folder.resolve("parts.csv"),
                "elected_body_name,office,polling_date,area_code,area_name,seats,counting_area_code,counting_area_name,"
                        + "electorate,ballot_papers_cast,rejected_ballot_papers,name_on_ballot_paper,party_id,votes,elected\n"
                        + ROW + ",,3000,810,10,Ann Archer,PP53,500,true\n"
                        + ROW + ",,3000,810,10,Bob Baker,PP52,300,false\n"
                        + ROW + "E08000011,Knowsley,2000,508,8,Ann Archer,PP53,320,\n"
                        + ROW + "E08000011,Knowsley,2000,508,8,Bob Baker,PP52,180,\n"
                        + ROW + "E08000012,Liverpool,1000,302,2,Ann Archer,PP53,180,\n"
                        + ROW + "E08000012,Liverpool,1000,302,2,Bob Baker,PP52,120,\n");
        var publication = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
        assertThat(publication.published())
                .as("%s", publication.report())
                .extracting(version -> version.contest().value())
                .containsExactly(CONTEST);
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    @Test
    void aReaderSeesEveryCandidatesVotesInEachArea() throws Exception {
        Document page = Jsoup.parse(get("/doc/contest/" + CONTEST, "text/html"));

        assertThat(page.select("tr:contains(Knowsley)").eachText())
                .anyMatch(row -> row.contains("320") && row.contains("180"));
        assertThat(page.select("main").text()).contains("500", "300", "Liverpool");
    }

    @Test
    void aSpreadsheetGetsTheAreasAsATableOfTheirOwn() throws Exception {
        List<NamedCsvRecord> rows = csv("/doc/contest/" + CONTEST + ".csv?layout=parts");

        assertThat(rows)
                .extracting(row -> row.getField("counting_area_name") + " " + row.getField("name_on_ballot_paper") + " "
                        + row.getField("votes"))
                .containsExactlyInAnyOrder(
                        "Knowsley Ann Archer 320",
                        "Knowsley Bob Baker 180",
                        "Liverpool Ann Archer 180",
                        "Liverpool Bob Baker 120");
        assertThat(csv("/doc/contest/" + CONTEST + ".csv"))
                .extracting(row -> row.getField("votes"))
                .containsExactlyInAnyOrder("500", "300");
    }

    @Test
    void whoFillsInTheTemplateIsToldOfTheColumns() throws Exception {
        Document english = Jsoup.parse(get("/template", "text/html"));
        Document welsh = Jsoup.parse(get("/template?lang=cy", "text/html"));

        assertThat(english.select("#counting-areas ~ div code").eachText())
                .contains("counting_area_code", "counting_area_name")
                .doesNotContain("part_uri");
        assertThat(welsh.select("#counting-areas").text()).isEqualTo("Canlyniadau fesul ardal gyfrif");
        assertThat(welsh.select("#column-counting_area_name").text()).contains("Enw'r ardal gyfrif", "celloedd");
    }

    @Test
    void aProgramGetsThemInJson() throws Exception {
        JsonNode contest = JsonMapper.builder().build().readTree(get("/doc/contest/" + CONTEST, "application/ld+json"));

        assertThat(contest.path("partialResults")).hasSize(2);
    }

    @Test
    void aLayoutThatThereIsNotIsRefusedWithThoseThatThereAre() throws Exception {
        assertThat(get("/doc/contest/" + CONTEST + ".csv?layout=parcels", "application/json"))
                .contains("Tables come in these: template, parts");
    }

    private static List<NamedCsvRecord> csv(String path) throws Exception {
        return CsvReader.builder().ofNamedCsvRecord(get(path, "text/csv").replace("\uFEFF", "")).stream()
                .toList();
    }

    private static String get(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Accept", form)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return response.body();
    }
}
