package uk.declared.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** The queries against the LGA sample, compared with what {@code src/test/scripts/expected_queries.py} computed from it. */
class QueryLibraryLgaTest {
    private static final Path LGA = Samples.path("lga/trafford-2016-2026.csv");
    private static final QueryLibrary LIBRARY = QueryLibrary.load();

    @TempDir
    private static Path folder;

    private static Deployment deployment;

    @BeforeAll
    static void publishTheSample() throws Exception {
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
        "vote-share-by-party-and-ward, election, local.trafford.2024-05-02",
        "council-composition, council, trafford"
    })
    void aQueryAnswersWhatTheFileSays(String name, String parameter, String value) throws Exception {
        QueryTable table = LIBRARY.run(deployment.store(), deployment.uris(), name, Map.of(parameter, value));

        assertThat(Tables.of(table)).isEqualTo(Tables.expected("lga/" + name));
    }

    /** Worked out by {@code src/test/scripts/expected_seats.py}, which tries every way in which by-elections may have gone. */
    @Test
    void whoHoldsEachSeatIsKnownWhereEveryReadingOfTheFileAgrees() throws Exception {
        List<List<String>> rows = seats("2026-06-01");

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Tables.expected("lga/who-holds-each-seat").stream()
                        .skip(1)
                        .toList());
    }

    @Test
    void newMembersComeIntoOfficeOnTheFourthDay() throws Exception {
        List<String> onTheThirdDay = certain(seats("2024-05-05"));
        List<String> onTheFourthDay = certain(seats("2024-05-06"));

        assertThat(onTheThirdDay).contains("Kaushik CHAKRABORTY").doesNotContain("Ulrich Stephane Bertrand Savary");
        assertThat(onTheFourthDay).contains("Ulrich Stephane Bertrand Savary").doesNotContain("Kaushik CHAKRABORTY");
    }

    @Test
    void labourHasHeldTraffordAtEveryElectionOfWhichControlIsKnown() throws Exception {
        QueryTable table =
                LIBRARY.run(deployment.store(), deployment.uris(), "change-of-control", Map.of("council", "trafford"));

        assertThat(Tables.of(table).stream().skip(1))
                .extracting(row -> row.get(0), row -> row.get(3), row -> row.get(5), row -> row.get(6))
                .containsExactly(
                        tuple("2026-05-07", "Labour Party", "Labour Party", "false"),
                        tuple("2025-11-20", "Labour Party", "Labour Party", "false"),
                        tuple("2025-10-16", "Labour Party", "Labour Party", "false"),
                        tuple("2024-05-02", "Labour Party", "Labour Party", "false"),
                        tuple("2023-11-02", "Labour Party", "Labour Party", "false"),
                        tuple("2023-05-04", "Labour Party", "Labour Party", "false"),
                        tuple("2022-05-05", "Labour Party", "Labour Party", "false"),
                        tuple("2021-05-06", "Labour Party", "Labour Party", "false"));
    }

    /** Ward, code, member, whether it is certain, and party of those who sit on a day. */
    private static List<List<String>> seats(String day) throws Exception {
        QueryTable table = LIBRARY.run(
                deployment.store(),
                deployment.uris(),
                "who-holds-each-seat",
                Map.of("council", "trafford", "day", day));
        return Tables.of(table).stream()
                .skip(1)
                .filter(row -> !row.get(3).isEmpty())
                .map(row -> List.of(row.get(0), row.get(1), row.get(3), row.get(4), row.get(5)))
                .toList();
    }

    private static List<String> certain(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.get(3).equals("true"))
                .map(row -> row.get(2))
                .toList();
    }
}
