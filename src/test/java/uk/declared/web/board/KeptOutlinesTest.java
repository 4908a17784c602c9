package uk.declared.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.reference.ReferenceKind;
import uk.declared.store.Store;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.board.CountryOutlines.Drawing;

/** The last polling day is one of Trafford, whose boundary, a square, is loaded; reading boundaries waits until it is let go. */
class KeptOutlinesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    @TempDir
    private Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private Deployment deployment;
    private KeptOutlines kept;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        Path results = Files.writeString(
                folder.resolve("results.csv"),
                "council,polling_date,area_code,area_name,status,seats,name_on_ballot_paper,party_id,votes,elected\n"
                        + "trafford,2024-05-02,E05015239,Altrincham,declared,1,Ann Example,PP63,500,true\n"
                        + "trafford,2024-05-02,E05015239,Altrincham,declared,1,Ben Sample,PP53,300,false\n");
        assertThat(deployment
                        .publisher()
                        .publish(Submission.open(results), ReadOptions.NONE, Source.COUNCIL)
                        .refused())
                .isFalse();
        importBoundaries("0");
        Store waiting = (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, with) -> {
                    if (with != null && with[0].toString().contains("asWKT")) {
                        asked.countDown();
                        letGo.await();
                    }
                    try {
                        return method.invoke(deployment.store(), with);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        kept = new KeptOutlines(new CountryOutlines(waiting, deployment.uris()), waiting);
    }

    @AfterEach
    void close() {
        letGo.countDown();
        kept.destroy();
        deployment.close();
    }

    private void importBoundaries(String west) throws Exception {
        Path file = Files.writeString(
                folder.resolve("councils.geojson"),
                "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'LAD24CD':'E08000009','LAD24NM':'Trafford'},"
                                .replace('\'', '"')
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[WEST,53],[2,53],[2,54],[WEST,54],[WEST,53]]]}}]}"
                                .replace("WEST", west));
        deployment.imports().publish(ReferenceKind.BOUNDARIES, file);
    }

    @Test
    void theLastPollingDaysOutlinesAreDrawnBeforeAnybodyAsks() throws Exception {
        kept.keepUp();

        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void nobodyWaitsWhileTheyAreDrawnAndThenTheyAreThere() {
        kept.keepUp();

        assertThat(kept.now(DAY).isEmpty()).as("while they are drawn").isTrue();
        int before = kept.state(DAY);

        letGo.countDown();
        Drawing drawn = kept.awaited(DAY);
        assertThat(drawn.places()).containsOnlyKeys("E08000009");
        assertThat(kept.now(DAY)).isSameAs(drawn);
        assertThat(kept.now(DAY.plusMonths(1))).as("the same councils").isSameAs(drawn);
        assertThat(kept.state(DAY))
                .as("pages that were kept without them are made anew")
                .isNotEqualTo(before);
    }

    @Test
    void anImportOfBoundariesLetsThemBeDrawnAnew() throws Exception {
        letGo.countDown();
        Drawing drawn = kept.awaited(DAY);

        importBoundaries("1");
        kept.keepUp();

        assertThat(kept.now(DAY)).isNotSameAs(drawn);
        assertThat(west(kept.awaited(DAY))).isGreaterThan(west(drawn));
    }

    private static double west(Drawing drawing) {
        return drawing.places().values().iterator().next().west();
    }
}
