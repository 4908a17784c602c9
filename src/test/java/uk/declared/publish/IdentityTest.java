package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Area;
import uk.declared.election.ContestResult;
import uk.declared.election.GssCode;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.report.Severity;

/** Codes and names of areas and bodies are compared with each other and with the day; persons and votes are invented. */
class IdentityTest extends ReferenceFolder {
    @ParameterizedTest
    @CsvSource({
        "trafford, 2024-05-02, E05015240, Altrincham, F121", // Ashton upon Mersey's
        "trafford, 2024-05-02, E05015239, Aston upon Mersey, F121", // a letter short, and certain all the same
        "preston, 2019-05-02, E05012199, Sharoe Green, F121", // Garrison's
        "trafford, 2024-05-02, E05000822, Altrincham, F121", // Broadheath's, which had ended: the name is still
        // another's
        "trafford, 2024-05-02, E08000009, Altrincham, F122", // the borough's
        "trafford, 2024-05-02, E10000017, Altrincham, F122", // a county's
        "trafford, 2024-05-02, E12000002, Altrincham, F122", // a region's
        "trafford, 2024-05-02, E04000001, Altrincham, F122", // a parish's
        "trafford, 2024-05-02, E14001063, Altrincham, F122", // a constituency's
        "trafford, 2024-05-02, E02001259, Altrincham, F122", // a super output area's
        "trafford, 2024-05-02, E58000001, Altrincham, F122", // a county division's
        "trafford, 2024-05-02, S13002967, Altrincham, F122", // a Scottish ward's
        "west-sussex, 2017-05-04, E05007685, Hassocks, F122", // a district ward's, for a county division
        "glasgow-city, 2022-05-05, E05015239, Linn, F122", // an English ward's
        "belfast, 2019-05-02, N08000001, Botanic, F122", // a ward's, where councillors are elected for larger areas
    })
    void aCodeThatContradictsNameKindOrCouncilIsRefused(
            String council, String day, String code, String name, String rule) throws Exception {
        Report report = check(councillors(council, day, code, name));

        assertThat(report.of(Severity.VIOLATION)).extracting(Finding::rule).containsExactly(rule);
        assertThat(report.of(Severity.VIOLATION).get(0).place().row()).hasValue(2);
    }

    @Test
    void theRefusalNamesBothAreas() throws Exception {
        Finding finding = check(councillors("trafford", "2024-05-02", "E05015240", "Altrincham"))
                .of(Severity.VIOLATION)
                .get(0);

        assertThat(finding.details())
                .containsEntry("areaName", "Ashton upon Mersey")
                .containsEntry("areaOfAnotherName", "E05015239 (Altrincham)");
    }

    @ParameterizedTest
    @CsvSource({
        "trafford, 2024-05-02, E05015239, Altrincham",
        "trafford, 2024-05-02, E05015239, ALTRINCHAM WARD",
        "trafford, 2024-05-02, e05015239, Altrincham",
        "trafford, 2018-05-03, E05000819, Altrincham",
        "blackburn-with-darwen, 2018-05-03, E05011520, Mill Hill and Moorgate",
        "blackburn-with-darwen, 2018-05-03, E05011520, Mill Hill & Moorgate (one seat)",
        "glasgow-city, 2017-05-04, S13002967, Linn",
        "gateshead, 2012-05-03, E05001067, Birtley"
    })
    void aCodeThatAgreesIsNotSpokenOf(String council, String day, String code, String name) throws Exception {
        assertThat(check(councillors(council, day, code, name)).findings())
                .extracting(Finding::rule)
                .doesNotContain("F113", "W114", "F116", "F121", "F122", "W123");
    }

    @ParameterizedTest
    @CsvSource({"Altringham", "Altrincham Town and Dunham"})
    void aNameThatNoOtherWardBearsIsAWarningWithTheOfficialName(String name) throws Exception {
        Report report = check(councillors("trafford", "2024-05-02", "E05015239", name));

        assertThat(report.of(Severity.VIOLATION)).isEmpty();
        assertThat(report.of(Severity.WARNING))
                .filteredOn(finding -> finding.rule().equals("W123"))
                .extracting(finding -> finding.details().get("areaName"))
                .containsExactly("Altrincham");
    }

    @Test
    void theCodeOfTheWardBeforeItsBoundariesChangedIsAWarningWithTheNewOne() throws Exception {
        assertThat(check(councillors("trafford", "2024-05-02", "E05000819", "Altrincham"))
                        .of(Severity.WARNING))
                .filteredOn(finding -> finding.rule().equals("W114"))
                .extracting(finding -> finding.details().get("areaSuccessors"))
                .containsExactly("E05015239 (Altrincham)");
    }

    @Test
    void aCountyDivisionNeverTakesTheCodeOfADistrictWardOfItsName() throws Exception {
        List<ContestResult> contests = new ArrayList<>();

        Report report = check(councillors("west-sussex", "2017-05-04", "", "Hassocks"), contests);

        assertThat(contests).extracting(ContestResult::area).containsExactly(new Area(Optional.empty(), "Hassocks"));
        assertThat(report.of(Severity.WARNING)).extracting(Finding::rule).contains("W062");
    }

