package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as somebody types them. */
class DeclaredCommandTest {
    private static final Path EXAMPLE = Path.of("src/main/resources/declared/examples/trafford-2024-05-02.csv");
    private static final int CONFORMS = 0;
    private static final int VIOLATIONS = 1;
    private static final int UNREADABLE = 2;

    @TempDir
    private Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private int run(Object... words) {
        said.reset();
        complained.reset();
        return DeclaredCommand.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    private Path broken() throws Exception {
        List<String> lines = Files.readAllLines(EXAMPLE);
        String row = lines.get(1).replaceFirst(",(\\d+),(true|false),", ",-$1,$2,");
        assertThat(row).isNotEqualTo(lines.get(1));
        return Files.write(folder.resolve("broken.csv"), List.of(lines.get(0), row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "validate", "convert", "publish", "query", "rebuild", "import", "export"})
    void everyCommandTellsItsOptions(String command) {
        Object[] words =
                Stream.of(command, "--help").filter(word -> !word.isEmpty()).toArray();

        assertThat(run(words)).isZero();
        assertThat(said()).startsWith("Usage: declared").contains("--help");
    }

    @Test
    void aFileThatConformsEndsWith0() {
        assertThat(run("validate", EXAMPLE)).isEqualTo(CONFORMS);
        assertThat(said())
                .contains("Contests 21, candidates 98, elected 21, votes 69,980")
                .contains("Conforms");
    }

    @Test
    void aFileThatBreaksARuleEndsWith1AndIsMarkedWhereItDoes() throws Exception {
        Path marked = folder.resolve("marked.csv");

        assertThat(run("validate", "--lang", "cy", "--marked", marked, broken()))
                .isEqualTo(VIOLATIONS);

        assertThat(said()).contains("Gwrthodwyd");
        assertThat(Files.readString(marked)).contains("[F0");
    }

    @Test
    void aFileThatCannotBeReadEndsWith2() throws Exception {
        Path picture = Files.write(folder.resolve("a.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

        assertThat(run("validate", picture)).isEqualTo(UNREADABLE);
        assertThat(run("validate", folder.resolve("none.csv"))).isEqualTo(UNREADABLE);
    }

    @Test
    void reportsComeInEveryForm() throws Exception {
        run("validate", "--report", "html", broken());
        assertThat(Jsoup.parse(said()).select("section.violation li")).isNotEmpty();

        run("validate", "--report", "json", broken());
        assertThat(said()).contains("\"conforms\"");

        run("validate", "--report", "turtle", broken());
        assertThat(RDFParser.fromString(said(), Lang.TURTLE).toGraph().size()).isPositive();
    }

    @Test
    void whatIsPublishedIsFoundExportedAndRebuilt() throws Exception {
        Path data = folder.resolve("data");
        Path dump = folder.resolve("all.nq");

        assertThat(run("publish", "--data", data, EXAMPLE)).as(this::complained).isZero();
        Path query = Files.writeString(
                folder.resolve("votes.rq"),
                "PREFIX le: <https://w3id.org/local-elections#> SELECT (SUM(?v) AS ?votes) { GRAPH ?g { ?c le:votes ?v } }");
        assertThat(run("query", "--data", data, query)).as(this::complained).isZero();
        assertThat(said()).contains("69980");

        assertThat(run("export", "--data", data, "-o", dump))
                .as(this::complained)
                .isZero();
        assertThat(RDFParser.source(dump).toDatasetGraph().stream()
                        .filter(quad -> quad.getPredicate().getURI().endsWith("local-elections#votes")))
                .hasSize(98);

        assertThat(run("rebuild", "--data", data)).as(this::complained).isZero();
        assertThat(run("query", "--data", data, query)).isZero();
        assertThat(said()).contains("69980");
    }

    @Test
    void aCouncilsOwnTableIsMappedOnce() throws Exception {
        Path data = folder.resolve("data");
        Path mapping = folder.resolve("mapping.json");
        Path table = Files.writeString(folder.resolve("export.csv"), """
                        Ward,Ward Code,Candidate Name,Party,Votes Polled,Result,Box
                        Altrincham,E05015239,Ann Archer,Green Party,1200,Elected,7
                        Altrincham,E05015239,Bob Baker,Labour Party,900,Not elected,7
                        """);

        assertThat(run("validate", table)).isEqualTo(UNREADABLE);
        assertThat(run("mapping", "suggest", table, "--council", "trafford", "-o", mapping))
                .isZero();
        assertThat(said()).containsPattern("Votes Polled +votes +1200 · 900").containsPattern("Box +– +7");
        assertThat(run("validate", "--mapping", mapping, "--date", "2024-05-02", table))
                .as(this::said)
                .isEqualTo(CONFORMS);
        assertThat(said()).contains("Contests 1, candidates 2, elected 1, votes 2,100");

        assertThat(run("mapping", "keep", "--data", data, mapping)).isZero();
        assertThat(run("mapping", "list", "--data", data)).isZero();
        assertThat(said()).isEqualTo("trafford" + System.lineSeparator());
        assertThat(run("publish", "--data", data, "--council", "trafford", "--date", "2024-05-02", table))
                .as(this::said)
                .isEqualTo(CONFORMS);
        assertThat(said()).contains("Published 1 contests");
    }

    @Test
    void aMappingThatCannotBeUsedSaysWhy() throws Exception {
        Path mapping = Files.writeString(
                folder.resolve("mapping.json"),
                "{\"columns\": {\"Ward\": \"area_nam\", \"Name\": \"name_on_ballot_paper\"}}");

        assertThat(run("validate", "--mapping", mapping, EXAMPLE)).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("area_nam", "did you mean area_name?");
        assertThat(run("validate", "--mapping", folder.resolve("none.json"), EXAMPLE))
                .isEqualTo(UNREADABLE);
        assertThat(complained()).contains("There is no mapping");
    }

    @Test
    void whatIsMistypedIsAnsweredWithTheOptions() {
        assertThat(run("validate", "--reprot", "html", EXAMPLE)).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("--reprot").contains("--report");
    }
}
