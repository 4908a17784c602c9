package uk.declared.web.keying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.vocabulary.RDFS;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import uk.declared.web.Forms;

/** What is published already and was wrong: one figure is corrected, or the whole is withdrawn. */
class CorrectionTest extends KeyingSite {
    private static final String LE = "https://w3id.org/local-elections#";

    /** One wrong figure: choose the contest, change the figure, look at the page, publish. */
    @Test
    void oneWrongFigureIsCorrectedInOneForm() throws Exception {
        publishResult("Brook", "E05900010");
        signIn(trafford);
        String form = page("/submissions/published?q=brook")
                .expectFirst("main td a:contains(Correct)")
                .attr("href");
        Document fields = page(form);
        assertThat(fields.expectFirst("#votes-0").attr("value")).isEqualTo("120");
        assertThat(fields.select("h1").text()).contains("Brook").doesNotContain("local.trafford");

        Map<String, String> keyed = asShown(fields);
        keyed.put("votes-0", "125");
        String draft = location(post(form, keyed));
        Document report = page(draft);
        assertThat(report.select("main").text())
                .contains("Corrections (1)", "120", "125", "Brook")
                .doesNotContain("local.trafford.brook", "contest_uri");

        String done = location(post(draft + "/publish", Map.of("_csrf", Forms.token(report))));
        String published =
                page(done).expectFirst(".govuk-notification-banner a").attr("href");
        assertThat(page(published).select("main").text()).contains("Brook");
        assertThat(page("/doc/contest/local.trafford.brook.2026-05-07")
                        .select("main")
                        .text())
                .contains("125");
        assertThat(post(form, keyed).statusCode())
                .as("a form that was opened before somebody changed the result")
                .isEqualTo(409);
    }

    /** What was counted in each area stays as it is published, and every node of it is described in the contest's document. */
    @Test
    void aCorrectionOfTheWholeKeepsItsCountingAreas() throws Exception {
        String contest = "trafford,2026-05-07,E05900021,Quay,1,";
        send("""
                council,polling_date,area_code,area_name,seats,counting_area_name,electorate,ballot_papers_cast,rejected_ballot_papers,rejected_too_many_votes,name_on_ballot_paper,party_id,votes,elected
                """
                + contest + ",3000,810,10,4,Ann Archer,PP53,500,true\n"
                + contest + ",3000,810,10,4,Bob Baker,PP52,300,false\n"
                + contest + "North,2000,508,8,3,Ann Archer,PP53,320,\n"
                + contest + "North,2000,508,8,3,Bob Baker,PP52,180,\n"
                + contest + "South,1000,302,2,1,Ann Archer,PP53,180,\n"
                + contest + "South,1000,302,2,1,Bob Baker,PP52,120,\n");
        signIn(trafford);
        String form = "/submissions/published/local.trafford.quay.2026-05-07/correct";
        Map<String, String> keyed = asShown(page(form));
        keyed.put("electorate", "3001");

        String draft = location(post(form, keyed));
        location(post(draft + "/publish", Map.of("_csrf", Forms.token(page(draft)))));

        Model published = ModelFactory.createDefaultModel();
        published.read(
                new StringReader(
                        get("/doc/contest/local.trafford.quay.2026-05-07.ttl").body()),
                null,
                "TTL");
        assertThat(numbers(published, "electorate")).containsExactlyInAnyOrder(3001, 2000, 1000);
        assertThat(numbers(published, "tallyVotes")).containsExactlyInAnyOrder(320, 180, 180, 120);
        assertThat(numbers(published, "ballotPapers")).containsExactlyInAnyOrder(4, 3, 1);
        assertThat(published
                        .listObjectsOfProperty(published.createProperty(LE, "countingArea"))
                        .toList())
                .hasSize(2)
                .allMatch(area -> published.contains(area.asResource(), RDFS.label));
    }

    private static List<Integer> numbers(Model model, String property) {
        return model.listStatements(null, model.createProperty(LE, property), (RDFNode) null).toList().stream()
                .map(statement -> (int) Double.parseDouble(statement.getString()))
                .toList();
    }

