package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.validation.EarlierContests;

/** What reading and rules say together. */
class SubmissionCheckerTest {
    private static final Path BAD_INPUT = Path.of("src/test/resources/bad-input");

    private final SubmissionChecker checker = new SubmissionChecker(
            new Uris(BaseUri.DEFAULT), KnownContests.NONE, () -> ReferenceData.NONE, EarlierContests.NONE);

    @Test
    void blankVotesInAPollNameTheBlankCell() throws Exception {
        assertThat(places("votes-blank.csv", Severity.VIOLATION)).containsExactly("F302@S3");
    }

    @Test
    void votesThatCannotBeReadAreNotReportedMissingToo() throws Exception {
        assertThat(places("votes-in-words.csv", Severity.VIOLATION)).allMatch(place -> place.startsWith("F030"));
    }

    @Test
    void aCandidateWhoStandsTwiceIsNamedWithBothRows() throws Exception {
        Finding finding = check("candidate-twice.csv").of(Severity.VIOLATION).get(0);

        assertThat(place(finding)).isEqualTo("F203@L3");
        assertThat(finding.details()).containsEntry("standsTwice", "2");
    }

    @Test
    void twoCandidatesOfOneNameAreAWarning() throws Exception {
        assertThat(places("candidates-of-one-name.csv", Severity.WARNING)).contains("W204@L3");
    }

    @Test
    void twoOfOnePartyAndTheSameInitialsAreTwoWithOtherVotesEach(@TempDir Path folder) throws Exception {
        String rows = """
                council,polling_date,area_name,seats,given_name,family_name,party_id,votes,elected
                stockport,2024-05-02,Vale,2,J.,Able,PP52,700,true
                stockport,2024-05-02,Vale,2,J.,Able,PP52,650,true
                stockport,2024-05-02,Vale,2,B.,Best,PP53,90,false
                stockport,2024-05-02,Hill,2,J.,Able,PP52,700,true
                stockport,2024-05-02,Hill,2,J.,Able,PP52,700,true
                stockport,2024-05-02,Hill,2,B.,Best,PP53,90,false
                """;
        Path file = Files.writeString(folder.resolve("initials.csv"), rows);
        Report report = checker.check(Submission.open(file), ReadOptions.NONE);

        assertThat(report.of(Severity.WARNING).stream().map(SubmissionCheckerTest::place))
                .contains("W204@F3");
        assertThat(report.of(Severity.VIOLATION).stream().map(SubmissionCheckerTest::place))
                .as("the same votes too: a row copied twice")
                .containsExactly("F203@F6");
    }

    @Test
    void whatNothingIsLoadedForIsSaidOnceForTheFile() throws Exception {
        assertThat(check("nothing-unusual.csv").of(Severity.INTERPRETATION))
                .extracting(Finding::rule)
                .containsOnlyOnce("I118", "I208");
    }

    private List<String> places(String file, Severity severity) throws Exception {
        return check(file).of(severity).stream()
                .map(SubmissionCheckerTest::place)
                .toList();
    }

    private Report check(String file) throws Exception {
        return checker.check(Submission.open(BAD_INPUT.resolve(file)), ReadOptions.NONE);
    }

    private static String place(Finding finding) {
        return finding.rule() + "@" + finding.place().columnLetters().orElse("")
                + finding.place().row().orElse(0);
    }
}
