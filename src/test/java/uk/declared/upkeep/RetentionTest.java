package uk.declared.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.folder.DataFolderException;
import uk.declared.projection.Verification;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class RetentionTest {
    private static final String RESULT =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                    + "trafford,2024-05-02,E05015239,North,Ann,PP63,500,true\n";

    @TempDir
    private Path folder;

    @Test
    void theLastDayOfThePeriodIsStillKept() {
        assertThat(Retention.deletionDate(Instant.parse("2024-05-03T02:00:00Z"), Period.ofYears(1)))
                .isEqualTo(LocalDate.parse("2025-05-04"));
    }

    @Test
    void whatWasSentLateEnoughStays() throws Exception {
        try (Deployment deployment = open()) {
            String sent = publish(deployment);

            assertThat(deployment.upkeep().purge(Period.ofDays(1))).isEmpty();
            assertThat(kept(sent)).isTrue();
        }
    }

    @Test
    void whatIsDeletedIsMissedByNobody() throws Exception {
        String sent;
        try (Deployment deployment = open()) {
            sent = publish(deployment);

            assertThat(deployment.upkeep().purge(Period.ofDays(-1))).containsExactly(sent);
            assertThat(kept(sent)).isFalse();
            assertThat(deployment.upkeep().purge(Period.ofDays(-1))).isEmpty();
        }
        Verification verification = ClosedFolder.verify(data());
        assertThat(verification.missingFiles()).isEmpty();
        assertThat(verification.holds()).isTrue();
        assertThat(ClosedFolder.rebuild(data(), Optional.empty())).isEqualTo(4);
        assertThat(ClosedFolder.verify(data()).holds()).isTrue();
    }

    @Test
    void whatIsSentAgainIsKeptAgain() throws Exception {
        try (Deployment deployment = open()) {
            String sent = publish(deployment);
            deployment.upkeep().purge(Period.ofDays(-1));
            publish(deployment, RESULT.replace("500", "501"));

            assertThat(publish(deployment)).isEqualTo(sent);
            assertThat(kept(sent)).isTrue();
        }
        Files.delete(data().resolve("submissions").resolve(sha256()));
        assertThat(ClosedFolder.verify(data()).missingFiles()).containsExactly(sha256());
    }

    /** A file of 2023, then one of 150 contests, and in 2024 the first again after a correction: more lies between than is looked through at once. */
    @Test
    void ofWhatWasSentLongAgoThatStaysWhichWasSentAgainSince() throws Exception {
        String large;
        try (Deployment deployment = openOn("2023-01-01")) {
            publish(deployment);
            large = publish(deployment, many(150));
        }
        try (Deployment deployment = openOn("2024-06-01")) {
            publish(deployment, RESULT.replace("500", "501"));
            String again = publish(deployment);

            assertThat(deployment.upkeep().purge(Period.ofYears(1))).containsExactly(large);
            assertThat(kept(large)).isFalse();
            assertThat(kept(again)).isTrue();
            assertThat(deployment.upkeep().purge(Period.ofYears(1))).isEmpty();
        }
        assertThat(ClosedFolder.verify(data()).missingFiles()).isEmpty();
    }

    private static String many(int contests) {
        return RESULT.lines().findFirst().orElseThrow()
                + "\n"
                + IntStream.range(0, contests)
                        .mapToObj(i -> "trafford,2022-05-05,,Ward " + words(i) + ",Ann,PP63,500,true\n")
                        .collect(Collectors.joining());
    }

    private static String words(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                .collect(Collectors.joining());
    }

    private Deployment openOn(String day) throws DataFolderException {
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return Deployment.open(data(), Optional.empty(), clock);
    }

    private String publish(Deployment deployment) throws Exception {
        return publish(deployment, RESULT);
    }

    private String publish(Deployment deployment, String text) throws Exception {
        Submission submission = Submission.open(Files.writeString(folder.resolve("sent.csv"), text));
        deployment.publisher().publish(submission, ReadOptions.NONE, Source.COUNCIL);
        return submission.sha256();
    }

    private String sha256() throws Exception {
        return Submission.open(Files.writeString(folder.resolve("sent.csv"), RESULT))
                .sha256();
    }

    private boolean kept(String sha256) {
        return Files.exists(data().resolve("submissions").resolve(sha256));
    }

    private Deployment open() throws DataFolderException {
        return Deployment.open(data(), Optional.empty());
    }

    private Path data() {
        return folder.resolve("data");
    }
}