    private static Map<String, String> asShown(Document form) {
        Map<String, String> keyed = new HashMap<>(Map.of("_csrf", Forms.token(form)));
        form.select("main input[type=text], main input[name=version]")
                .forEach(input -> keyed.put(input.attr("name"), input.attr("value")));
        form.select("main input[checked]").forEach(input -> keyed.put(input.attr("name"), "true"));
        return keyed;
    }

    @Test
    void aCorrectionLeavesProvisionalWhatWasSoAndUnsaidWhatWasNotSaid() throws Exception {
        publish("Marsh", "E05900013", "provisional", "");
        signIn(trafford);
        String form = "/submissions/published/local.trafford.marsh.2026-05-07/correct";
        Map<String, String> keyed = asShown(page(form));
        keyed.put("electorate", "1001");

        String draft = location(post(form, keyed));
        location(post(draft + "/publish", Map.of("_csrf", Forms.token(page(draft)))));

        String turtle = get("/doc/contest/local.trafford.marsh.2026-05-07.ttl").body();
        assertThat(turtle)
                .contains("1001")
                .contains("declaration-status/provisional")
                .doesNotContain("declaration-status/corrected");
        assertThat(turtle.lines().filter(line -> line.contains("le:elected ")).toList())
                .hasSize(1)
                .allMatch(line -> line.contains("true"));
    }

    @Test
    void whoWithdrawsIsAskedOnceAndToldWhichContest() throws Exception {
        publishResult("Ford", "E05900011");
        signIn(trafford);
        String ask = page("/submissions/published?q=ford,")
                .expectFirst("main td a:contains(Withdraw)")
                .attr("href");

        Document question = page(ask);

        assertThat(question.select("main button").text()).contains("Ford").contains("7 May 2026");
        assertThat(question.select("main textarea[required]")).hasSize(1);
    }

    @Test
    void nobodyCorrectsOrWithdrawsWhatIsOfAnotherCouncil() throws Exception {
        publishResult("Weir", "E05900012");
        signIn(bury);

        assertThat(get("/submissions/published/local.trafford.weir.2026-05-07/withdraw")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/submissions/published/local.trafford.weir.2026-05-07/correct")
                        .statusCode())
                .isEqualTo(403);
        assertThat(page("/submissions/published?q=weir").select("main td a")).isEmpty();
    }

    /** Three contests are theirs to correct: a ward's, the mayor's, and that of a parish named beside the council. */
    @Test
    void whateverMayBeCorrectedIsListedAndNothingElse() throws Exception {
        send("council,elected_body_name,elected_body_code,office,polling_date,area_code,area_name,name_on_ballot_paper,"
                + "party_id,seats,votes,elected\n"
                + "watford,,,councillor,2026-05-07,E05000901,Holywell,Ann Able,PP63,1,,true\n"
                + "watford,,,mayor,2026-05-07,,Watford,Bob Baker,PP53,1,,true\n"
                + "watford,Aldbury Parish Council,E04000901,parish-councillor,2026-05-07,,Town,Cai Cole,PP63,1,,true\n"
                + "watford,Bushey Parish Council,E04000902,parish-councillor,2026-05-07,,Town,Dee Dean,PP63,1,,true\n");
        signIn(token("watford", "E04000901"));

        assertThat(page("/submissions/published").select("main th a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "/doc/contest/local.watford.holywell.2026-05-07",
                        "/doc/contest/mayor.watford.2026-05-07",
                        "/doc/contest/parish.E04000901.town.2026-05-07");
    }

    private void publishResult(String ward, String code) throws Exception {
        publish(ward, code, "declared", "false");
    }

    private void publish(String ward, String code, String status, String loser) throws Exception {
        String text = "council,polling_date,area_code,area_name,status,seats,electorate,ballot_papers_cast,"
                + "rejected_ballot_papers,given_name,family_name,name_on_ballot_paper,party_id,description,votes,elected\n"
                + "trafford,2026-05-07," + code + "," + ward
                + "," + status + ",1,1000,200,0,Ann,ABLE,Ann Able,PP63,Green Party,120,true\n"
                + "trafford,2026-05-07," + code + "," + ward
                + "," + status + ",1,1000,200,0,Bob,BAKER,Bob Baker,PP53,Labour Party,75," + loser + "\n";
        send(text);
    }
}
