package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.folder.BaseUri;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.PublishedResults;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.validation.EarlierContests;

/** A result of 6 May 2027 in Vale, checked at several times. */
class ComingPollsTest {
    private static final String COUNTED = ",declared,1,Ann Able,PP52,700,true\n";
    private static final String NOMINATED = ",nominated,1,Ann Able,PP52,,\n";

    @TempDir
    private Path folder;

    private List<Finding> warnings(String rest, String now, String base) throws Exception {
        Path file = Files.writeString(
                folder.resolve("results.csv"),
                "council,area_name,polling_date,status,seats,name_on_ballot_paper,party_id,votes,elected\n"
                        + "stockport,Vale,2027-05-06" + rest
                        + "stockport,Vale,2027-05-06"
                        + rest.replace("Ann Able", "Bo Best").replace("700,true", "90,false"));
        Uris uris = new Uris(base);
        SubmissionChecker checker = new SubmissionChecker(
                uris,
                KnownContests.NONE,
                () -> ReferenceData.NONE,
                EarlierContests.NONE,
                PublishedResults.NONE,
                ComingPolls.by(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), uris));
        return checker.check(Submission.open(file), ReadOptions.NONE).of(Severity.WARNING).stream()
                .filter(finding -> finding.rule().equals("W710"))
                .toList();
    }

    /** Midnight in the United Kingdom is an hour before midnight UTC in May. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-29T09:00:00Z, 1",
        "2027-05-05T22:59:59Z, 1",
        "2027-05-05T23:00:00Z, 0",
        "2027-05-07T02:00:00Z, 0"
    })
    void votesOfADayThatIsToComeAreAWarningUntilTheDayHasBegun(String now, int warnings) throws Exception {
        assertThat(warnings(COUNTED, now, BaseUri.DEFAULT)).hasSize(warnings);
    }

    @Test
    void theWarningIsAtTheCellOfTheDayAndNamesBoth() throws Exception {
        Finding finding =
                warnings(COUNTED, "2026-11-29T09:00:00Z", BaseUri.DEFAULT).get(0);

        assertThat(finding.place().row()).hasValue(2);
        assertThat(finding.place().heading()).contains("polling_date");
        assertThat(finding.value()).contains("2027-05-06");
        assertThat(finding.details()).containsEntry("date", "2027-05-06").containsEntry("area", "Vale");
    }

    @Test
    void nominationsMayBeOfAnyDay() throws Exception {
        assertThat(warnings(NOMINATED, "2026-11-29T09:00:00Z", BaseUri.DEFAULT)).isEmpty();
    }

    @Test
    void aRehearsalMayBeSentVotesOfAnyDay() throws Exception {
        assertThat(warnings(COUNTED, "2026-11-29T09:00:00Z", BaseUri.rehearsal(BaseUri.DEFAULT)))
                .isEmpty();
    }
}
