package uk.declared.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import uk.declared.store.EarlierFolders;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;

/** What is in a data folder's record: published, redacted, withdrawn, rebuilt, and found where somebody changed it. */
class RecordCommandsTest extends CommandRun {
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
    void aStoreThatAnotherVersionMadeIsToBeMadeAnewAndNoGraphOfItIsCalledWrong() throws Exception {
        Path data = folder.resolve("data");
        EarlierFolders.bringWithStore(data);

        assertThat(run("verify", "--data", data)).isEqualTo(VIOLATIONS);
        assertThat(said())
                .contains("was made by another version of this program", "`declared rebuild`")
                .doesNotContain("differs");

        assertThat(run("rebuild", "--data", data)).isZero();
        assertThat(run("verify", "--data", data)).isZero();
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
    void aCopyIsMadeAndBroughtBackByTwoCommands() throws Exception {
        Path data = folder.resolve("data");
        Path copies = folder.resolve("copies");
        Path back = folder.resolve("back");
        assertThat(run("publish", "--data", data, EXAMPLE)).as(this::complained).isZero();

        assertThat(run("backup", "--data", data, "--to", copies, "--keep", 1))
                .as(this::complained)
                .isZero();
        assertThat(said()).contains("holds the record up to entry 22").contains("It was restored");
        assertThat(run("restore", "--data", back, "--from", copies))
                .as(this::complained)
                .isZero();
        assertThat(said()).contains("holds the record up to entry 22");

        assertThat(run("verify", "--data", back)).isZero();
        assertThat(run("restore", "--data", data, "--from", copies)).isEqualTo(UNREADABLE);
        assertThat(complained()).contains("is not empty");
        assertThat(run("backup", "--data", folder.resolve("nowhere"), "--to", copies))
                .isEqualTo(UNREADABLE);
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
    void aStoreThatCannotBeOpenedIsSaidToBeDamagedAndTheRecordIsVerifiedAllTheSame() throws Exception {
        Path data = folder.resolve("data");
        run("publish", "--data", data, EXAMPLE);
        Files.writeString(data.resolve("store/Data-0001/journal.jrnl"), "This is not what TDB2 writes.");

        assertThat(run("verify", "--data", data)).as(this::complained).isEqualTo(VIOLATIONS);

        assertThat(said())
                .contains("The record's 22 entries are what was written")
                .contains("The store is damaged and cannot be opened", "`declared rebuild`")
                .doesNotContain("are what the record says");
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
}
