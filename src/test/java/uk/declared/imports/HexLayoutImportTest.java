package uk.declared.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.reference.ReferenceKind;

class HexLayoutImportTest {
    private static final String LAYOUT =
            "{\"version\": \"1.0\", \"layout\": \"odd-r\", \"hexes\": {\"E05000819\": {\"q\": 3, \"r\": 5, \"n\": \"Altrincham\"}}}";

    @TempDir
    private Path temporary;

    @Test
    void aLayoutIsImportedAsBoundariesAreAndTakesThePlaceOfTheOneBefore() throws Exception {
        Path file = temporary.resolve("wards.hexjson");
        Path data = temporary.resolve("data");
        try (Deployment deployment = Deployment.open(data, Optional.empty())) {
            Files.writeString(file, LAYOUT);
            List<Imported> first = deployment.imports().publish(ReferenceKind.BOUNDARIES, file);
            Files.writeString(file, LAYOUT.replace("\"q\": 3", "\"q\": 4"));
            deployment.imports().publish(ReferenceKind.BOUNDARIES, file);

            assertThat(first).singleElement().satisfies(imported -> {
                assertThat(imported.thingsAre()).isEqualTo("hexagons");
                assertThat(imported.things()).isEqualTo(1);
            });
            assertThat(deployment.store().graph("http://localhost:8080/data/hexagons/wards-e05000819").stream()
                            .filter(triple -> triple.predicateMatches(
                                    NodeFactory.createURI("https://w3id.org/local-elections#hexColumn")))
                            .map(triple -> triple.getObject())
                            .map(Node::getLiteralLexicalForm))
                    .containsExactly("4");
        }

        assertThat(ClosedFolder.verify(data).differences()).isEmpty();
    }
}
