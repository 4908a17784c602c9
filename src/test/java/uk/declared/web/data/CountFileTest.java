package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.web.data.Published.Counted;
import uk.declared.web.data.Published.Election;
import uk.declared.web.data.Published.Extent;
import uk.declared.web.data.Published.Terms;
import uk.declared.web.data.PublishedLinks.Linked;
import uk.declared.web.data.PublishedLinks.Links;

/** What was counted is the same after it was written and read. */
class CountFileTest {
    private static final Node TRAFFORD = NodeFactory.createURI("https://declared.example/id/council/trafford");

    private static final Extent EXTENT = new Extent(
            "7f3a",
            12_345_678_901L,
            42,
            Optional.of(LocalDate.of(2016, 5, 5)),
            Optional.of(LocalDate.of(2026, 5, 7)),
            Optional.of(Instant.parse("2026-05-08T02:30:00.123Z")),
            List.of(new Election(
                    NodeFactory.createURI("https://declared.example/id/election/local.trafford.2026-05-07"),
                    "local.trafford.2026-05-07",
                    "Trafford, “7 May”",
                    LocalDate.of(2026, 5, 7),
                    Optional.of(TRAFFORD),
                    21,
                    Optional.empty(),
                    new Terms(
                            Map.of(
                                    URI.create(
                                            "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
                                    20L),
                            1))),
            List.of(new Counted(NodeFactory.createURI("https://w3id.org/local-elections#Contest"), 42)),
            List.of(new Counted(NodeFactory.createURI("https://w3id.org/local-elections#votes"), 200)),
            true);

    private static final Linked LINKED = new Linked(
            "7f3b",
            List.of(new Links(
                    NodeFactory.createURI("http://www.w3.org/2002/07/owl#sameAs"),
                    "http://statistics.data.gov.uk/",
                    21)));

    @TempDir
    private Path folder;

    private CountFile<Extent> extent() {
        return new CountFile<>(folder, "extent", Extent.class);
    }

    private CountFile<Linked> links() {
        return new CountFile<>(folder, "links", Linked.class);
    }

    @Test
    void theyAreReadAsTheyWereWritten() {
        extent().write(EXTENT);
        links().write(LINKED);

        assertThat(extent().read()).contains(EXTENT);
        assertThat(links().read()).contains(LINKED);
    }

    @Test
    void ofAFileThatAnotherVersionOfTheProgramWroteNothingIsRead() throws Exception {
        extent().write(EXTENT);
        Path file = folder.resolve("extent.json");
        Files.writeString(file, Files.readString(file).replace("\"format\":2", "\"format\":1"));

        assertThat(extent().read()).isEmpty();
    }

    @Test
    void aFileThatIsNotWholeIsAsNone() throws Exception {
        Files.writeString(folder.resolve("extent.json"), "{\"format\":2,\"counted\":{\"vers");

        assertThat(extent().read()).isEmpty();
    }

    @Test
    void aFileThatLacksWhatIsCountedIsAsNone() throws Exception {
        for (String text : List.of("null", "{\"format\":2}", "{\"format\":2,\"counted\":{}}")) {
            Files.writeString(folder.resolve("extent.json"), text);
            Files.writeString(folder.resolve("links.json"), text);

            assertThat(extent().read()).as(text).isEmpty();
            assertThat(links().read()).as(text).isEmpty();
        }
    }
}
