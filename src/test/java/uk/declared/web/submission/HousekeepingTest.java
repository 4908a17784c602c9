package uk.declared.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.record.Head;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.topic.RecordFollower;
import uk.declared.topic.TopicAddress;
import uk.declared.topic.TopicClient;

class HousekeepingTest {
    private static final String RESULT =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                    + "trafford,2024-05-02,E05015239,North,Ann,PP63,500,true\n";

    /** What was sent is due at once. */
    private static final String PERIOD = "P-2D";

    @TempDir
    private Path folder;

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    private Deployment published() throws Exception {
        Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        Path file = Files.writeString(folder.resolve("result.csv"), RESULT);
        deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
        return deployment;
    }

    private void purge(Deployment deployment) {
        new Housekeeping(deployment, beans.getBeanProvider(RecordFollower.class), PERIOD).purge();
    }

    @Test
    void whatIsDueIsDeleted() throws Exception {
        try (Deployment deployment = published()) {
            Head before = deployment.record().head();
            purge(deployment);
            assertThat(deployment.record().head().sequence()).isGreaterThan(before.sequence());
        }
    }

    @Test
    void aServerThatFollowsAnotherAddsNothingToItsRecord() throws Exception {
        // Nobody answers there: what it follows does not matter here.
        TopicClient nobody = new TopicClient(new TopicAddress("localhost:1", "none"), Optional.empty());
        try (Deployment deployment = published();
                RecordFollower follower = RecordFollower.start(deployment, nobody, () -> {})) {
            beans.addBean("follower", follower);
            Head before = deployment.record().head();
            purge(deployment);
            assertThat(deployment.record().head()).isEqualTo(before);
        }
    }
}
