package uk.declared.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.folder.DataFolder;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.Publication;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;
import uk.declared.reference.ReferenceKind;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;
import uk.declared.store.Stores;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** A store that was made from the whole record at once holds what one holds that grew entry by entry. */
class StoreMadeAnewTest {
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,party_name,votes,elected\n";

    @TempDir
    private Path temporary;

    private Path data;

    @BeforeEach
    void publishThisAndThat() throws Exception {
        data = temporary.resolve("data");
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            publish(deployment, results("North", "E05015239", 500) + results("South", "E05015240", 700));
            publish(deployment, results("North", "E05015239", 501).replace("Labour", "The Labour Party"));
            Path geography = Files.writeString(
                    temporary.resolve("Wards_December_2024.csv"),
                    "WD24CD,WD24NM,LAD24CD,LAD24NM\nE05015239,North Ward,E08000009,Trafford\n");
            deployment.imports().publish(ReferenceKind.GEOGRAPHY, geography);
            publish(deployment, results("East", "E05015241", 300));
            deployment
                    .upkeep()
                    .withdraw(new BallotId("local.trafford.south.2024-05-02"), "Sent twice", Source.OPERATOR);
        }
    }

    @Test
    void theBulkLoaderMakesTheSameStore() throws Exception {
        Set<String> grown = quads(data.resolve("store"));

        try (DataFolder folder = DataFolder.open(data, Optional.empty());
                RecordLog record = RecordLog.open(folder.record());
                Store made = EmbeddedStore.open(temporary.resolve("made"))) {
            Uris uris = new Uris(folder.baseUri());
            ReleaseProjection releases = new ReleaseProjection(uris, record, new KeptSubmissions(folder.submissions()));
            new StoreUpdater(uris, record, made, new Projection(uris), releases, 1).catchUp();

            assertThat(made.applied().sequence()).isEqualTo(record.head().sequence());
        }
        assertThat(temporary.resolve("made").resolve("Data-0002").resolve("stats.opt"))
                .exists();
        assertThat(quads(temporary.resolve("made"))).hasSizeGreaterThan(200).isEqualTo(grown);
    }

    /** What comes later in the record, such as a correction of one of its contests, is not known there yet. */
    @Test
    void whateverTheEntryThatItIsMadeUpToTheStoreIsAsItWasThen() throws Exception {
        try (DataFolder folder = DataFolder.open(data, Optional.empty());
                RecordLog record = RecordLog.open(folder.record())) {
            for (long entry = 1; entry <= record.head().sequence(); entry++) {
                assertThat(upTo(folder, record, entry, 1))
                        .as("up to entry %d", entry)
                        .isEqualTo(upTo(folder, record, entry, Long.MAX_VALUE));
            }
        }
    }

    private Set<String> upTo(DataFolder folder, RecordLog record, long entry, long many) throws Exception {
        Path place = temporary.resolve("up-to-" + entry + "-" + many);
        Uris uris = new Uris(folder.baseUri());
        ReleaseProjection releases = new ReleaseProjection(uris, record, new KeptSubmissions(folder.submissions()));
        try (Store made = EmbeddedStore.open(place)) {
            new StoreUpdater(uris, record, made, new Projection(uris), releases, many)
                    .catchUp(new Head(entry, record.entry(entry).hash()));
        }
        return quads(place);
    }

    @Test
    void aCompactionWhileOthersPublishLosesNothing() throws Exception {
        ExecutorService officer = Executors.newSingleThreadExecutor();
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            Future<Void> publishing = officer.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    publish(deployment, results("West", "E05015242", 100 + i));
                }
                return null;
            });
            Compacted done = deployment.upkeep().compact().orElseThrow();
            publishing.get();

            assertThat(done.before()).isPositive();
            assertThat(deployment.history().of(new BallotId("local.trafford.west.2024-05-02")))
                    .hasSize(20);
        } finally {
            officer.shutdownNow();
        }
        assertThat(ClosedFolder.verify(data).differences()).isEmpty();
    }

    /** A rebuild begins by throwing the store away: whoever is killed then leaves none, and nothing of it is wrong. */
    @Test
    void afterAKilledRebuildVerifySaysHowFarTheStoreIsBehindAndTheNextStartMakesIt() throws Exception {
        Verification whole = ClosedFolder.verify(data);
        try (DataFolder folder = DataFolder.open(data, Optional.empty())) {
            Stores.EMBEDDED.discard(folder.store());
        }

        Verification killed = ClosedFolder.verify(data);

        assertThat(killed.differences()).isEmpty();
        assertThat(killed.holds()).isTrue();
        assertThat(killed.head()).isEqualTo(whole.head());
        assertThat(killed.behind()).isEqualTo(whole.head().sequence()).isPositive();
        assertThat(killed.triples()).isZero();
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            assertThat(deployment.publisher().position()).isEqualTo(whole.head().sequence());
        }
        Verification again = ClosedFolder.verify(data);
        assertThat(again.behind()).isZero();
        assertThat(again.triples()).isEqualTo(whole.triples()).isPositive();
    }

    /** What stands at no entry, and yet holds something, is no store that a rebuild emptied. */
    @Test
    void aStoreThatHoldsWhatNoEntrySaysIsStillSaidToDiffer() throws Exception {
        String graph;
        try (DataFolder folder = DataFolder.open(data, Optional.empty())) {
            Stores.EMBEDDED.discard(folder.store());
            graph = folder.baseUri() + "/doc/contest/local.trafford.nowhere.2024-05-02";
            try (Store store = EmbeddedStore.open(folder.store())) {
                StoreChange forged = new StoreChange.Add(
                        graph,
                        List.of(Triple.create(
                                NodeFactory.createURI(graph), RDF.type.asNode(), NodeFactory.createURI("urn:forged"))));
                store.apply(List.of(forged).iterator(), store.applied());
            }
        }

        assertThat(ClosedFolder.verify(data).differences())
                .extracting(Verification.Difference::graph)
                .containsExactly(graph);
    }

    @Test
    void whenASmallStoreIsNotWorthTheWorkNothingIsDone() throws Exception {
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            assertThat(deployment.upkeep().compactIfDue()).isEmpty();
            assertThat(deployment.upkeep().compactIfWorthIt()).isEmpty();
        }
    }

    private static Set<String> quads(Path folder) throws Exception {
        Set<String> found = new TreeSet<>();
        try (Store store = EmbeddedStore.open(folder)) {
            store.quads(graph -> !graph.endsWith("/data/vocabulary"), quad -> found.add(quad.toString()));
        }
        return found;
    }

    private static String results(String ward, String code, int votes) {
        return "trafford,2024-05-02," + code + "," + ward + ",Ann,PP63,Green Party," + votes + ",true\n"
                + "trafford,2024-05-02," + code + "," + ward + ",Bob,PP90,Labour,30,false\n";
    }

    private void publish(Deployment deployment, String rows) throws Exception {
        Path file = Files.createTempFile(temporary, "results-", ".csv");
        Files.writeString(file, HEADINGS + rows);
        Publication done = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.COUNCIL);
        assertThat(done.refused()).as(done.report().findings().toString()).isFalse();
    }
}
