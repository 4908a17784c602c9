package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say. The figures were read from the council's file and from edge-cases.trig, with other tools. */
@ExtendWith(WithSite.class)
class PagesTest {
    @Test
    void aContestsPageShowsTheResultAsATable(Site site) {
        Document page = site.page(Site.ALTRINCHAM);

        assertThat(page.select("h1").text()).contains("Altrincham, 2 May 2024").contains("Trafford");
        assertThat(rows(page, "Result by candidate"))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .contains("Michael John WELTON", "Green Party", "1,927", "57.39%", "Elected"),
                        row -> assertThat(row).contains("Julie Bernadette ASHALL", "810", "24.12%", "Not elected"),
                        row -> assertThat(row).contains("Will FRANKS", "Labour Party", "518", "15.43%", "Not elected"),
                        row -> assertThat(row).contains("Mario MINIACI", "Liberal Democrats", "103", "3.07%"));
        assertThat(page.text())
                .contains("Michael John WELTON (Green Party) was elected with 1,927 votes, 1,117 more than Julie");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Electorate                                    | 7,876
                    Ballot papers cast                            | 3,384
                    Turnout as declared                           | 43%
                    Turnout as computed                           | 42.97%
                    Want of official mark                         | 0
                    Voting for more candidates than entitled      | 5
                    Unmarked or void for uncertainty              | 20
                    Rejected in part                              | 0
                    Seats to be filled                            | not stated
                    Seats filled                                  | 1
                    Majority                                      | 1,117 votes
                    Statistical geography                         | E05015239
                    Polling day                                   | 2 May 2024
                    """)
    void aContestsPageStatesItsFigures(String name, String value, Site site) {
        String stated = site.page(Site.ALTRINCHAM).select(".govuk-summary-list__row").stream()
                .filter(row -> row.select("dt").text().startsWith(name))
                .map(row -> row.select("dd").text())
                .findFirst()
                .orElse("");

        assertThat(stated).startsWith(value);
    }

    /** 63 councillors, counted from the council's file with Python. */
    @Test
    void aPollingDaysPageAddsItsElectionsUp(Site site) {
        Document page = site.page("/elections/2023-05-04");

        assertThat(page.select("h1").text()).isEqualTo("Elections on 4 May 2023");
        assertThat(page.text()).contains("21 of 21 contests are declared.");
        assertThat(rows(page, "Councillors elected, by party"))
                .containsExactly(
                        "Labour 41 – – 1 0 0",
                        "Conservative 10 – – 0 0 0",
                        "Green 6 – – 0 0 0",
                        "Liberal Democrat 6 – – 0 0 0");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/elections/2024-05-02");
        assertThat(Site.text(site.get("/elections/2023-05-04.csv")))
                .contains("local.trafford.2023-05-04,2023-05-04,Trafford Metropolitan Borough Council,21,63,");
    }

    @Test
    void aPollingDaysPageCountsIndependentsTogether(Site site) {
        assertThat(rows(site.page("/elections/2022-05-05"), "Councillors elected, by party"))
                .anyMatch(row -> row.startsWith("Independent "));
    }

    @ParameterizedTest
    @CsvSource({"/elections/2023-05-05", "/elections/2023-02-30", "/elections/2023-05-05.html", "/elections/today"})
    void aDayWithoutElectionsIsNotFound(String path, Site site) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aCountByTheSingleTransferableVoteIsShownStageByStage(Site site) {
        Document page = site.page(Site.TRANSFERABLE);

        assertThat(page.text()).contains("Whoever reached the quota of 5,001 votes was elected.");
        assertThat(page.select(".declared-stages thead th").eachText())
                .containsExactly("Candidate", "Stage 1 First preferences", "Stage 2 Exclusion of Gus");
        assertThat(rows(page, "The count stage by stage"))
                .containsExactly(
                        "Eve 4,000.00 4,200.25 +200.25 Not elected",
                        "Fay 3,500.00 5,699.25 +2,199.25 Elected",
                        "Gus 2,500.00 0.00 \u22122,500.00 Excluded",
                        "Not transferable 0.00 100.50");
    }

    @Test
    void theStagesOfACountAreInWhatIsDownloaded(Site site) {
        assertThat(Site.text(site.get(Site.TRANSFERABLE + ".nt")))
                .contains("/transferable.by.2022-05-05/stage/2/fay> <https://w3id.org/local-elections#tallyVotes>"
                        .replace("/transferable", "/local.example.transferable"));
    }

    @Test
    void aContestsPageLeadsOn(Site site) {
        assertThat(site.page(Site.ALTRINCHAM).select("main a").eachAttr("href"))
                .contains(
                        "/doc/area/E05015239",
                        "/doc/council/trafford",
                        "/doc/election/local.trafford.2024-05-02",
                        "/doc/contest/local.trafford.altrincham.2023-05-04",
                        "/doc/declaration/local.trafford.altrincham.2024-05-02/1",
                        "/doc/party/PP63",
                        "http://statistics.data.gov.uk/id/statistical-geography/E05015239",
                        Site.ALTRINCHAM + ".ttl",
                        Site.ALTRINCHAM + ".jsonld",
                        Site.ALTRINCHAM + ".rdf",
                        Site.ALTRINCHAM + ".nt");
    }

    @Test
    void whoIsElectedUnopposedHasNoVotesAndNoShare(Site site) {
        Document page = site.page(Site.UNOPPOSED);

        assertThat(page.text())
                .contains("were elected without a poll: there were no more candidates than seats.")
                .contains("Provisional")
                .doesNotContain("0 votes")
                .doesNotContain("0.00%");
        assertThat(rows(page, "Result by candidate"))
                .allSatisfy(row -> assertThat(row).contains("not stated", "Elected"));
        assertThat(page.select("dt:containsOwn(Want of official mark) + dd").text())
                .isEqualTo("not stated");
    }

    @Test
    void aTieIsSaidToBeDecidedByLot(Site site) {
        Document page = site.page(Site.TIE);

        assertThat(page.text())
                .contains("Bob (Party not stated) was elected.")
                .contains("had 1,405 votes each")
                .contains("Corrected");
        assertThat(rows(page, "Result by candidate"))
                .anySatisfy(row -> assertThat(row).contains("Bob", "1,405", "50.00%", "Elected by lot"))
                .anySatisfy(row -> assertThat(row).contains("Ann", "Independent", "1,405", "Not elected"));
    }

    /** Where the declared turnout contradicts the papers, none is computed, and people are told why. */
    @Test
    void aContradictedTurnoutIsLeftOut(Site site) {
        assertThat(site.page(Site.TIE).select("dl").text())
                .contains("43.5%")
                .contains("left out")
                .contains("differs by more than half a point");
    }

    @Test
    void aNameIsTextWhateverItHolds(Site site) {
        Document page = site.page(Site.UNOPPOSED);

        assertThat(page.select("script:not([src^=/assets/]):not([type=application/ld+json])"))
                .isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>");
    }

    /** Seats and votes by party, added up from the example's file: 98 candidates, 69,980 votes, 21 elected. */
    @Test
    void anElectionsPageAddsUpByParty(Site site) {
        Document page = site.page("/doc/election/local.trafford.2024-05-02");

        assertThat(rows(page, "Seats and votes by party"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("Labour Party", "15", "21", "29,339", "41.92%"),
                        row -> assertThat(row).contains("2", "17,645", "25.21%"),
                        row -> assertThat(row).contains("Green Party", "2", "22", "12,482", "17.84%"),
                        row -> assertThat(row).contains("Liberal Democrats", "2", "7,989", "11.42%"),
                        row -> assertThat(row).contains("0", "7", "1,595", "2.28%"),
                        row -> assertThat(row).contains("Independent", "0", "5", "842", "1.20%"),
                        row -> assertThat(row).contains("0", "1", "88", "0.13%"));
        assertThat(rows(page, "Contests and who was elected")).hasSize(21);
    }

    @Test
    void anAreasPageShowsItsResultsThroughTime(Site site) {
        Document page = site.page("/doc/area/E05015239");

        assertThat(rows(page, "Results through time"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("2 May 2024", "Michael John WELTON", "43%"),
                        row -> assertThat(row).contains("4 May 2023", "Geraldine Philomena COGGINS", "Dan JERROME"));
        assertThat(page.select("a[href=http://statistics.data.gov.uk/id/statistical-geography/E05015239]"))
                .isNotEmpty();
    }

    @Test
    void aCouncilsPageListsItsElections(Site site) {
        assertThat(rows(site.page("/doc/council/trafford"), "Elections"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("2 May 2024", "21", "21"),
                        row -> assertThat(row).contains("4 May 2023", "21", "63"));
    }

    @Test
    void aPartysPageCountsItsCandidatesByElection(Site site) {
        assertThat(rows(site.page("/doc/party/PP63"), "Elections in which"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("2 May 2024", "22", "12,482", "2"),
                        row -> assertThat(row).contains("4 May 2023", "63", "30,818", "6"));
    }

    @Test
    void aDeclarationsPageSaysWhereItComesFrom(Site site) {
        Document page = site.page("/doc/declaration/local.trafford.altrincham.2024-05-02/1");

        assertThat(page.select("h1").text()).contains("Version 1");
        assertThat(page.text()).contains("10 May 2024", "Sara Todd", "Operator");
        assertThat(page.select("a[href^=/doc/submission/]")).isNotEmpty();
    }

    /** In that ward of three seats every figure of rejected papers divides by three. */
    @Test
    void aDeclarationsPageLeadsToTheRulesThatItsWarningsComeFrom(Site site) {
        Document page = site.page("/doc/declaration/local.trafford.altrincham.2023-05-04/1");

        assertThat(page.select("#findings-heading ~ ul a").eachText())
                .contains("W709: Rejected papers that may be votes");
        assertThat(page.select("#findings-heading ~ ul a").eachAttr("href")).contains("/def/rules/W709");
    }

    @Test
    void aSubmissionsPageShowsItsHashAndNothingOfItsContent(Site site) {
        String submission = site.page("/doc/declaration/local.trafford.altrincham.2024-05-02/1")
                .select("a[href^=/doc/submission/]")
                .attr("href");
        Document page = site.page(submission);

        assertThat(page.text()).contains(submission.substring("/doc/submission/".length()));
        assertThat(rows(page, "Declarations made from it")).hasSize(21);
        assertThat(page.text()).doesNotContain("1,927").doesNotContain("1927");
    }

    /** 21 wards in each example year, and two invented ones; 236, 98 and 4 candidates; 63, 21 and 3 elected. */
    @Test
    void theStartPageSaysWhatIsPublished(Site site) {
        Document page = site.page("/");

        assertThat(page.select(".declared-figures").text())
                .contains("contests 45", "candidates 341", "members elected 88", "elections 3");
        assertThat(page.select(".declared-card a")).hasSize(3);
        assertThat(page.text()).contains("Trafford Council and Trafford Data Lab", "Open Government Licence v3.0");
    }

    @Test
    void theVocabularysPageHasEveryTermInBothLanguages(Site site) {
        Document page = site.page("/def/local-elections?lang=cy");

        assertThat(page.select("#votes").text()).contains("le:votes", "votes", "pleidleisiau");
        assertThat(page.select("#Contest span[lang=cy]").text()).isEqualTo("gornest");
        assertThat(page.select("#code-office-councillor").text()).contains("councillor", "cynghorydd");
        assertThat(page.select("#code-rejection-ground")).isNotEmpty();
    }

    @Test
    void theTemplatesPageExplainsItsColumnsAndOffersItsFiles(Site site) {
        Document page = site.page("/template");

        assertThat(page.select("#column-polling_date").text()).contains("Required");
        assertThat(page.select("main a").eachAttr("href"))
                .contains("/template/declared-template.csv", "/template/declared-template.csv-metadata.json");
        assertThat(Site.text(site.get("/template/declared-template.csv"))).contains("name_on_ballot_paper");
    }

    @Test
    void aWelshPageIsWelsh(Site site) {
        Document page = site.page(Site.ALTRINCHAM + "?lang=cy");

        assertThat(page.select("html").attr("lang")).isEqualTo("cy");
        assertThat(page.select("h1").text()).contains("2 Mai 2024");
        assertThat(page.text())
                .contains("Etholwyd", "Pleidleisiau", "heb ei nodi")
                .doesNotContain("Not elected");
        assertThat(page.select("main a[href^=/doc/council]").attr("href")).isEqualTo("/doc/council/trafford?lang=cy");
    }

    @Test
    void theNumberOfAPageMustBeOne(Site site) {
        assertThat(site.get("/elections?page=0").statusCode()).isEqualTo(400);
        assertThat(site.get("/elections?page=2").statusCode()).isEqualTo(200);
    }

    private static List<String> rows(Document page, String caption) {
        Element table = page.select("table").stream()
                .filter(candidate -> candidate.select("caption").text().startsWith(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No table “" + caption + "” in " + page.text()));
        return table.select("tbody tr").eachText();
    }
}
