package uk.declared.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.CrashBetweenRecordAndStore;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.folder.DataFolderException;
import uk.declared.linkeddata.ChangeWords;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

class PublisherTest {
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n";
    private static final String NORTH = "trafford,2024-05-02,E05015239,North,Ann,PP63,500,true\n"
            + "trafford,2024-05-02,E05015239,North,Bob,PP90,300,false\n";
    private static final String SOUTH = "trafford,2024-05-02,E05015240,South,Cat,PP63,700,true\n";
    private static final BallotId NORTH_ID = new BallotId("local.trafford.north.2024-05-02");
    private static final BallotId SOUTH_ID = new BallotId("local.trafford.south.2024-05-02");

    @TempDir
    private Path temporary;

    private Path data;

    @BeforeEach
    void nameTheFolder() {
        data = temporary.resolve("data");
    }

    @Test
    void eachContestIsANamedGraph() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, NORTH + SOUTH);

            assertThat(contestGraph(deployment, NORTH_ID).size()).isPositive();
            assertThat(contestGraph(deployment, SOUTH_ID).size()).isPositive();
        }
    }

    @Test
    void aChangeInOneContestMakesAVersionOfThatContestOnly() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, NORTH + SOUTH);
            Graph south = contestGraph(deployment, SOUTH_ID);

            Publication correction = publish(deployment, NORTH.replace(",500,", ",501,") + SOUTH);

            assertThat(correction.published())
                    .extracting(Publication.Version::contest, Publication.Version::version)
                    .containsExactly(tuple(NORTH_ID, 2));
            assertThat(correction.unchanged()).hasSize(1);
            assertThat(contestGraph(deployment, SOUTH_ID).isIsomorphicWith(south))
                    .isTrue();
            assertThat(votes(deployment)).containsExactlyInAnyOrder(501L, 300L, 700L);
        }
    }

    @Test
    void aRefusedSubmissionLeavesNothingButTheReport() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, SOUTH);
            String before = deployment.store().version();

            Publication refused = publish(deployment, NORTH.replace("500", "twelve") + SOUTH.replace("700", "701"));

            assertThat(refused.refused()).isTrue();
            Finding finding = refused.report().of(Severity.VIOLATION).get(0);
            assertThat(finding.rule()).isEqualTo("F030");
            assertThat(finding.place().row()).hasValue(2);
            assertThat(finding.place().columnLetters()).contains("G");
            assertThat(deployment.store().version()).isEqualTo(before);
            assertThat(votes(deployment)).containsExactly(700L);
            assertThat(Files.list(data.resolve("submissions")).count()).isEqualTo(1);
        }
    }

    @Test
    void aWardSpeltAnewKeepsItsUri() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, NORTH);

            Publication publication = publish(deployment, NORTH.replace("North", "North Ward"));

            assertThat(publication.published())
                    .extracting(Publication.Version::contest, Publication.Version::version)
                    .containsExactly(tuple(NORTH_ID, 2));
        }
    }

    @Test
    void aCandidateSpeltAnewKeepsTheUri() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, NORTH);

            Publication publication =
                    publish(deployment, NORTH.replace("Bob", "Cllr Bob").replace("300", "301"));

            String graph = contestGraph(deployment, NORTH_ID).toString();
            assertThat(graph).contains(".2024-05-02/bob").doesNotContain("/cllr-bob");
            assertThat(words(publication.published().get(0)))
                    .containsExactly(
                            "Cllr Bob, votes: 300 → 301", "Cllr Bob, name on the ballot paper: Bob → Cllr Bob");
        }
    }

    @Test
    void whatChangedIsSaidWithTheDeclarationInBothLanguages() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, NORTH);
            publish(deployment, NORTH.replace(",300,", ",301,"));

            String record = deployment
                    .store()
                    .graph(deployment.uris().data("record").getURI())
                    .toString();

            assertThat(record).contains("\"Bob, votes: 300 → 301\"@en").contains("\"Bob, pleidleisiau: 300 → 301\"@cy");
        }
    }

    @Test
    void whoHasNotSeenWhatAnotherPublishedMeanwhileIsTold() throws Exception {
        try (Deployment deployment = open()) {
            publish(deployment, NORTH + SOUTH);
            Terms seen =
                    Terms.of(Source.OPERATOR).havingSeen(deployment.publisher().position());
            publish(deployment, NORTH.replace(",500,", ",501,"));

            Publication late =
                    deployment.publisher().publish(submission(NORTH.replace(",500,", ",502,")), ReadOptions.NONE, seen);

            assertThat(late.refused()).isTrue();
            assertThat(late.overtaken()).containsExactly(NORTH_ID);
            assertThat(votes(deployment)).contains(501L).doesNotContain(502L);
        }
    }

    private static List<String> words(Publication.Version version) {
        return ChangeWords.in(Locale.UK).lines(version.changes(), 10);
    }

    @Test
    void aThirdPartyDoesNotReplaceWhatTheCouncilDeclared() throws Exception {
        try (Deployment deployment = open()) {
            deployment.publisher().publish(submission(NORTH), ReadOptions.NONE, Source.COUNCIL);

            Publication other = deployment
                    .publisher()
                    .publish(submission(NORTH.replace(",500,", ",499,")), ReadOptions.NONE, Source.THIRD_PARTY);

            assertThat(other.published()).isEmpty();
            assertThat(other.outranked())
                    .extracting(Publication.Outranked::contest)
                    .containsExactly(NORTH_ID);
            assertThat(votes(deployment)).contains(500L);
        }
    }

    @Test
    void whatConformsIsPublishedWhereThatIsAskedForAndTheRestStaysInTheReport() throws Exception {
        try (Deployment deployment = open()) {
            Publication publication = deployment
                    .publisher()
                    .publish(
                            submission(NORTH.replace(",300,", ",-300,") + SOUTH),
                            ReadOptions.NONE,
                            Terms.of(Source.OPERATOR).whatConforms());

            assertThat(publication.refused()).isFalse();
            assertThat(publication.leftOut()).containsExactly(NORTH_ID);
            assertThat(publication.report().refused()).isTrue();
            assertThat(publication.published())
                    .extracting(Publication.Version::contest, Publication.Version::version)
                    .containsExactly(tuple(SOUTH_ID, 1));
        }
    }

    @Test
    void oneContestThatIsNotTheSendersRefusesTheWholeFile() throws Exception {
        try (Deployment deployment = open()) {
            Terms terms = Terms.of(Source.COUNCIL).whatConforms().only((body, contest) -> !contest.equals(NORTH_ID));

            Publication publication =
                    deployment.publisher().publish(submission(NORTH + SOUTH), ReadOptions.NONE, terms);

            assertThat(publication.refused()).isTrue();
            assertThat(publication.forbidden()).containsExactly(NORTH_ID);
            assertThat(votes(deployment)).isEmpty();
        }
    }

    @Test
    void aStoreThatIsBehindTheRecordCatchesUpAtTheNextStart() throws Exception {
        Path copy = temporary.resolve("store-before");
        try (Deployment deployment = open()) {
            publish(deployment, NORTH);
        }
        copyFolder(data.resolve("store"), copy);
        try (Deployment deployment = open()) {
            publish(deployment, SOUTH);
        }
        deleteFolder(data.resolve("store"));
        copyFolder(copy, data.resolve("store"));

        try (Deployment deployment = open()) {
            assertThat(votes(deployment)).containsExactlyInAnyOrder(500L, 300L, 700L);
        }
    }

    @Test
    void whatTheRecordHasSurvivesAKillBeforeTheStoreIsTouched() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashBetweenRecordAndStore.class.getName(),
                        data.toString(),
                        submission(NORTH).path().toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("crash.log").toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(CrashBetweenRecordAndStore.KILLED);

        try (Deployment deployment = open()) {
            assertThat(votes(deployment)).containsExactlyInAnyOrder(500L, 300L);
            assertThat(publish(deployment, NORTH).unchanged()).hasSize(1);
        }
    }

    @Test
    void rebuildMakesTheSameStoreFromTheRecordAlone() throws Exception {
        Graph before;
        try (Deployment deployment = open()) {
            publish(deployment, NORTH + SOUTH);
            publish(deployment, NORTH.replace("500", "501"));
            before = everything(deployment);
        }
        deleteFolder(data.resolve("store"));

        ClosedFolder.rebuild(data, Optional.empty());

        try (Deployment deployment = open()) {
            assertThat(everything(deployment).isIsomorphicWith(before)).isTrue();
        }
    }

    @Test
    void aFolderIsUsedByOneAtATime() throws Exception {
        try (Deployment deployment = open()) {
            assertThat(deployment.contests()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("in use by another process");
        }
    }

    @Test
    void anotherBaseUriIsRefusedOnceOneIsFixed() throws Exception {
        Deployment.open(data, Optional.of("https://one.example/")).close();

        assertThatThrownBy(() -> Deployment.open(data, Optional.of("https://two.example")))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("https://one.example");
        try (Deployment deployment = open()) {
            assertThat(deployment.uris().base()).isEqualTo("https://one.example");
        }
    }

    private Deployment open() throws DataFolderException {
        return Deployment.open(data, Optional.empty());
    }

    private Publication publish(Deployment deployment, String rows) throws Exception {
        return deployment.publisher().publish(submission(rows), ReadOptions.NONE, Source.OPERATOR);
    }

    private Submission submission(String rows) throws Exception {
        return Submission.open(Files.writeString(temporary.resolve("results.csv"), HEADINGS + rows));
    }

    private static Graph contestGraph(Deployment deployment, BallotId contest) {
        return deployment.store().graph(deployment.uris().contestGraph(contest).getURI());
    }

    private static List<Long> votes(Deployment deployment) {
        return deployment
                .store()
                .select(
                        QueryFactory.create("SELECT ?v { ?c <https://w3id.org/local-elections#votes> ?v }"),
                        Map.of(),
                        rows -> rows.stream()
                                .map(row -> Long.parseLong(row.get("v").getLiteralLexicalForm()))
                                .toList());
    }

    private static Graph everything(Deployment deployment) {
        return deployment.store().construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"), Map.of());
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
