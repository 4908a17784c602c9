package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;

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
    @ValueSource(
            strings = {
                "",
                "serve",
                "validate",
                "convert",
                "publish",
                "query",
                "rebuild",
                "compact",
                "import",
                "export",
                "mapping",
                "withdraw",
                "verify",
                "recount",
                "redact"
            })
    void everyCommandTellsItsOptions(String command) {
        Object[] words =
                Stream.of(command, "--help").filter(word -> !word.isEmpty()).toArray();

        assertThat(run(words)).isZero();
        assertThat(said()).startsWith("Usage: declared").contains("--help");
    }

    @Test
    void anEarlierVersionIsRedactedAndTheChainStillVerifies() throws Exception {
        Path data = folder.resolve("data");
        Path record = data.resolve("record/record.jsonl");
        String contest = "local.trafford.altrincham.2024-05-02";
        run("publish", "--data", data, EXAMPLE);
        assertThat(run("redact", "--data", data, contest, "1", "--reason", "Asked for."))
                .as("It is the current version")
                .isEqualTo(UNREADABLE);
        run("withdraw", "--data", data, contest, "--reason", "For a person's sake.");
        assertThat(Files.readString(record)).contains("MINIACI");

        assertThat(run("redact", "--data", data, contest, "1", "--reason", "Asked for.", "--with-file"))
                .as(this::complained)
                .isZero();

        assertThat(Files.readString(record)).doesNotContain("MINIACI").contains("Asked for.");
        assertThat(run("verify", "--data", data)).as(this::said).isEqualTo(CONFORMS);
        assertThat(run("rebuild", "--data", data)).isZero();
        assertThat(run("verify", "--data", data)).isEqualTo(CONFORMS);
    }

    @Test
    void contentThatIsMissingWithoutAReasonIsDamage() throws Exception {
        Path data = folder.resolve("data");
        Path record = data.resolve("record/record.jsonl");
        run("publish", "--data", data, EXAMPLE);
        List<String> lines = new ArrayList<>(Files.readAllLines(record));
        lines.set(0, lines.get(0).replaceFirst(",\"previous\":", ",\"redacted\":true,\"previous\":"));
        Files.write(record, lines);

        assertThat(run("verify", "--data", data)).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("Entry 1").contains("no entry says that it was taken out");
    }

    /** Counted by hand: the quota is 5, Cay is excluded, and Bea gets the two papers on. */
    private Path papers() throws Exception {
        return Files.writeString(
                folder.resolve("papers.blt"),
                "3 1\n4 1 0\n3 2 1 0\n2 3 2 0\n0\n\"Ada\"\n\"Bea\"\n\"Cay\"\n\"Ward 1 Anywhere\"\n");
    }

    private Path declaredCount(String votesOfBea) throws Exception {
        return Files.writeString(folder.resolve("declared.csv"), """
                council,area_name,polling_date,voting_system,seats,name_on_ballot_paper,votes,elected,quota,outcome,outcome_stage,transfer_2,total_2
                glasgow-city,Anywhere,2022-05-05,single-transferable-vote,1,Bea,3,true,5,elected,2,2,%s
                glasgow-city,Anywhere,2022-05-05,single-transferable-vote,1,Ada,4,false,5,not-elected,2,0,4
                glasgow-city,Anywhere,2022-05-05,single-transferable-vote,1,Cay,2,false,5,excluded,2,-2,0
                """.formatted(votesOfBea));
    }

    private int recount(String votesOfBea) throws Exception {
        return run("recount", "--council", "glasgow-city", "--date", "2022-05-05", papers(), declaredCount(votesOfBea));
    }

    @Test
    void papersCountedAgainGiveTheDeclaredCount() throws Exception {
        assertThat(recount("5")).as(this::complained).isEqualTo(CONFORMS);
        assertThat(said()).contains("Anywhere: the ballot papers counted again give the declared count, 2 stages");
    }

    @Test
    void aDeclaredCountThatThePapersDoNotGiveIsNamedWhereItDiffers() throws Exception {
        assertThat(recount("6")).as(this::complained).isEqualTo(VIOLATIONS);
        assertThat(said()).contains("at stage 2, in the votes of Bea: counted again 5.00000, declared 6");
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

        assertThat(run("compact", "--data", data)).as(this::complained).isZero();
        assertThat(said()).matches("(?s)The store's files took [0-9.,]+ MB and take [0-9.,]+ MB now.\\R");
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
    void aStoreThatIsNotWhatTheRecordSaysIsFound() throws Exception {
        Path data = folder.resolve("data");
        run("publish", "--data", data, EXAMPLE);

        assertThat(run("verify", "--data", data)).as(this::complained).isEqualTo(CONFORMS);
        assertThat(said())
                .contains("The record's 22 entries are what was written")
                .contains("are what the record says");

        String altrincham = "http://localhost:8080/doc/contest/local.trafford.altrincham.2024-05-02";
        try (Store store = EmbeddedStore.open(data.resolve("store"))) {
            List<Triple> changed = store.graph(altrincham).stream()
                    .map(triple -> triple.getObject().isLiteral()
                                    && triple.getObject()
                                            .getLiteralLexicalForm()
                                            .equals("810")
                            ? Triple.create(
                                    triple.getSubject(),
                                    triple.getPredicate(),
                                    NodeFactory.createLiteralDT("1810", XSDDatatype.XSDinteger))
                            : triple)
                    .toList();
            store.apply(
                    List.<StoreChange>of(new StoreChange.Replace(altrincham, changed))
                            .iterator(),
                    store.applied());
        }
        assertThat(run("verify", "--data", data)).isEqualTo(VIOLATIONS);
        assertThat(said())
                .contains("The graph " + altrincham + " differs. Only in the store:")
                .contains("\"1810\"");

        run("rebuild", "--data", data);
        assertThat(run("verify", "--data", data)).isEqualTo(CONFORMS);
    }

    @Test
    void aRecordThatWasChangedIsNamedByItsEntry() throws Exception {
        Path data = folder.resolve("data");
        run("publish", "--data", data, EXAMPLE);
        Path record = data.resolve("record/record.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(record));
        lines.set(4, lines.get(4).replaceFirst("\"version\":1", "\"version\":2"));
        Files.write(record, lines);

        assertThat(run("verify", "--data", data)).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("damaged").contains("5");
    }

    @Test
    void aSubmissionThatIsGoneIsNamed() throws Exception {
        Path data = folder.resolve("data");
        run("publish", "--data", data, EXAMPLE);
        try (Stream<Path> kept = Files.list(data.resolve("submissions"))) {
            Files.delete(kept.findFirst().orElseThrow());
        }

        assertThat(run("verify", "--data", data)).isEqualTo(VIOLATIONS);
        assertThat(said()).contains("A file that the record names is gone or changed");
    }

    @Test
    void aContestIsWithdrawnWithAReasonAndCanBeDeclaredAgain() throws Exception {
        Path data = folder.resolve("data");
        String contest = "local.trafford.altrincham.2024-05-02";
        run("publish", "--data", data, EXAMPLE);

        assertThat(run("withdraw", "--data", data, contest, "--reason", "It was another ward's."))
                .isZero();
        assertThat(said()).contains("as version 2");
        assertThat(run("withdraw", "--data", data, contest, "--reason", "Again."))
                .isEqualTo(UNREADABLE);
        assertThat(run("withdraw", "--data", data, "local.trafford.none.2024-05-02", "--reason", "x"))
                .isEqualTo(UNREADABLE);
        Path votes = Files.writeString(
                folder.resolve("votes.rq"),
                "PREFIX le: <https://w3id.org/local-elections#> SELECT (SUM(?v) AS ?votes) { ?c le:votes ?v }");
        run("query", "--data", data, votes);
        // Altrincham's 3,358 votes are gone from 69,980.
        assertThat(said()).contains("66622");
        assertThat(run("verify", "--data", data)).isEqualTo(CONFORMS);

        assertThat(run("publish", "--data", data, EXAMPLE)).isZero();
        assertThat(said()).contains("Published 1 contests (1 of them as a new version), 20 unchanged.");
    }

    @Test
    void contestsThatConformArePublishedWithoutTheOthers() throws Exception {
        Path data = folder.resolve("data");
        List<String> lines = new ArrayList<>(Files.readAllLines(EXAMPLE));
        lines.set(1, lines.get(1).replaceFirst(",(\\d+),(true|false),", ",-$1,$2,"));
        Path file = Files.write(folder.resolve("partly.csv"), lines);

        assertThat(run("publish", "--data", data, file)).isEqualTo(VIOLATIONS);
        assertThat(said()).doesNotContain("Published");
        assertThat(run("publish", "--data", data, "--conforming", file)).isEqualTo(VIOLATIONS);
        assertThat(said())
                .contains("Published 20 contests")
                .contains("Left out, since it does not conform: local.trafford.altrincham.2024-05-02");
    }

    @Test
    void whereARowCannotBeReadNoContestIsChosen() throws Exception {
        Path data = folder.resolve("data");
        List<String> lines = new ArrayList<>(Files.readAllLines(EXAMPLE));
        lines.set(3, lines.get(3).substring(0, 60));
        Path file = Files.write(folder.resolve("short.csv"), lines);

        assertThat(run("publish", "--data", data, "--conforming", file)).isEqualTo(VIOLATIONS);
        assertThat(said()).contains("[F012]").doesNotContain("Published");
    }

    @Test
    void whatIsMistypedIsAnsweredWithTheOptions() {
        assertThat(run("validate", "--reprot", "html", EXAMPLE)).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("--reprot").contains("--report");
    }
}
