package uk.declared.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Rights;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;

class DumpTest {
    private static final Uris URIS = new Uris("http://localhost:8080");

    private static final Node OPEN = NodeFactory.createURI(Rights.OPEN_GOVERNMENT_LICENCE.toString());
    private static final String ABBEY = "http://localhost:8080/doc/contest/local.exampleton.abbey.2024-05-02";
    private static final String BRIDGE = "http://localhost:8080/doc/contest/local.exampleton.bridge.2024-05-02";

    @TempDir
    private Path folder;

    private EmbeddedStore store;
    private DatasetGraph published;

    @BeforeEach
    void fillTheStore() {
        published = RDFDataMgr.loadDatasetGraph("queries/small.trig");
        Node sources = URIS.data("sources");
        List<String> named = graphs(published);
        named.add(sources.getURI());
        named.forEach(name -> published.add(sources, NodeFactory.createURI(name), DCTerms.license.asNode(), OPEN));
        List<StoreChange> changes = new ArrayList<>();
        published
                .listGraphNodes()
                .forEachRemaining((Node name) -> changes.add(new StoreChange.Replace(
                        name.getURI(), published.getGraph(name).find().toList())));
        store = EmbeddedStore.inMemory();
        store.apply(changes.iterator(), new Position(1, "one"));
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"whole.nq", "whole.nq.gz", "whole.trig", "whole.trig.gz"})
    void aWholeDumpHoldsEveryQuadThatWasPublished(String name) throws Exception {
        Dump dump = write("all", name);

        DatasetGraph read = read(dump);
        assertThat(read.stream())
                .containsExactlyInAnyOrderElementsOf(published.stream().toList());
        assertThat(dump.quads()).isEqualTo(published.stream().count());
    }

    @Test
    void theChecksumIsThatOfTheFilesBytes() throws Exception {
        Dump dump = write("all", "whole.nq.gz");

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(dump.file()));
        assertThat(dump.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void theSameDataMakesTheSameBytes() throws Exception {
        assertThat(write("all", "one.nq.gz").sha256())
                .isEqualTo(write("all", "two.nq.gz").sha256());
    }

    @Test
    void theDumpOfAnElectionHoldsItsContestsAndNoOthers() throws Exception {
        DatasetGraph read = read(write("local.exampleton.2024-05-02", "election.nq"));

        assertThat(graphs(read))
                .contains(
                        "http://localhost:8080/doc/contest/local.exampleton.abbey.2024-05-02",
                        "http://localhost:8080/doc/contest/local.exampleton.bridge.2024-05-02",
                        "http://localhost:8080/doc/contest/local.exampleton.castle.2024-05-02")
                .allMatch(name -> name.contains("2024-05-02"));
    }

    @Test
    void aYearAndWhatIsSharedTogetherMakeTheWhole() throws Exception {
        DatasetGraph together = DatasetGraphFactory.create();
        List<String> years = graphs(published).stream()
                .filter(name -> name.contains("/doc/contest/"))
                .map(name -> name.replaceAll(".*\\.(\\d{4})-\\d\\d-\\d\\d.*", "$1"))
                .distinct()
                .toList();
        for (String year : years) {
            read(write(year, year + ".nq")).stream().forEach(together::add);
        }
        read(write("shared", "shared.nq")).stream().forEach(together::add);

        assertThat(together.stream())
                .containsExactlyInAnyOrderElementsOf(published.stream().toList());
    }

    @Test
    void whatIsNotUnderAnOpenLicenceStaysOutOfTheOpenDumps() throws Exception {
        restate(ABBEY, DCTerms.license.asNode(), "https://creativecommons.org/licenses/by-sa/4.0/");
        restate(BRIDGE, DCTerms.rights.asNode(), "http://rightsstatements.org/vocab/CNE/1.0/");

        for (String open : List.of("all", "2024", "local.exampleton.2024-05-02")) {
            Dump dump = write(open, open + ".nq");
            assertThat(graphs(read(dump))).as(open).doesNotContain(ABBEY, BRIDGE);
            assertThat(dump.leftOut()).as(open).isEqualTo(2);
        }
        assertThat(graphs(read(write("other-licences", "other.nq")))).containsExactlyInAnyOrder(ABBEY, BRIDGE);
    }

    @Test
    void aGraphOfWhichNoLicenceIsStatedIsNotTakenForOpen() throws Exception {
        store.apply(
                List.<StoreChange>of(new StoreChange.Restate(
                                URIS.data("sources").getURI(), NodeFactory.createURI(ABBEY), List.of()))
                        .iterator(),
                new Position(2, "two"));

        assertThat(graphs(read(write("all", "all.nq")))).doesNotContain(ABBEY);
    }

    @Test
    void whoAsksForEveryLicenceGetsEverything() throws Exception {
        restate(ABBEY, DCTerms.license.asNode(), "https://creativecommons.org/licenses/by-sa/4.0/");

        Dump dump = Dump.write(
                store, URIS, DumpSelection.ALL.withEveryLicence(), DumpFormat.N_QUADS, folder.resolve("every.nq"));

        assertThat(graphs(read(dump))).contains(ABBEY);
        assertThat(dump.leftOut()).isZero();
    }

    private void restate(String graph, Node property, String value) {
        Node name = NodeFactory.createURI(graph);
        store.apply(
                List.<StoreChange>of(new StoreChange.Restate(
                                URIS.data("sources").getURI(),
                                name,
                                List.of(Triple.create(name, property, NodeFactory.createURI(value)))))
                        .iterator(),
                new Position(2, "two"));
    }

    @Test
    void nothingUnfinishedIsLeftBehind() throws Exception {
        write("all", "whole.nq");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"everything", "24", "local", "../etc", "local.trafford"})
    void whatIsNoSelectionIsNone(String name) {
        assertThat(DumpSelection.parse(name)).isEmpty();
    }

    private Dump write(String selection, String file) throws Exception {
        return Dump.write(
                store,
                URIS,
                DumpSelection.parse(selection).orElseThrow(),
                DumpFormat.ofFile(file).orElseThrow(),
                folder.resolve(file));
    }

    private static List<String> graphs(DatasetGraph dataset) {
        List<String> names = new ArrayList<>();
        dataset.listGraphNodes().forEachRemaining(name -> names.add(name.getURI()));
        return names;
    }

    private static DatasetGraph read(Dump dump) throws Exception {
        DatasetGraph read = DatasetGraphFactory.create();
        try (InputStream in = Files.newInputStream(dump.file())) {
            assertThat(in.read()).isNotNegative();
        }
        RDFParser.source(dump.file().toString()).parse(read);
        return read;
    }
}
