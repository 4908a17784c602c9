package uk.declared.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/**
 * A client that openapi-generator makes from the description, as a stranger would have it made, compiles and gets answers. The
 * generator is had with {@code mvn test -Pgenerated-client -Dtest=GeneratedClientTest}, as .ci/run asks; it is too large for everybody's build.
 */
@EnabledIfSystemProperty(
        named = "openapi-generator.jar",
        matches = ".+",
        disabledReason = "mvn -Pgenerated-client brings openapi-generator")
class GeneratedClientTest {
    @TempDir
    private static Path folder;

    @Test
    void aClientMadeFromTheDescriptionGetsAnswers() throws Exception {
        try (Deployment deployment = Deployment.open(folder.resolve("data"), Optional.empty())) {
            ExampleResults.publishInto(deployment);
            try (DeclaredServer server = DeclaredServer.start(deployment, ServerSettings.onPort(0))) {
                String address = "http://localhost:" + server.port();
                Path classes = compiled(generated(address));

                // 21 wards, and 7,876 electors in Altrincham: counted in the file that the council published.
                assertThat(calls(classes, address))
                        .containsExactly(
                                "suggested: Altrincham",
                                "rows: 21",
                                "electorate: 7876",
                                "votes: true",
                                "election: local.trafford.2024-05-02",
                                "missing: 404");
            }
        }
    }

    private static Path generated(String address) throws Exception {
        Path client = folder.resolve("client");
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("openapi-generator.jar", ""),
                        "generate",
                        "--input-spec",
                        address + "/openapi.json",
                        "--generator-name",
                        "java",
                        "--output",
                        client.toString(),
                        "--additional-properties",
                        "openApiNullable=false,useJakartaEe=true")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(generator.waitFor()).as(Files.readString(log)).isZero();
        return client;
    }

    private static Path compiled(Path client) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> walked = Files.walk(client.resolve("src/main/java"))) {
            List<Path> sources = Stream.concat(
                            walked.filter(file -> file.toString().endsWith(".java")), Stream.of(callsSource()))
                    .toList();
            List<String> options = List.of(
                    "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
            boolean compiles = compiler.getTask(
                            output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiles).as(output.toString()).isTrue();
        }
        return classes;
    }

    private static Path callsSource() throws Exception {
        URL source = GeneratedClientTest.class.getResource("Calls.java");
        assertThat(source).isNotNull();
        return new File(source.toURI()).toPath();
    }

    @SuppressWarnings("unchecked")
    private static List<String> calls(Path classes, String address) throws Exception {
        URL[] path = {URI.create(classes.toUri().toString()).toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, GeneratedClientTest.class.getClassLoader())) {
            return (List<String>)
                    loader.loadClass("Calls").getMethod("to", String.class).invoke(null, address);
        }
    }
}
