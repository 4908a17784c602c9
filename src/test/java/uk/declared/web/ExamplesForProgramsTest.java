package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered to copy and paste is run as it stands there, against this server, where the tool is at hand. */
@ExtendWith(WithSite.class)
class ExamplesForProgramsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    election, python,     98 candidates
                    election, javascript, 98 candidates
                    turnout,  curl,       E05015239
                    turnout,  python,     E05015239 Altrincham 42.97
                    turnout,  javascript, E05015239 Altrincham 42.97
                    find,     python,     E05015239 Altrincham Trafford Metropolitan Borough Council
                    find,     javascript, E05015239 Altrincham Trafford Metropolitan Borough Council
                    ask,      curl,       2024-05-02
                    ask,      python,     2024-05-02 21
                    ask,      javascript, 2024-05-02 21
                    follow,   curl,       <feed
                    follow,   python,     Altrincham
                    follow,   javascript, Altrincham
                    """)
    void anExampleDoesWhatItsPageSays(String task, String tool, String said, Site site) throws Exception {
        String code = site.page("/use/" + task)
                .expectFirst("#code-" + tool)
                .wholeText()
                .replace("http://localhost:8080", site.address());

        assertThat(run(tool, code)).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"election", "turnout", "find", "ask", "follow"})
    void theQueryOfATaskIsAnswered(String task, Site site) {
        String query = site.page("/use/" + task).expectFirst("#code-sparql").wholeText();

        assertThat(Site.text(site.post("/sparql", "application/sparql-query", query, "Accept", "text/csv"))
                        .lines()
                        .count())
                .isGreaterThan(1);
    }

    private static String run(String tool, String code) throws IOException, InterruptedException {
        String ending = tool.equals("javascript") ? ".mjs" : "";
        Path file = Files.writeString(Files.createTempFile("declared-example-", ending), code);
        List<String> command = switch (tool) {
            case "python" -> List.of("python3", file.toString());
            case "javascript" -> List.of("node", file.toString());
            default -> List.of("bash", file.toString());
        };
        String program = tool.equals("curl") ? "curl" : command.get(0);
        assumeTrue(isThere(program), "Skipped: there is no " + program + " on this machine");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Files.delete(file);
        return output;
    }

    private static boolean isThere(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
