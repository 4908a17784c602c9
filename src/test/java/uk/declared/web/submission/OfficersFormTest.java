package uk.declared.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import uk.declared.web.Forms;

/** An officer's way through the form: signed in, sent, looked at, published. */
class OfficersFormTest extends SendingCouncils {
    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return client.send(Forms.post(at(path), fields).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String token) throws Exception {
        return post("/sign-in", Map.of("_csrf", Forms.token(page("/sign-in")), "token", token));
    }

    /** Sends a file by the form and returns the path of the draft. */
    private String upload(String content) throws Exception {
        Element form = page("/submissions").select("form[data-declared-upload]").get(0);
        String boundary = "----declared";
        String body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\night.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(at(form.attr("action")))
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void anOfficerSignsInSendsLooksAndPublishes() throws Exception {
        assertThat(get("/submissions").statusCode()).isEqualTo(302);
        assertThat(signIn("declared_aaaaaaaaaa_" + "x".repeat(43)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?failed"));
        assertThat(signIn(trafford).statusCode()).isEqualTo(302);

        String path = upload(ward("Night", 501));
        Document draft = page(path);
        Document preview = page(path + "/contests/local.trafford.night.2024-05-02");

        assertThat(draft.text()).contains("night.csv").contains("New (1)").doesNotContain("C:");
        assertThat(preview.select("h1").text()).contains("Night, 2 May 2024");
        assertThat(preview.text()).contains("It is not published").contains("501");
        assertThat(get("/doc/contest/local.trafford.night.2024-05-02").statusCode())
                .isEqualTo(404);
        HttpResponse<String> published = post(path + "/publish", Map.of("_csrf", Forms.token(draft)));
        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(page("/submissions?published=1").text()).contains("The result of 1 contest is published.");
        assertThat(page("/doc/contest/local.trafford.night.2024-05-02").text()).contains("501");
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormFromElsewhereIsNotTaken() throws Exception {
        signIn(trafford);
        String path = upload(ward("Forged", 501));

        assertThat(post(path + "/publish", Map.of("_csrf", "nonsense")).statusCode())
                .isEqualTo(403);
        assertThat(post(path + "/publish", Map.of()).statusCode()).isEqualTo(403);
        assertThat(get("/doc/contest/local.trafford.forged.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherCouncilDoesNotSeeADraft() throws Exception {
        signIn(trafford);
        String path = upload(ward("Private", 501));

        post("/sign-out", Map.of("_csrf", Forms.token(page("/submissions"))));
        signIn(bury);

        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(page("/submissions").text()).doesNotContain("night.csv");
    }

    @Test
    void whatConformsCanBePublishedWithoutTheRest() throws Exception {
        signIn(trafford);
        String path = upload(ward("Good", 501) + "trafford,2024-05-02,E05015240,Bad,Cat,PP63,twelve,true\n");

        Document draft = page(path);

        assertThat(draft.text()).contains("F030").contains("Left out (1)").contains("New (1)");
        post(path + "/publish", Map.of("_csrf", Forms.token(draft), "conforming", "true"));
        assertThat(get("/doc/contest/local.trafford.good.2024-05-02").statusCode())
                .isEqualTo(200);
        assertThat(get("/doc/contest/local.trafford.bad.2024-05-02").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theColumnsOfAnUnknownTableAreNamedOnceAndKeptForTheCouncil() throws Exception {
        String export = "Ward Title,Surname,Forenames,Affiliation,Tally of Votes,Whether Elected,Box\n"
                + "Elsewhere,ABLE,Ann,Green Party,501,Y,1\nElsewhere,BAKER,Bob,Labour Party,300,N,1\n";
        signIn(bury);
        String path = upload(export);
        assertThat(page(path).select("main a").eachAttr("href")).contains(path + "/columns");
        Document columns = page(path + "/columns");

        assertThat(columns.select("label[for=column-0]").text()).isEqualTo("Ward Title");
        assertThat(columns.select("#column-0 option[selected]").eachAttr("value"))
                .containsExactly("area_name");
        Map<String, String> form = new HashMap<>();
        columns.select("select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").attr("value")));
        form.put("column-4", "votes");
        form.put("column-6", "");
        form.put("polling_date", "2024-05-02");
        form.put("_csrf", Forms.token(columns));
        assertThat(post(path + "/columns", form).statusCode()).isEqualTo(303);

        assertThat(page(path).text())
                .contains("New (1)")
                .contains("Elsewhere, Bury Metropolitan Borough Council, 2 May 2024");
        String next = upload(export.replace("501", "502"));
        assertThat(page(next).text())
                .as("The next file's columns are known, and its day is asked for")
                .contains("F039");
        Document known = page(next + "/columns");
        assertThat(known.select("#column-4 option[selected]").eachAttr("value")).containsExactly("votes");
        form.put("_csrf", Forms.token(known));
        post(next + "/columns", form);
        assertThat(page(next).text()).contains("votes 802");
    }

    @Test
    void aSessionEndsWithItsToken() throws Exception {
        String ending = token(Optional.of("trafford"));
        signIn(ending);
        assertThat(get("/submissions").statusCode()).isEqualTo(200);

        deployment.tokens().revoke(ending.split("_")[1]);

        assertThat(get("/submissions").statusCode()).isEqualTo(302);
    }
}
