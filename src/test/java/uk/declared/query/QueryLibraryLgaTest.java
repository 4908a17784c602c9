package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Source;
import uk.declared.publish.Deployment;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** The queries against the LGA sample, compared with what {@code src/test/scripts/expected_queries.py} computed from it. */
class QueryLibraryLgaTest {
    private static final Path LGA = Path.of("../shared/data/lga/trafford-2016-2026.csv");
    private static final QueryLibrary LIBRARY = QueryLibrary.load();

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void publishTheSample() throws Exception {
        assumeTrue(Files.exists(LGA), "The LGA sample is not here, so the queries are not compared with it.");
        deployment = Deployment.open(folder, Optional.empty());
        deployment.publisher().publish(Submission.open(LGA), ReadOptions.NONE, Source.OPERATOR);
    }

    @AfterAll
    static void close() {
        if (deployment != null) {
            deployment.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ward-results, code, E05015239",
        "seats-by-party, election, local.trafford.2024-05-02",
        "turnout-by-ward, election, local.trafford.2024-05-02",
        "closest-contests, n, 20",
        "effective-parties, election, local.trafford.2024-05-02",
        "gallagher-index, election, local.trafford.2024-05-02",
        "votes-per-seat, election, local.trafford.2024-05-02",
        "wards-fought-by-party, election, local.trafford.2024-05-02",
        "vote-share-by-party-and-ward, election, local.trafford.2024-05-02"
    })
    void aQueryAnswersWhatTheFileSays(String name, String parameter, String value) throws Exception {
        QueryTable table = LIBRARY.run(deployment.store(), deployment.uris(), name, Map.of(parameter, value));

        assertThat(Tables.of(table)).isEqualTo(Tables.expected("lga/" + name));
    }
}
