package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
