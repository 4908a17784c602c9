package uk.declared.web.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.declared.web.Site;
import uk.declared.web.WithSite;

/** A version of the vocabulary that was published stays as it was for ever. */
@ExtendWith(WithSite.class)
class FrozenVersionsTest {
    private static final Path FOLDER = Path.of("ontology/versions");

    /** By the file below the folder, its SHA-256 on the day when it was frozen. A line is added, never changed. */
    private static final Map<String, String> FROZEN = Map.of(
            "0.1.0.ttl", "bf1eaad3d03afe26ca2928cdccdffe09f9ef5576443709446c081fbde77071b2",
            "alignments/0.1.0.ttl", "cc9dcccb86dc1ed313c8c44d14637e83f68ade9fc390c1f306f4c3ed18e9003d",
            "code/0.1.0.ttl", "18c8d6fa170872d911472a0a8a24b8c2c8579aea009e6efc5a1527c2f84cc2b6",
            "statistics/0.1.0.ttl", "6c098d4a886bbd64abb7d9945b4083f01ba68baa0678aaebe83a38d05ff85b14");

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aFrozenFileNeverChanges() throws Exception {
        Map<String, String> found = new java.util.HashMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(FOLDER.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }

        assertThat(found).isEqualTo(FROZEN);
    }

    @Test
    void aFrozenVersionIsServedByteForByte(Site site) throws Exception {
        for (Map.Entry<String, String> frozen : FROZEN.entrySet()) {
            HttpResponse<byte[]> turtle = site.get("/def/local-elections/" + frozen.getKey());
            assertThat(digest(turtle.body())).as(frozen.getKey()).isEqualTo(frozen.getValue());

            String negotiated = "/def/local-elections/" + frozen.getKey().replaceFirst("\\.ttl$", "");
            assertThat(site.get(negotiated, "Accept", "text/turtle").body()).isEqualTo(turtle.body());
        }
    }

    @Test
    void whatIsBeingWorkedOnHasNoFrozenNumber() throws IOException {
        Set<String> numbers = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".ttl")).toList()) {
                Graph graph = RDFParser.source(file).toGraph();
                graph.stream(Node.ANY, OWL2.versionIRI.asNode(), Node.ANY)
                        .map(triple -> triple.getObject().getURI().replaceFirst("^.*local-elections/", "") + ".ttl")
                        .forEach(numbers::add);
            }
        }

        assertThat(numbers).hasSize(4).doesNotContainAnyElementsOf(FROZEN.keySet());
    }

    @Test
    void thePageListsEveryFrozenVersion(Site site) {
        String changes =
                site.page("/def/local-elections").select("#changes ~ dl").text();

        assertThat(FROZEN.keySet().stream()
                        .filter(file -> !file.contains("/"))
                        .map(file -> file.replace(".ttl", ":"))
                        .collect(Collectors.toSet()))
                .allSatisfy(version -> assertThat(changes).contains(version));
    }
}
