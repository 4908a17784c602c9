package uk.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The paths of things and of documents are spelled in one class; everybody else asks it. */
class UriSpellingTest {
    /** A text of the program that holds one of our paths, or begins one of an area, and does not begin with another publisher's address. */
    private static final Pattern SPELLED = Pattern.compile("\"(?!https?://)[^\"]*/(id|doc|party)/[^\"]*\"|\"area/");

    /** The class itself, and the table of councils, which tells apart the addresses of other publishers. */
    private static final List<String> MAY = List.of("linkeddata/Uris.java", "election/Councils.java");

    @Test
    void onlyOneClassSpellsThePathsOfThingsAndDocuments() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> MAY.stream().noneMatch(file::endsWith))
                            .flatMap(file -> lines(file, SPELLED)))
                    .isEmpty();
        }
    }

    @Test
    void noQueryOfThePagesSpellsThem() throws IOException {
        Pattern path = Pattern.compile("^(?!.*https?:).*/(id|doc)/");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".rq")).flatMap(file -> lines(file, path)))
                    .isEmpty();
        }
    }

    @Test
    void onlyOneClassSpellsWhereResultsAreSent() throws IOException {
        Pattern path = Pattern.compile("\"/submissions");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("web/http/SubmissionPaths.java"))
                            .flatMap(file -> lines(file, path)))
                    .isEmpty();
        }
    }

    @Test
    void noTemplateSpellsThem() throws IOException {
        Pattern path = Pattern.compile("@\\{/(id|doc)/");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")).flatMap(file -> lines(file, path)))
                    .isEmpty();
        }
    }

    private static Stream<String> lines(Path file, Pattern pattern) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line ->
                            !line.strip().startsWith("*") && !line.strip().startsWith("/*"))
                    .filter(line -> pattern.matcher(line).find())
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
