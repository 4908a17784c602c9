package uk.declared.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Locale WELSH = Locale.forLanguageTag("cy");

    private static Finding negativeVotes(int row) {
        return new Finding(
                "F031",
                Severity.VIOLATION,
                Place.cell("results.csv", row, 19, "VotesWon"),
                Optional.empty(),
                Optional.of("-1"),
                Map.of());
    }

    private static Report report() {
        return Report.builder("results.csv")
                .contest()
                .candidacy(1_533, true, "PP63", "Green Party")
                .candidacy(1_462, false, Report.INDEPENDENT, Report.INDEPENDENT)
                .finding(negativeVotes(3))
                .build();
    }

    @Test
    void theTextNamesPlaceValueRuleAndMend() {
        assertThat(new TextReport(Locale.UK).write(report())).isEqualTo("""
                        results.csv
                          Contests 1, candidates 2, elected 1, votes 2,995
                          Seats: Green Party 1
                        Must be mended (1)
                          row 3, column S (VotesWon): “-1” is negative, and a count cannot be. Write the figure that was \
                        counted; leave the cell blank if there is none. [F031]
                        Refused: nothing is published until what must be mended is mended.
                        """);
    }

    @Test
    void theTextIsThereInWelsh() {
        assertThat(new TextReport(WELSH).write(report()))
                .contains("rhes 3, colofn S (VotesWon): Mae “-1” yn negyddol")
                .contains("Gwrthodwyd");
    }

    @Test
    void theJsonHasWhatProgramsNeed() {
        JsonNode json = JsonMapper.builder().build().readTree(new JsonReport(Locale.UK).write(report()));

        assertThat(json.get("conforms").asBoolean()).isFalse();
        assertThat(json.at("/summary/contests").asInt()).isEqualTo(1);
        assertThat(json.at("/summary/seatsByParty/Green Party").asInt()).isEqualTo(1);
        assertThat(json.at("/findings/0/rule").asString()).isEqualTo("F031");
        assertThat(json.at("/findings/0/page").asString()).isEqualTo("/def/rules/F031");
        assertThat(json.at("/findings/0/place/row").asInt()).isEqualTo(3);
        assertThat(json.at("/findings/0/place/column").asString()).isEqualTo("S");
        assertThat(json.at("/findings/0/value").asString()).isEqualTo("-1");
    }

    @Test
    void findingsAreCountedBeyondThoseThatAreListed() {
        Report.Builder builder = Report.builder("results.csv");
        for (int row = 2; row < 2 + Report.LISTED + 234; row++) {
            builder.finding(negativeVotes(row));
        }
        Report report = builder.build();

        assertThat(report.findings()).hasSize(Report.LISTED);
        assertThat(report.count(Severity.VIOLATION)).isEqualTo(Report.LISTED + 234);
        assertThat(new TextReport(Locale.UK).write(report)).contains("not listed: 234");
    }

    @Test
    void theTextShowsTheFirstOfEachRuleAndCountsTheRest() {
        Report.Builder builder = Report.builder("results.csv");
        for (int row = 2; row < 12; row++) {
            builder.finding(negativeVotes(row));
        }
        Report report = builder.build();

        assertThat(new TextReport(Locale.UK).write(report))
                .contains("row 6, column S", "further of F031: 5 (--all)")
                .doesNotContain("row 7, column S");
        assertThat(new TextReport(Locale.UK, true).write(report))
                .contains("row 11, column S")
                .doesNotContain("further of");
    }

    @Test
    void thePageSaysWhatTheTextSays() {
        Document page = Jsoup.parse(new HtmlReport(Locale.UK).write(report()));

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("Report: results.csv");
        assertThat(page.select("tr:has(th:containsOwn(Votes)) td").text()).isEqualTo("2,995");
        assertThat(page.select("tr:has(th:containsOwn(Green Party)) td").text()).isEqualTo("1");
        assertThat(page.select("section.violation li").text())
                .isEqualTo("row 3, column S (VotesWon): “-1” is negative, and a count cannot be. "
                        + "Write the figure that was counted; leave the cell blank if there is none.");
        assertThat(page.select(".verdict.refused").text()).startsWith("Refused");
        assertThat(page.select("script, link, img, [src]")).isEmpty();
    }

    @Test
    void thePageIsThereInWelsh() {
        Document page = Jsoup.parse(new HtmlReport(WELSH).write(report()));

        assertThat(page.select("html").attr("lang")).isEqualTo("cy");
        assertThat(page.text()).contains("Gwrthodwyd", "rhes 3, colofn S", "Seddi fesul plaid");
    }

    @Test
    void whatStandsInAFileIsNoMarkupInThePage() {
        Report report = Report.builder("<b>.csv")
                .contest()
                .candidacy(1, true, "x", "<img src=x onerror=alert(1)>")
                .finding(new Finding(
                        "F031",
                        Severity.VIOLATION,
                        Place.cell("<b>.csv", 2, 1, "<script>"),
                        Optional.empty(),
                        Optional.of("<svg onload=alert(1)>"),
                        Map.of()))
                .build();

        Document page = Jsoup.parse(new HtmlReport(Locale.UK).write(report));

        assertThat(page.select("b, img, script, svg")).isEmpty();
        assertThat(page.text()).contains("<svg onload=alert(1)>");
    }

    @Test
    void warningsAndInterpretationsRefuseNothing() {
        Finding warning = new Finding(
                "W204",
                Severity.WARNING,
                Place.row("results.csv", 3),
                Optional.empty(),
                Optional.empty(),
                Map.of("candidate", "Ann Adams", "namesake", "2"));

        Report report = Report.builder("results.csv").finding(warning).build();

        assertThat(report.refused()).isFalse();
        assertThat(new TextReport(Locale.UK).write(report)).contains("Conforms");
    }

    @Test
    void columnsAreNamedByLettersBeyondZ() {
        assertThat(Place.cell("a.csv", 1, 26, "x").columnLetters()).contains("Z");
        assertThat(Place.cell("a.csv", 1, 27, "x").columnLetters()).contains("AA");
        assertThat(Place.cell("a.csv", 1, 703, "x").columnLetters()).contains("AAA");
    }
}
