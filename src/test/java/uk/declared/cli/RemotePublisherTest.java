package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.EndlessServer;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class RemotePublisherTest {
    @TempDir
    private Path folder;

    @Test
    void aServerWhoseAnswerNeverEndsIsLeftWithAWordOnWhatToDo() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "declared_a_b");
        Submission submission = Submission.open(Files.writeString(folder.resolve("a.csv"), "council\ntrafford\n"));
        try (EndlessServer server = new EndlessServer()) {
            RemotePublisher publisher = RemotePublisher.to(server.address(), token, Duration.ofMillis(500));

            assertThatThrownBy(() -> publisher.publish(submission, ReadOptions.NONE, Map.of(), Locale.UK))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("gave no whole answer")
                    .hasMessageContaining("look there before you send it again");
        }
    }
}
