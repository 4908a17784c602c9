package uk.declared.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import uk.declared.deployment.Deployment;
import uk.declared.election.GssCode;
import uk.declared.reference.ReferenceKind;

class LoadedReferenceTest {
    @TempDir
    private Path folder;

    @Test
    void onceItIsPreparedNobodyReadsTheAreasFromTheStoreAnyMore() throws Exception {
        Path geography = Files.writeString(
                folder.resolve("Wards_December_2024.csv"),
                "WD24CD,WD24NM,LAD24CD,LAD24NM\nE05015239,North Ward,E08000009,Trafford\n");
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            deployment.imports().publish(ReferenceKind.GEOGRAPHY, geography);
        }
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            new LoadedReference(new StaticListableBeanFactory(Map.of("deployment", deployment))
                            .getBeanProvider(Deployment.class))
                    .prepare();
            deployment.store().close();

            assertThat(deployment.reference().geography().area(new GssCode("E05015239")))
                    .isPresent();
        }
    }
}
