package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as somebody types them. */
class DeclaredCommandTest extends CommandRun {
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
                "backup",
                "restore",
                "config",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token | create, list or revoke",
                "webhook | create, list or remove",
                "mapping | suggest, keep or list"
            })
    void aCommandThatHasCommandsOfItsOwnNamesThem(String command, String own) {
        assertThat(run(command)).isEqualTo(UNREADABLE);

        assertThat(complained()).contains("Name what to do: " + own + ".");
    }

    /** What is done with tokens from the command line stands in the folder's audit log, whoever is told of it. */
    @Test
    void aTokenThatIsMadeAndTakenBackIsNotedInTheAuditLog() throws Exception {
        Path data = folder.resolve("data");
        assertThat(run("token", "create", "--operator", "--data", data)).isEqualTo(CONFORMS);
        String id = complained().replaceFirst("(?s).*Token (\\S+) of.*", "$1");
        assertThat(run("token", "revoke", id, "--data", data)).isEqualTo(CONFORMS);

        run("audit", "--data", data);

        assertThat(said()).contains("token.create", "token.revoke", id);
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
    void everySettingIsSaidWithItsPlaceAndOneThatCannotBeMeantEndsWith2() {
        assertThat(run("config")).as(this::complained).isZero();
        assertThat(said()).contains("declared.sparql.time-limit = 10s  (the program's own)");

        System.setProperty("declared.sparql.time-limit", "soon");
        try {
            assertThat(run("config", "--changed")).isEqualTo(UNREADABLE);
            assertThat(complained()).contains("declared.sparql.time-limit is “soon”");
        } finally {
            System.clearProperty("declared.sparql.time-limit");
        }
    }

    @Test
    void whatIsMistypedIsAnsweredWithTheOptions() {
        assertThat(run("validate", "--reprot", "html", EXAMPLE)).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("--reprot").contains("--report");
    }
}
