package uk.declared.web.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.test.util.ReflectionTestUtils;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.publish.FigureSources.Figure;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.http.ProblemException;

/** How many may wait while a file is read for somebody else's cells: who waits holds a thread of the server. */
class CellStatementsTest {
    private static final int PLACES = 4;

    @TempDir
    private Path folder;

    private static Semaphore semaphore(CellStatements cells, String name) {
        return (Semaphore) Objects.requireNonNull(ReflectionTestUtils.getField(cells, name), name);
    }

    /** The second of two candidates is elected by nobody: two figures of votes, and two of who was elected. */
    @Test
    @Timeout(60)
    void whileAFileIsReadFourWaitForItAndAFifthIsToldToComeLater() throws Exception {
        Path file = folder.resolve("sent.csv");
        Files.writeString(
                file,
                "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                        + "trafford,2024-05-02,E05015239,North,Ann,PP63,500,true\n"
                        + "trafford,2024-05-02,E05015239,North,Bob,PP90,300,false\n");
        ExecutorService readers = Executors.newFixedThreadPool(PLACES);
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
            Node contest = deployment.uris().contest(new BallotId("local.trafford.north.2024-05-02"));
            CellStatements cells = new CellStatements(
                    new StaticListableBeanFactory(Map.of("deployment", deployment)).getBeanProvider(Deployment.class),
                    deployment.uris());
            Semaphore reading = semaphore(cells, "reading");
            reading.acquire();
            List<Future<List<Figure>>> waiting = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                waiting.add(readers.submit(() -> cells.figures(contest)));
            }
            while (semaphore(cells, "waiting").availablePermits() > 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }

            long before = System.nanoTime();
            assertThatThrownBy(() -> cells.figures(contest))
                    .isInstanceOf(ProblemException.class)
                    .extracting("status")
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            // The four wait for ten seconds: the fifth did not join them.
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            reading.release();

            for (Future<List<Figure>> each : waiting) {
                assertThat(each.get())
                        .extracting(Figure::text)
                        .containsExactlyInAnyOrder("500", "true", "300", "false");
            }
            assertThat(cells.figures(contest)).hasSize(4);
            assertThat(semaphore(cells, "waiting").availablePermits()).isEqualTo(PLACES);
            assertThat(reading.availablePermits()).isEqualTo(1);
        } finally {
            readers.shutdownNow();
        }
    }
}
