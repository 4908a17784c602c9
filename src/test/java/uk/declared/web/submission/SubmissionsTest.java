package uk.declared.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.access.AuditLog;

/** Sending results over HTTP: programs with a token, and an officer with a browser. */
class SubmissionsTest extends SendingCouncils {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aFileIsPublishedAndItsDeclarationsAreNamed() throws Exception {
        HttpResponse<String> response = submit(trafford, "", ward("Made", 501));

        JsonNode json = JSON.readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location"))
                .contains("http://localhost:8080/id/declaration/local.trafford.made.2024-05-02/1");
        assertThat(json.path("declarations").get(0).path("contest").asString())
                .isEqualTo("http://localhost:8080/id/contest/local.trafford.made.2024-05-02");
        assertThat(json.path("report").isObject()).isTrue();
        assertThat(page("/doc/contest/local.trafford.made.2024-05-02").text())
                .contains("501")
                .contains("source: Council");
        assertThat(submit(trafford, "", ward("Made", 501)).statusCode())
                .as("Nothing new is made")
                .isEqualTo(200);
    }

    @Test
    void aDryRunSaysWhatWouldBeAndPublishesNothing() throws Exception {
        HttpResponse<String> response = submit(trafford, "?publish=false", ward("Dry", 501));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).path("published").asBoolean()).isFalse();
        assertThat(get("/doc/contest/local.trafford.dry.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatBreaksARuleIsAnsweredWithTheReport() throws Exception {
        HttpResponse<String> response =
                submit(trafford, "", ward("Broken", 501).replace(",501,", ",twelve,"), "Accept", "text/plain");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("F030").contains("twelve");
        assertThat(submit(trafford, "", "\u0089PNG nothing at all").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aReportCanBeHadInRdf() throws Exception {
        HttpResponse<String> response = submit(trafford, "?publish=false", ward("Rdf", 501), "Accept", "text/turtle");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/turtle;charset=utf-8");
        assertThat(response.body()).contains("ValidationReport");
    }

    @Test
    void withoutATokenNothingIsTaken() throws Exception {
        HttpResponse<String> none = submit("", "", ward("Nobody", 501));

        assertThat(none.statusCode()).as(none.body()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(submit("declared_aaaaaaaaaa_" + "x".repeat(43), "", ward("Nobody", 501))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherCouncilsContestsAreNotPublished() throws Exception {
        HttpResponse<String> response = submit(bury, "?council=trafford", ward("Stolen", 501));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(response.body()).path("contests").get(0).asString())
                .isEqualTo("local.trafford.stolen.2024-05-02");
        assertThat(submit(bury, "?source=operator", ward("Stolen", 501)).statusCode())
                .isEqualTo(403);
        assertThat(get("/doc/contest/local.trafford.stolen.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aThirdPartysFileLeavesWhatTheCouncilSaid() throws Exception {
        submit(trafford, "", ward("Own", 501));

        HttpResponse<String> response = submit(operator, "?source=third-party", ward("Own", 499));

        JsonNode outranked = JSON.readTree(response.body()).path("outranked").get(0);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(outranked.path("declaredBy").asString()).isEqualTo("council");
        assertThat(outranked.path("differences").get(0).asString()).isEqualTo("Ann, votes: 501 → 499");
    }

    @Test
    void sendingAgainWithTheSameKeyGivesTheSameAnswer() throws Exception {
        String[] key = {"Idempotency-Key", "night-1"};
        HttpResponse<String> first = submit(trafford, "", ward("Once", 501), key);
        submit(trafford, "", ward("Once", 502));

        HttpResponse<String> again = submit(trafford, "", ward("Once", 501), key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(page("/doc/contest/local.trafford.once.2024-05-02").text()).contains("502");
        assertThat(submit(trafford, "", ward("Once", 503), key).statusCode())
                .as("The key is for another file")
                .isEqualTo(422);
    }

    @Test
    void whatIsNoFileIsRefusedAsSuch() throws Exception {
        assertThat(submit(trafford, "", "").statusCode()).isEqualTo(400);
        HttpRequest form = HttpRequest.newBuilder(at("/submissions"))
                .header("Authorization", "Bearer " + trafford)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();
        assertThat(client.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
        assertThat(submit(trafford, "", ward("Any", 1), "Accept", "image/png").statusCode())
                .isEqualTo(406);
        assertThat(submit(trafford, "?date=soon", ward("Any", 1)).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        HttpResponse<String> response = submit(trafford, "", HEADINGS + "x".repeat(53 * 1024 * 1024));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("50 MB");
    }

    @Test
    void aRevokedTokenIsOfNoUse() throws Exception {
        String revoked = token(Optional.of("trafford"));
        assertThat(submit(revoked, "?publish=false", ward("Any", 1)).statusCode())
                .isEqualTo(200);

        deployment.tokens().revoke(revoked.split("_")[1]);

        assertThat(submit(revoked, "?publish=false", ward("Any", 1)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void everythingThatIsDoneIsInTheAuditLog() throws Exception {
        submit(trafford, "", ward("Noted", 501));

        AuditLog.Event last = deployment.audit().last(1).get(0);

        assertThat(last.action()).isEqualTo("publish");
        assertThat(last.who()).startsWith("token:");
        assertThat(last.details()).containsEntry("outcome", "published").containsEntry("declarations", "1");
        assertThat(last.toString()).doesNotContain(trafford.split("_", 3)[2]);
    }
}
