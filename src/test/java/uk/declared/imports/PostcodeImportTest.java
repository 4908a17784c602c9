package uk.declared.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.postcode.Postcode;
import uk.declared.reference.ReferenceKind;

class PostcodeImportTest {
    private static final String HEADINGS = "pcds,dointr,doterm,wd24cd\n";
    private static final Postcode SALE = Postcode.parse("M33 7ZF").orElseThrow();

    @TempDir
    private Path temporary;

    private List<Imported> publish(Deployment deployment, String table) throws Exception {
        return deployment
                .imports()
                .publish(ReferenceKind.POSTCODES, Files.writeString(temporary.resolve("NSPL.csv"), HEADINGS + table));
    }

    @Test
    void aLaterDirectoryTakesThePlaceOfTheOneBeforeAndRecordAndStoreAgree() throws Exception {
        Path data = temporary.resolve("data");
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            assertThat(deployment.postcodes()).isEmpty();
            publish(deployment, "M33 7ZF,199801,,E05000834\n");
            List<Imported> later = publish(deployment, "M33 7ZF,199801,,E05015250\nM33 7ZG,202405,,E05015250\n");
            List<Imported> again = publish(deployment, "M33 7ZF,199801,,E05015250\nM33 7ZG,202405,,E05015250\n");

            assertThat(later).singleElement().satisfies(imported -> {
                assertThat(imported.release()).isEqualTo("directory-2024-05");
                assertThat(imported.things()).isEqualTo(2);
                assertThat(imported.superseded()).containsExactly("directory-1998-01");
            });
            assertThat(again)
                    .singleElement()
                    .satisfies(imported -> assertThat(imported.unchanged()).isTrue());
            assertThat(deployment
                            .postcodes()
                            .orElseThrow()
                            .find(SALE)
                            .orElseThrow()
                            .ward())
                    .hasValueSatisfying(code -> assertThat(code).hasToString("E05015250"));
            assertThat(deployment
                            .store()
                            .graph("http://localhost:8080/data/postcodes/directory-2024-05")
                            .size())
                    .isPositive();
        }

        assertThat(ClosedFolder.verify(data).differences()).isEmpty();
        ClosedFolder.rebuild(data, Optional.empty());
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            assertThat(deployment.postcodes().orElseThrow().live()).isEqualTo(2);
        }
    }
}
