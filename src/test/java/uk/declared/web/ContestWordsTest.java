package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** That pages say what was declared, in the words of the voting system, and no more. Persons and figures are invented. */
class ContestWordsTest {
    private static final String HEADINGS =
            "council,polling_date,area_name,office,voting_system,status,contest_status,seats,name_on_ballot_paper,party_id,votes,elected\n";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        publish("watford,2022-05-05,Watford,mayor,supplementary-vote,declared,,1,Ann Ash,PP90,8000,true\n"
                + "watford,2022-05-05,Watford,mayor,supplementary-vote,declared,,1,Bob Beech,PP53,7000,false\n"
                + "watford,2022-05-05,Watford,mayor,supplementary-vote,declared,,1,Cai Cedar,PP52,5000,false\n");
        publish("fife,2022-05-05,Cupar,councillor,single-transferable-vote,declared,,1,Ann Ash,PP102,3000,true\n"
                + "fife,2022-05-05,Cupar,councillor,single-transferable-vote,declared,,1,Bob Beech,PP53,2000,false\n");
        publish(
                "trafford,2022-05-05,Quiet,councillor,first-past-the-post,declared,uncontested,1,Ann Ash,PP63,,true\n"
                        + "trafford,2022-05-05,Late,councillor,first-past-the-post,nominated,,1,Bob Beech,PP63,,\n"
                        + "trafford,2022-05-05,Late,councillor,first-past-the-post,nominated,,1,Cai Cedar,joint-party:53-119,,\n");
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    @Test
    void firstPreferencesAreNoMajorityAndTheSecondCountIsSaidToBeMissing() throws Exception {
        Document page = page("/doc/contest/mayor.watford.2022-05-05");

        assertThat(page.select("main").text())
                .contains("the second count is not given")
                .doesNotContain("Majority", "more than Bob");
    }

    @Test
    void underTheTransferableVoteNobodyHasAMajorityOverTheNext() throws Exception {
        assertThat(page("/doc/contest/local.fife.cupar.2022-05-05")
                        .select("main")
                        .text())
                .contains("the stages of the count are not given")
                .doesNotContain("Majority", "more than Bob");
    }

    @Test
    void aMayorIsCalledAMayor() throws Exception {
        assertThat(page("/doc/contest/mayor.watford.2022-05-05").select("h1").text())
                .contains("Mayor of Watford, 5 May 2022");
        assertThat(page("/doc/election/mayor.watford.2022-05-05").select("h1").text())
                .contains("Mayoral election");
        assertThat(page("/doc/contest/mayor.watford.2022-05-05?lang=cy")
                        .select("h1")
                        .text())
                .contains("Maer Watford");
    }

    @Test
    void anUncontestedWardSaysSoOnce() throws Exception {
        String text = page("/doc/contest/local.trafford.quiet.2022-05-05")
                .select("main")
                .text();

        assertThat(text).contains("There was no poll", "no poll").doesNotContain("not stated");
    }

    @Test
    void anAwaitedWardSaysSoOnce() throws Exception {
        String text = page("/doc/contest/local.trafford.late.2022-05-05")
                .select("main")
                .text();

        assertThat(text).contains("The result is awaited").doesNotContain("not stated");
    }

    /** Of its two candidates one is elected without a poll, and of the other nothing is declared yet. */
    @Test
    void aPartysPageTakesNobodyForBeatenWhoseResultIsAwaited() throws Exception {
        Document party = page("/doc/party/PP63");

        assertThat(party.select("main tbody td").eachText()).contains("2", "1, and 1 not known");
        assertThat(party.select("main").text())
                .contains("1 of them were elected. Whether one more was elected is not known here");
        assertThat(page("/doc/party/joint-party-53-119").select("main tbody td").eachText())
                .contains("1", "not known");
        assertThat(page("/doc/party/PP102").select("main").text()).doesNotContain("not known");
    }

    @Test
    void aJointCandidatureHasAName() throws Exception {
        String text = page("/doc/contest/local.trafford.late.2022-05-05")
                .select("main")
                .text();
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(get("/doc/contest/local.trafford.late.2022-05-05", "application/ld+json"));

        assertThat(text).contains("Labour and Co-operative").doesNotContain("joint-party");
        assertThat(json.path("candidacies"))
                .isNotEmpty()
                .allSatisfy(candidacy ->
                        assertThat(candidacy.path("party").isObject()).isTrue());
        assertThat(get("/doc/party/joint-party-53-119", "text/turtle")).contains("Labour and Co-operative");
    }

    private static void publish(String rows) throws Exception {
        Path file = Files.writeString(folder.resolve("result.csv"), HEADINGS + rows);
        assertThat(deployment
                        .publisher()
                        .publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL)
                        .published())
                .isNotEmpty();
    }

    private static Document page(String path) throws Exception {
        return Jsoup.parse(get(path, "text/html"));
    }

    private static String get(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Accept", form)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
