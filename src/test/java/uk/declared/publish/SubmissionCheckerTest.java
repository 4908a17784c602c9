package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
