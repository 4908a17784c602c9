package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uk.declared.deployment.Deployment;

/** Where the URIs of a demonstration begin. */
class DemonstrationBaseTest {
    @TempDir
    private Path folder;

    @Command
    private static final class Demonstration {
        @Mixin
        private DataOptions data = new DataOptions();
    }

    @Test
    void aFolderThatIsNewBeginsWithTheAddressThatItIsServedOn() throws Exception {
        try (Deployment deployment = options("--data", folder.toString()).openOr("http://localhost:9090")) {
            assertThat(deployment.uris().base()).isEqualTo("http://localhost:9090");
        }
    }

    @Test
    void whatAFolderWasBegunWithStays() throws Exception {
        Files.writeString(folder.resolve("base-uri"), "https://elections.example.org\n");

        try (Deployment deployment = options("--data", folder.toString()).openOr("http://localhost:9090")) {
            assertThat(deployment.uris().base()).isEqualTo("https://elections.example.org");
        }
    }

    @Test
    void aBaseThatIsNamedComesFirst() throws Exception {
        try (Deployment deployment = options("--data", folder.toString(), "--base-uri", "https://a.example")
                .openOr("http://localhost:9090")) {
            assertThat(deployment.uris().base()).isEqualTo("https://a.example");
        }
    }

    private static DataOptions options(String... arguments) {
        Demonstration command = new Demonstration();
        new CommandLine(command).parseArgs(arguments);
        return command.data;
    }
}
