package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Area;
import uk.declared.election.ContestResult;
import uk.declared.election.GssCode;
import uk.declared.reference.ReferenceKind;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * What identifies is compared with what it names. The codes, names and days are a few of those of the Office for National
 * Statistics' Code History Database ({@code identity/history.csv}, Open Government Licence v3.0), the parties a few of
 * Parliament's list of registrations ({@code identity/registrations.csv}, Open Parliament Licence v3.0); persons and votes are
 * invented.
 */
class IdentityTest {
    private static final Path REFERENCE = Path.of("src/test/resources/identity");

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void importTheReferenceData() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        deployment.imports().publish(ReferenceKind.GEOGRAPHY, REFERENCE.resolve("history.csv"));
        deployment.imports().publish(ReferenceKind.PARTIES, REFERENCE.resolve("registrations.csv"));
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    @ParameterizedTest
    @CsvSource({
        "trafford, 2024-05-02, E05015240, Altrincham, F121", // Ashton upon Mersey's
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
                .extracting(Finding::rule)
                .contains("W114");
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

    private static String councillors(String council, String day, String code, String name) {
        return """
                office,council,polling_date,area_code,area_name,contest_type,seats,name_on_ballot_paper,party_id,votes,elected
                councillor,%1$s,%2$s,%3$s,"%4$s",ordinary,1,Ann Adams,PP63,1500,true
                councillor,%1$s,%2$s,%3$s,"%4$s",ordinary,1,Bob Baker,PP52,1400,false
                """.formatted(council, day, code, name);
    }

    private static Report check(String text) throws Exception {
        return check(text, new ArrayList<>());
    }

    private static Report check(String text, List<ContestResult> contests) throws Exception {
        Path file = Files.createTempFile(folder, "results", ".csv");
        write(file, text);
        return deployment
                .checker()
                .check(
                        Submission.open(file),
                        ReadOptions.NONE,
                        contest -> contests.add(contest.contest().result()));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
