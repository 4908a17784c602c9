package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.Source;
import uk.declared.query.QueryLibrary;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** Whether rejected papers were counted as votes is judged over a whole file. */
class RejectedUnitsTest {
    private static final String HEADINGS =
            "council,polling_date,area_name,seats,name_on_ballot_paper,party_id,votes,elected,rejected_too_many_votes,rejected_unmarked_or_void\n";

    @TempDir
    private Path folder;

    /** Binomial: of 21 events of one in nine at least 18: 21C18/9^18·(8/9)^3 + … = 6.4e-15; worked out with Python's fractions. */
    @Test
    void theChanceIsThatOfASumOfIndependentEvents() {
        assertThat(RejectedUnits.chance(Collections.nCopies(21, 1 / 9.0), 18))
                .isCloseTo(6.347792147532883e-15, within(1e-17));
        assertThat(RejectedUnits.chance(List.of(0.5, 0.25), 1)).isCloseTo(0.625, within(1e-12));
        assertThat(RejectedUnits.chance(List.of(0.5, 0.25), 2)).isCloseTo(0.125, within(1e-12));
        assertThat(RejectedUnits.chance(List.of(0.5), 0)).isEqualTo(1);
    }

    @Test
    void oneWardThatDividesByChanceIsNotSpokenOf() throws Exception {
        assertThat(warnings(ward("North", 3, 6) + ward("South", 4, 7) + ward("West", 5, 2)))
                .isEmpty();
    }

    /** Four wards of three seats with two figures each: by chance once in 9^4 = 6,561 files. */
    @Test
    void whereAllWardsDivideItIsSaidOfEachWithItsChance() throws Exception {
        List<Finding> warnings =
                warnings(ward("North", 3, 6) + ward("South", 9, 12) + ward("West", 3, 3) + ward("East", 6, 9));

        assertThat(warnings)
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.details())
                        .containsEntry("hits", "4")
                        .containsEntry("all", "4")
                        .containsEntry("chance", "6561"));
    }

    private List<Finding> warnings(String rows) throws Exception {
        Path file = Files.writeString(folder.resolve("results.csv"), HEADINGS + rows);
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            Publication publication =
                    deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
            assertThat(publication.refused()).isFalse();
            List<Finding> found = publication.report().of(Severity.WARNING).stream()
                    .filter(finding -> finding.rule().equals("W709"))
                    .toList();
            assertThat(QueryLibrary.load()
                            .run(
                                    deployment.store(),
                                    deployment.uris(),
                                    "contests-with-warnings",
                                    java.util.Map.of("rule", "W709"))
                            .rows())
                    .as("The declarations carry the warning where the report has it")
                    .hasSize(found.size());
            return found;
        }
    }

    private static String ward(String name, int tooMany, int unmarked) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            rows.append("trafford,2023-05-04,%s,3,Candidate %s,PP63,%d,%s,%d,%d%n"
                    .formatted(name, "ABCD".charAt(i), 900 - i * 100, i < 3, tooMany, unmarked));
        }
        return rows.toString();
    }
}
