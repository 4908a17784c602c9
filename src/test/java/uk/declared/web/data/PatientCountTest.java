package uk.declared.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.folder.DerivedFiles;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;

/** What is counted for everybody is no stranger's query, and comes to its end however much there is. */
class PatientCountTest {
    private static final int MANY = 50_000;

    @Test
    void theCountOfAllTriplesOutlastsTheLimitOfAQuery(@TempDir Path folder, @TempDir Path derived) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder, Duration.ofMillis(1))) {
            List<Triple> many = IntStream.range(0, MANY)
                    .mapToObj(i -> Triple.create(
                            NodeFactory.createURI("urn:thing:" + i),
                            RDFS.label.asNode(),
                            NodeFactory.createLiteralString("value " + i)))
                    .toList();
            store.apply(List.<StoreChange>of(new StoreChange.Add("urn:g", many)).iterator(), new Position(1, "test"));
            String all = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c }";

            assertThatThrownBy(() -> store.select(
                            QueryFactory.create(all),
                            Map.of(),
                            rows -> rows.next().get("n")))
                    .isInstanceOf(QueryCancelledException.class);
            assertThat(new Published(store, new Uris("https://declared.example"), DerivedFiles.in(derived))
                            .now()
                            .triples())
                    .isGreaterThanOrEqualTo(MANY);
        }
    }
}
