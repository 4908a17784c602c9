package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.web.settings.ServerSettings;

/**
 * The commands in the pages about the data are run as they stand there, one after the other in one folder, against a server with the
 * example results; the queries are asked. What follows a command in its page must have it end well.
 */
class DocumentedCommandsTest {
    private static final Path DOCS = Path.of("docs");
    private static final String WRITTEN = "http://localhost:8080";
    private static final Pattern COMMAND = Pattern.compile("^ {4}((curl|declared) .*)$", Pattern.MULTILINE);
    private static final Pattern QUERY = Pattern.compile("```sparql\n(.*?)```", Pattern.DOTALL);

    /** The files that the commands name. Stages of real counts, and a register of two parties that is made up. */
    private static final Path STAGES = Path.of("src/test/resources/samples/stv/scotland-2017/five-councils.csv");

    private static final String REGISTER = "Electoral Commission ID,MNIS name,Jurisdiction,Registered on\n"
            + "PP63,Green Party,Great Britain,01/02/2001\nPP52,Twin Party,Great Britain,01/02/2001\n";

    @TempDir
    private static Path folder;

    private static Deployment deployment;
    private static DeclaredServer server;
    private static String token = "";

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        ExampleResults.publishInto(deployment);
        token = deployment
                .tokens()
                .create("docs", Optional.empty(), List.of(), Duration.ofDays(1))
                .text();
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        deployment.close();
    }

    private static String address() {
        return "http://localhost:" + server.port();
    }

    @ParameterizedTest
    @CsvSource({"open-data.md, 10", "sparql.md, 2"})
    void theCommandsOfAPageEndWell(String page, int commands) throws Exception {
        assumeTrue(isThere("curl"), "Skipped: there is no curl on this machine");
        List<String> lines = COMMAND.matcher(Files.readString(DOCS.resolve(page)))
                .results()
                .map(found -> prepared(found.group(1).replace(WRITTEN, address())))
                .toList();
        assertThat(lines).hasSize(commands);
        Path work = Files.createTempDirectory(folder, "work");
        Files.copy(STAGES, work.resolve("stages.csv"));
        Files.writeString(work.resolve("register.csv"), REGISTER);
        Path script = Files.writeString(work.resolve("page.sh"), script(lines));

        ProcessBuilder shell = new ProcessBuilder("bash", script.toString())
                .directory(work.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(work.resolve("said").toFile());
        shell.environment().put("CLASSPATH", classPath());
        shell.environment().put("TOKEN", token);
        Process running = shell.start();
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(running.exitValue())
                .as(Files.readString(work.resolve("said")))
                .isZero();
    }

    /** Of this test, with whole paths, since the commands run in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What goes on where it broke off did break off. */
    private static String prepared(String line) {
        return line.startsWith("curl -C ") ? "for file in *.gz; do truncate --size=1000 $file; done\n" + line : line;
    }

    /** A line that fails ends all; curl fails where it is refused, which by itself it does not. */
    private static String script(List<String> lines) {
        return "set -e -o pipefail\n"
                + "curl() { command curl --fail --silent --show-error \"$@\"; }\n"
                + "declared() { java -XX:TieredStopAtLevel=1 uk.declared.DeclaredApplication \"$@\"; }\n"
                + "set -x\n"
                + String.join("\n", lines)
                + "\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/sparql.md", "docs/federation.md", "docs/model.md", "README.md"})
    void theQueriesOfAPageAreAnswered(String page) throws Exception {
        List<String> queries = QUERY.matcher(Files.readString(Path.of(page)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(queries).isNotEmpty();
        for (String query : queries) {
            String asked = address() + "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(asked))
                                    .header("Accept", "application/sparql-results+json, text/turtle")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(200);
        }
    }

    private static boolean isThere(String program) throws Exception {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
