package uk.declared.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.election.GssCode;
import uk.declared.reference.Geography;

class ExampleResultsTest {
    @TempDir
    private Path data;

    /** 21 wards in each year, counted in the source by other means: 236 and 98 candidates. */
    @Test
    void theExamplesArePublishedOnce() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            assertThat(ExampleResults.publishInto(deployment)).isEqualTo(42);
            assertThat(ExampleResults.publishInto(deployment)).isZero();

            long candidacies = deployment
                    .store()
                    .select(
                            QueryFactory.create("SELECT ?c { ?c a <https://w3id.org/local-elections#Candidacy> }"),
                            Map.of(),
                            rows -> rows.stream().count());
            assertThat(candidacies).isEqualTo(236 + 98);
        }
    }

    /** 21 wards before the order of 2022 and 21 since, counted in ONS's history. */
    @Test
    void theirAreasComeAlongWithTheirPlacesAndDays() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            ExampleResults.publishInto(deployment);
            Geography geography = deployment.reference().geography();

            for (String day : List.of("2023-05-03", "2023-05-04")) {
                assertThat(geography.electoralAreas(new GssCode("E47000001"), LocalDate.parse(day)))
                        .hasSize(21);
            }
            assertThat(geography.electoralAreas(new GssCode("E47000001"), LocalDate.parse("2011-03-31")))
                    .isEmpty();
            assertThat(geography.covers("E05")).isFalse();
            long contests = deployment
                    .store()
                    .select(
                            QueryFactory.create(
                                    "PREFIX le: <https://w3id.org/local-elections#> SELECT DISTINCT ?contest"
                                            + " { ?contest a le:Contest ; le:electoralArea/le:within"
                                            + " <http://localhost:8080/id/area/E12000002> }"),
                            Map.of(),
                            rows -> rows.stream().count());
            assertThat(contests).isEqualTo(42);
        }
    }
}
