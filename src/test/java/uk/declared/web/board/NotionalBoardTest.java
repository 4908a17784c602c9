package uk.declared.web.board;

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
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** A new ward that Labour is reckoned to have had and Greens win, and another of which nothing is reckoned. */
class NotionalBoardTest {
    private static final String BOARD = "/elections/2023-05-04";
    private static final String COMPARED =
            "Green gain from Labour (compared with notional results of Example University)";
    private static final String IN_WELSH = "(o gymharu â chanlyniadau tybiannol gan Example University)";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        publish(ward("2019-05-02", "E05000801", "Old", "PP53"));
        publish(ward("2023-05-04", "E05015201", "North", "PP63") + ward("2023-05-04", "E05015202", "South", "PP53")
                + "trafford,2023-05-04,E05015204,Moor,nominated,1,Ann Ash,PP53,,\n");
        deployment
                .imports()
                .publish(
                        ReferenceKind.NOTIONAL,
                        Files.writeString(
                                folder.resolve("notional.csv"),
                                "Council,Polling Day,Notional For,Ward Name,Ward Code,Party Name,Party ID,Seats,Source\n"
                                        + "Trafford,2023-05-04,2019-05-02,North,E05015201,Labour Party,PP53,1,Example University\n"));
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static String ward(String day, String code, String ward, String won) {
        String start = "trafford," + day + "," + code + "," + ward + ",declared,1,";
        return start + ward + " One," + won + ",900,true\n" + start + ward + " Two,PP52,100,false\n";
    }

    private static void publish(String rows) throws Exception {
        Path file = Files.writeString(
                folder.resolve("results.csv"),
                "council,polling_date,area_code,area_name,status,seats,name_on_ballot_paper,party_id,votes,elected\n"
                        + rows);
        assertThat(deployment
                        .publisher()
                        .publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL)
                        .refused())
                .isFalse();
    }

    private static Document page(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Accept", "text/html")
                .build();
        return Jsoup.parse(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    @Test
    void tickerAndTableOfWardsNameWhoseNotionalResultsAGainIsComparedWith() throws Exception {
        assertThat(page(BOARD).expectFirst("#board-ticker").text()).contains(COMPARED);
        assertThat(page(BOARD + "/trafford")
                        .expectFirst("#contest-local_trafford_north_2023-05-04")
                        .text())
                .contains(COMPARED);
        assertThat(page(BOARD + "?lang=cy").expectFirst("#board-ticker").text()).contains(IN_WELSH);
    }

    @Test
    void theStateOfThePartiesSaysHowManyContestsAreComparedSo() throws Exception {
        assertThat(page(BOARD).expectFirst("#board-parties").text())
                .contains("Since the seats were last fought: 1 of 2 declared contests compared.")
                .contains("Of these 1 in new wards are compared with notional results of Example University");
        assertThat(page(BOARD + "?lang=cy").expectFirst("#board-parties").text())
                .contains("O’r rhain cymharwyd 1 mewn wardiau newydd â chanlyniadau tybiannol gan Example University");
    }

    @Test
    void theContestsPageNamesThemToo() throws Exception {
        assertThat(page("/doc/contest/local.trafford.north.2023-05-04").text()).contains(COMPARED);
        assertThat(page("/doc/contest/local.trafford.north.2023-05-04?lang=cy").text())
                .contains(IN_WELSH);
        assertThat(page("/doc/contest/local.trafford.south.2023-05-04").text())
                .contains("A new ward, or one with another number of seats: nothing was held or gained")
                .doesNotContain("notional");
    }
}
