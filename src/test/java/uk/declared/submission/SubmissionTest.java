package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void isNamedByTheHashOfItsBytes() throws Exception {
        Path file = Files.writeString(folder.resolve("abc.csv"), "abc");

        Submission submission = Submission.open(file);

        // FIPS 180-2, appendix B.1
        assertThat(submission.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(submission.size()).isEqualTo(3);
        assertThat(submission.name()).isEqualTo("abc.csv");
    }

    @Test
    void mayBeSpokenOfByAnotherName() throws Exception {
        Path copy = Files.writeString(folder.resolve("upload-17"), "abc");

        assertThat(Submission.open(copy, "results.csv").name()).isEqualTo("results.csv");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(refusal(folder.resolve("none.csv"))).isEqualTo("F001");
    }

    @Test
    void aFolderIsRefused() {
        assertThat(refusal(folder)).isEqualTo("F002");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(refusal(Files.createFile(folder.resolve("empty.csv")))).isEqualTo("F003");
    }

    @Test
    void aDeviceIsRefused() {
        Path device = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(device), "There is no /dev/zero on this machine.");

        assertThat(refusal(device)).isEqualTo("F019");
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThatAreKnown() throws IOException {
        Path file = Files.writeString(folder.resolve("abc.csv"), "abc");
        ReadOptions options = new ReadOptions(Optional.of("xml"), Optional.empty(), Optional.empty());

        Reading reading = Reading.of(file, options);

        assertThat(reading.rules()).containsExactly("F009");
        assertThat(reading.findings().get(0).details())
                .hasEntrySatisfying("formats", formats -> assertThat(formats).contains("lga", "template", "zip"));
    }

    @Test
    void aCouncilThatNobodyKnowsIsRefusedWithTheNearest() throws IOException {
        Path file = Files.writeString(folder.resolve("abc.csv"), "abc");
        ReadOptions options = new ReadOptions(Optional.empty(), Optional.of("stokport"), Optional.empty());

        Reading reading = Reading.of(file, options);

        assertThat(reading.rules()).containsExactly("F021");
        assertThat(reading.findings().get(0).details().get("suggestions")).startsWith("stockport");
    }

    private static String refusal(Path path) {
        return catchThrowableOfType(UnreadableSubmissionException.class, () -> Submission.open(path))
                .finding()
                .rule();
    }
}
