package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** What happens where several submissions are on their way at a time. */
class PublishingTogetherTest {
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected,electorate\n";
    private static final BallotId NORTH = new BallotId("local.trafford.north.2024-05-02");

    @TempDir
    private Path temporary;

    @Test
    void whatWasPlannedBeforeAnotherPublishedTheSameContestIsComparedAnew() throws Exception {
        try (Deployment deployment = open();
                Planned first = plan(deployment, north(500, 3000));
                Planned second = plan(deployment, north(501, 3000));
                Planned same = plan(deployment, north(501, 3000))) {
            assertThat(deployment.publisher().append(first).published())
                    .extracting(Publication.Version::version)
                    .containsExactly(1);
            Publication correction = deployment.publisher().append(second);
            assertThat(correction.published())
                    .extracting(Publication.Version::version)
                    .containsExactly(2);
            assertThat(correction.published().get(0).changes()).isNotEmpty();
            Publication nothingNew = deployment.publisher().append(same);
            assertThat(nothingNew.published()).isEmpty();
            assertThat(nothingNew.unchanged()).containsExactly(NORTH);
            deployment.publisher().apply();
            assertThat(deployment.history().of(NORTH)).hasSize(2);
        }
    }

    @Test
    void aWardSpeltOtherwiseMeanwhileKeepsItsFirstName() throws Exception {
        try (Deployment deployment = open();
                Planned first = plan(deployment, north(500, 3000));
                Planned other = plan(deployment, north(501, 3000).replace(",North,", ",Norther,"))) {
            deployment.publisher().append(first);

            assertThat(deployment.publisher().append(other).published())
                    .extracting(Publication.Version::contest, Publication.Version::version)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(NORTH, 2));
        }
    }

    @Test
    void anElectorateThatWasAppendedAndIsNotInTheStoreYetIsComparedWith() throws Exception {
        String later = north(500, 30).replace("2024-05-02", "2026-05-07");
        try (Deployment deployment = open()) {
            List<String> oneAfterTheOther;
            try (Deployment other = Deployment.open(temporary.resolve("other"), Optional.empty())) {
                other.publisher().publish(submission(north(500, 3000)), ReadOptions.NONE, Source.COUNCIL);
                oneAfterTheOther =
                        rules(other.publisher().publish(submission(later), ReadOptions.NONE, Source.COUNCIL));
            }
            try (Planned before = plan(deployment, north(500, 3000));
                    Planned after = plan(deployment, later)) {
                deployment.publisher().append(before);

                assertThat(rules(deployment.publisher().append(after)))
                        .isEqualTo(oneAfterTheOther)
                        .isNotEqualTo(rules(after.plan().publication()));
            }
        }
    }

    @Test
    void whoeverPublishesAtTheSameTimeFindsItInTheStoreWhenThatIsAnswered() throws Exception {
        int councils = 12;
        ExecutorService officers = Executors.newFixedThreadPool(councils);
        CyclicBarrier together = new CyclicBarrier(councils);
        try (Deployment deployment = open()) {
            List<Future<Boolean>> seen = new ArrayList<>();
            for (int i = 0; i < councils; i++) {
                String area = "E050152" + (39 + i);
                String name = "Ward" + (char) ('a' + i);
                Submission sent =
                        submission(north(500, 3000).replace("E05015239", area).replace("North", name));
                seen.add(officers.submit(() -> {
                    together.await();
                    Publication done = deployment.publisher().publish(sent, ReadOptions.NONE, Source.COUNCIL);
                    BallotId contest = done.published().get(0).contest();
                    String graph = deployment.uris().contestGraph(contest).getURI();
                    return !deployment.store().graph(graph).isEmpty();
                }));
            }
            for (Future<Boolean> each : seen) {
                assertThat(each.get()).isTrue();
            }
            assertThat(deployment.contests()).isEqualTo(councils);
        } finally {
            officers.shutdownNow();
        }
        assertThat(ClosedFolder.verify(temporary.resolve("data")).differences()).isEmpty();
    }

    private Deployment open() throws Exception {
        return Deployment.open(temporary.resolve("data"), Optional.empty());
    }

    private static List<String> rules(Publication publication) {
        return publication.report().findings().stream()
                .map(finding -> finding.rule())
                .sorted()
                .toList();
    }

    private Planned plan(Deployment deployment, String rows) throws Exception {
        return deployment.publisher().plan(submission(rows), ReadOptions.NONE, Terms.of(Source.COUNCIL));
    }

    private static String north(int votes, int electorate) {
        String row = "trafford,2024-05-02,E05015239,North,%s,%s,%d,%s,%d%n";
        return String.format(row, "Ann", "PP63", votes, "true", electorate)
                + String.format(row, "Bob", "PP90", 300, "false", electorate);
    }

    private Submission submission(String rows) throws Exception {
        Path file = Files.createTempFile(temporary, "results-", ".csv");
        Files.writeString(file, HEADINGS + rows);
        return Submission.open(file);
    }
}
