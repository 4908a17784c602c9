package uk.declared.web.keying;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.declared.web.Forms;

/** A council without a file: nominations are published, the result is keyed in. */
class KeyingTest extends KeyingSite {
    @BeforeAll
    void nominateInFourWards() throws Exception {
        for (String ward : List.of("North", "South", "East", "West")) {
            nominate(ward);
        }
    }

    private void nominate(String ward) throws Exception {
        String code = "E0590000" + "NSEW".indexOf(ward.charAt(0));
        String text = "council,polling_date,area_code,area_name,seats,given_name,family_name,name_on_ballot_paper,"
                + "party_id,description,votes,elected\n"
                + "trafford,2026-05-07," + code + "," + ward + ",1,Ann,ABLE,Ann Able,PP63,Green Party,,\n"
                + "trafford,2026-05-07," + code + "," + ward + ",1,Bob,BAKER,Bob Baker,PP53,Labour Party,,\n";
        send(text);
    }

    private static Map<String, String> figures(Document form, String annsVotes) {
        Map<String, String> fields = new HashMap<>();
        fields.put("_csrf", Forms.token(form));
        fields.put("votes-0", annsVotes);
        fields.put("elected-0", "true");
        fields.put("votes-1", "300");
        fields.put("electorate", "8,000");
        fields.put("ballot_papers_cast", "1840");
        return fields;
    }

    @Test
    void theSameFiguresTwiceMakeADraftThatPublishesTheResult() throws Exception {
        signIn(trafford);
        String path = "/submissions/contests/local.trafford.north.2026-05-07";
        assertThat(page("/submissions/contests").select("main a").eachAttr("href"))
                .contains(path);
        Document first = page(path);
        assertThat(first.text()).contains("Ann Able").contains("Labour Party");
        assertThat(first.select("input[inputmode=numeric]").eachAttr("value")).allMatch(String::isEmpty);

        String second = location(post(path, figures(first, "1,533")));
        assertThat(second).isEqualTo(path + "/again");
        String draftPath = location(post(second, figures(page(second), "1533")));
        Document draft = page(draftPath);
        assertThat(draft.text()).contains("Corrections (1)").contains("votes: not stated → 1533");

        location(post(draftPath + "/publish", Map.of("_csrf", Forms.token(draft))));
        Document published = page("/doc/contest/local.trafford.north.2026-05-07");
        assertThat(published.text())
                .contains("Ann Able")
                .contains("1,533")
                .contains("8,000")
                .contains("source: Council");
        assertThat(page("/submissions/contests").select("main a").eachAttr("href"))
                .doesNotContain(path);
    }

    @Test
    void whereTheKeyingsDifferTheFigureIsKeyedAThirdTime() throws Exception {
        signIn(trafford);
        String path = "/submissions/contests/local.trafford.south.2026-05-07";
        String second = location(post(path, figures(page(path), "512")));

        HttpResponse<String> differ = post(second, figures(page(second), "521"));
        Document again = Jsoup.parse(differ.body());
        assertThat(differ.statusCode()).isEqualTo(200);
        assertThat(again.select(".govuk-error-summary").text()).contains("Ann Able: votes");
        assertThat(again.select("input[inputmode=numeric]").eachAttr("name")).containsExactly("votes-0");

        Map<String, String> neither = Map.of("_csrf", Forms.token(again), "votes-0", "599");
        assertThat(post(second, neither).body()).contains("govuk-error-summary");
        String draft = location(post(second, Map.of("_csrf", Forms.token(again), "votes-0", "512")));
        assertThat(page(draft).text()).contains("votes: not stated → 512");
    }

    @Test
    void aProvisionalResultIsDeclaredInTheMorning() throws Exception {
        signIn(trafford);
        String path = "/submissions/contests/local.trafford.east.2026-05-07";
        key(path, "700", "provisional");
        assertThat(page("/doc/contest/local.trafford.east.2026-05-07").text()).contains("rovisional");
        assertThat(page("/submissions/contests").text()).contains("Provisional");

        key(path, "700", "declared");

        assertThat(page("/doc/contest/local.trafford.east.2026-05-07").select("main .govuk-tag--yellow"))
                .isEmpty();
        assertThat(page("/doc/declaration/local.trafford.east.2026-05-07/2").text())
                .contains("Provisional");
        assertThat(page("/doc/declaration/local.trafford.east.2026-05-07/3").text())
                .contains("Declared");
    }

    private void key(String path, String votes, String status) throws Exception {
        Map<String, String> fields = figures(page(path), votes);
        fields.put("status", status);
        String second = location(post(path, fields));
        String draft = location(post(second, figures(page(second), votes)));
        location(post(draft + "/publish", Map.of("_csrf", Forms.token(page(draft)))));
    }

    @Test
    void anotherCouncilsContestIsNotTheirs() throws Exception {
        signIn(bury);

        assertThat(get("/submissions/contests/local.trafford.west.2026-05-07").statusCode())
                .isEqualTo(403);
        assertThat(page("/submissions/contests").text()).doesNotContain("Trafford");
        assertThat(get("/submissions/contests/local.bury.nowhere.2026-05-07").statusCode())
                .isEqualTo(404);
        assertThat(get("/submissions/contests/no%20contest").statusCode()).isEqualTo(404);
    }

    /** Nominations of 501 later contests elsewhere: more than a page holds. */
    @Test
    void whatWaitsElsewhereHidesNoContestOfTheirs() throws Exception {
        StringBuilder elsewhere =
                new StringBuilder("council,polling_date,area_name,seats,name_on_ballot_paper,votes,elected\n");
        for (int i = 0; i < 501; i++) {
            elsewhere.append("bury,2027-05-06,Ward ").append(i).append(",1,Ann Able,,\n");
        }
        send(elsewhere.toString());
        send(
                "council,polling_date,area_name,seats,name_on_ballot_paper,votes,elected\nsalford,2026-05-07,Eccles,1,Ann Able,,\n");

        signIn(token("salford"));
        assertThat(page("/submissions/contests").select("main li a").eachAttr("href"))
                .containsExactly("/submissions/contests/local.salford.eccles.2026-05-07");

        client = newClient();
        signIn(bury);
        Document many = page("/submissions/contests");
        assertThat(many.select("main li a[href^=/submissions/contests/local.bury.]"))
                .hasSize(500);
        assertThat(many.select("main").text()).contains("There are more");
    }

    @Test
    void aContestIsWithdrawnWithAReason() throws Exception {
        signIn(trafford);
        Document form = page("/submissions/contests/local.trafford.west.2026-05-07");
        Map<String, String> fields = new HashMap<>(Map.of(
                "_csrf",
                Forms.token(form),
                "contest",
                "local.trafford.west.2026-05-07",
                "reason",
                "A candidate died."));

        location(post("/submissions/withdrawals", fields));

        HttpResponse<String> gone = get("/doc/contest/local.trafford.west.2026-05-07");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("A candidate died.");
        assertThat(post("/submissions/withdrawals", fields).statusCode()).isEqualTo(404);
        fields.put("reason", " ");
        assertThat(post("/submissions/withdrawals", fields).statusCode()).isEqualTo(400);
    }

    @Test
    void aProgramWithdrawsWithItsToken() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        at("/submissions/withdrawals?contest=local.trafford.none.2026-05-07&reason=wrong"))
                .header("Authorization", "Bearer " + trafford)
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.send(
                                HttpRequest.newBuilder(
                                                at(
                                                        "/submissions/withdrawals?contest=local.trafford.north.2026-05-07&reason=x"))
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }
}
