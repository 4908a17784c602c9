package uk.declared.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.ClosedFolder;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.ground.SystemClock;
import uk.declared.projection.Verification;
import uk.declared.store.Store;
import uk.declared.store.StoreChange;

/** A whole system over an engine that is not Jena's, and that has a statement in the union once for each graph that has it. */
class OtherEngineTest {
    private static final String SUM = "SELECT (SUM(?votes) AS ?sum) { <urn:x:candidacy> <urn:x:votes> ?votes }";

    @Test
    void whatIsPublishedStandsThereAsTheRecordSays(@TempDir Path data) throws Exception {
        try (Rdf4jServer server = Rdf4jServer.start()) {
            RemoteStores stores = new RemoteStores(server.address());
            try (Deployment deployment = Deployment.open(data, Optional.empty(), SystemClock.UTC, stores)) {
                ExampleResults.publishInto(deployment);
            }

            Verification found = ClosedFolder.verify(data, stores);

            assertThat(found.differences()).isEmpty();
            assertThat(found.holds()).isTrue();
        }
    }

    @Test
    void aFigureThatTwoGraphsHaveIsSummedOnce() throws Exception {
        Triple votes = Triple.create(
                NodeFactory.createURI("urn:x:candidacy"),
                NodeFactory.createURI("urn:x:votes"),
                NodeFactory.createLiteralDT("1533", XSDDatatype.XSDinteger));
        try (Rdf4jServer server = Rdf4jServer.start();
                Store store = new RemoteStores(server.address()).open(Path.of("unused"))) {
            List<StoreChange> changes = List.of(
                    new StoreChange.Add("urn:x:one", List.of(votes)), new StoreChange.Add("urn:x:two", List.of(votes)));

            store.apply(changes.iterator(), store.applied());

            assertThat(store.<String>select(
                            QueryFactory.create(SUM),
                            Map.of(),
                            rows -> rows.next().get("sum").getLiteralLexicalForm()))
                    .isEqualTo("1533");
        }
    }
}
