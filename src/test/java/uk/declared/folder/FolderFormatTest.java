package uk.declared.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.projection.Verification;

/** Folders that earlier versions of the program wrote, and what is made of them. */
class FolderFormatTest {
    private static final Path EARLIER = Path.of("src/test/resources/folders");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"format-0"})
    void aFolderOfAnEarlierFormatOpensVerifiesAndRebuilds(String earlier) throws Exception {
        FileSystemUtils.copyRecursively(EARLIER.resolve(earlier), folder);

        long entries;
        try (Deployment deployment = Deployment.open(folder, Optional.empty())) {
            assertThat(deployment.history().of(new BallotId("local.trafford.north.2026-05-07")))
                    .hasSize(2);
            assertThat(deployment.history().of(new BallotId("local.trafford.south.2026-05-07")))
                    .as("published, and withdrawn")
                    .hasSize(2);
            entries = deployment.store().applied().sequence();
        }

        assertThat(Files.readString(folder.resolve("format")).strip()).isEqualTo("1");
        Verification found = ClosedFolder.verify(folder);
        assertThat(found.holds()).isTrue();
        assertThat(ClosedFolder.rebuild(folder, Optional.empty())).isEqualTo(entries);
        assertThat(ClosedFolder.verify(folder).holds()).isTrue();
    }

    @Test
    void aFolderOfALaterFormatIsRefusedAndStaysAsItIs() throws Exception {
        Deployment.open(folder, Optional.empty()).close();
        Files.writeString(folder.resolve("format"), "2\n");

        assertThatThrownBy(() -> Deployment.open(folder, Optional.empty()))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("has format 2")
                .hasMessageContaining("up to 1");
        assertThat(Files.readString(folder.resolve("format"))).isEqualTo("2\n");
    }

    @Test
    void aFormatThatIsNoNumberIsNamed() throws Exception {
        Deployment.open(folder, Optional.empty()).close();
        Files.writeString(folder.resolve("format"), "new");

        assertThatThrownBy(() -> Deployment.open(folder, Optional.empty())).hasMessageContaining("“new”");
    }
}