    @ParameterizedTest
    @CsvSource({
        "S12000046, 2017-05-04, S13002967, Linn, S12000046",
        "S12000049, 2017-05-04, S13002967, Linn, S12000046", // today's code in a file of 2017
        "S12000049, 2022-05-05, S13002967, Linn, S12000049",
        "gateshead, 2012-05-03, E05001067, Birtley, E08000020",
        "gateshead, 2014-05-22, E05001067, Birtley, E08000037"
    })
    void theCouncilsCodeIsThatOfThePollingDay(String council, String day, String code, String name, String expected)
            throws Exception {
        List<ContestResult> contests = new ArrayList<>();

        check(councillors(council, day, code, name), contests);

        assertThat(contests)
                .extracting(contest -> contest.body().area().map(GssCode::value).orElse(""))
                .containsExactly(expected);
    }

    @Test
    void aWardIsFoundUnderTheCodeThatItsCouncilHadThen() throws Exception {
        List<ContestResult> contests = new ArrayList<>();

        check(councillors("glasgow-city", "2017-05-04", "", "Linn"), contests);

        assertThat(contests)
                .extracting(contest -> contest.area().code().map(GssCode::value))
                .containsExactly(Optional.of("S13002967"));
    }

    @Test
    void aParishResultNeedsItsParish() throws Exception {
        Report report = check("""
                office,council,polling_date,area_code,area_name,seats,name_on_ballot_paper,party_id,votes,elected
                parish-councillor,birmingham,2018-05-03,,Four Oaks Ward,1,Ann Adams,PP52,1841,true
                parish-councillor,birmingham,2018-05-03,,Four Oaks Ward,1,Bob Baker,PP63,455,false
                """);

        assertThat(report.of(Severity.VIOLATION)).extracting(Finding::rule).containsExactly("F051");
    }

    @Test
    void theTemplateCanNameTheParish() throws Exception {
        List<ContestResult> contests = new ArrayList<>();
        Report report = check("""
                office,council,elected_body_name,elected_body_code,polling_date,area_code,area_name,seats,name_on_ballot_paper,party_id,votes,elected
                parish-councillor,birmingham,Sutton Coldfield Town Council,E04012434,2018-05-03,,Four Oaks Ward,1,Ann Adams,PP52,1841,true
                parish-councillor,birmingham,Sutton Coldfield Town Council,E04012434,2018-05-03,,Four Oaks Ward,1,Bob Baker,PP63,455,false
                """, contests);

        assertThat(report.of(Severity.VIOLATION)).isEmpty();
        assertThat(contests)
                .extracting(contest -> contest.id().value())
                .containsExactly("parish.E04012434.four-oaks-ward.2018-05-03");
    }

    @Test
    void anAldermanAndACommonCouncillorAreElectedInOneWardOnOneDay() throws Exception {
        List<ContestResult> contests = new ArrayList<>();
        Report report = check("""
                election_id,ballot_paper_id,person_id,person_name,party_id,party_name,post_label,votes_cast,elected,gss
                local.city-of-london-alder.2017-09-11,local.city-of-london-alder.tower.by.2017-09-11,1,Ann Adams,ynmp-party:2,Independent,Tower,120,t,E05009310
                local.city-of-london-alder.2017-09-11,local.city-of-london-alder.tower.by.2017-09-11,2,Bob Baker,ynmp-party:2,Independent,Tower,100,f,E05009310
                local.city-of-london.2017-09-11,local.city-of-london.tower.by.2017-09-11,3,Cat Carr,ynmp-party:2,Independent,Tower,130,t,E05009310
                local.city-of-london.2017-09-11,local.city-of-london.tower.by.2017-09-11,4,Dan Dunn,ynmp-party:2,Independent,Tower,90,f,E05009310
                """, contests);

        assertThat(report.of(Severity.VIOLATION)).isEmpty();
        assertThat(contests)
                .extracting(
                        contest -> contest.office().notation(),
                        contest -> contest.body().slug(),
                        contest -> contest.id().value())
                .containsExactly(
                        tuple("alderman", "city-of-london-alder", "local.city-of-london-alder.tower.by.2017-09-11"),
                        tuple("councillor", "city-of-london", "local.city-of-london.tower.by.2017-09-11"));
        assertThat(contests).extracting(ContestResult::identity).doesNotHaveDuplicates();
    }

    @Test
    void aMayorWhoTrailsOnFirstPreferencesMayBeElectedSinceJune2026() throws Exception {
        Report report = check("""
                office,council,polling_date,area_code,area_name,contest_type,seats,name_on_ballot_paper,party_id,votes,elected
                mayor,greater-manchester-ca,2026-09-17,,Greater Manchester,by-election,1,Ann Adams,PP53,190000,true
                mayor,greater-manchester-ca,2026-09-17,,Greater Manchester,by-election,1,Bob Baker,PP63,210000,false
                mayor,greater-manchester-ca,2026-09-17,,Greater Manchester,by-election,1,Cat Carr,PP7931,200000,false
                """);

        assertThat(report.of(Severity.VIOLATION)).isEmpty();
    }

    @Test
    void membersOfACouncilToComeAreElectedBeforeItStarts() throws Exception {
        Report report = check(councillors("East Surrey Council", "2026-05-07", "", "Test Ward"));

        assertThat(report.of(Severity.VIOLATION)).isEmpty();
    }

    private static String councillors(String council, String day, String code, String name) {
        return """
                office,council,polling_date,area_code,area_name,contest_type,seats,name_on_ballot_paper,party_id,votes,elected
                councillor,%1$s,%2$s,%3$s,"%4$s",ordinary,1,Ann Adams,PP63,1500,true
                councillor,%1$s,%2$s,%3$s,"%4$s",ordinary,1,Bob Baker,PP52,1400,false
                """.formatted(council, day, code, name);
    }
}
