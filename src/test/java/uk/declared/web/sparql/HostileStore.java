package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;

/** The endpoint over a store of 20,000 triples, asked without HTTP. */
final class HostileStore implements AutoCloseable {
    /** Enough for any query that ends, however busy the machine is. */
    static final String PATIENT = "10m";

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final MockServletContext server = new MockServletContext();
    private final SparqlLimits limits;
    private final SparqlService service;

    /** @param namesAndValues of bounds, each name before its value */
    HostileStore(String... namesAndValues) {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Node thing = NodeFactory.createURI("urn:thing:" + i);
            triples.add(Triple.create(
                    thing, NodeFactory.createURI("urn:next"), NodeFactory.createURI("urn:thing:" + (i + 1) % 10_000)));
            triples.add(Triple.create(
                    thing, NodeFactory.createURI("urn:name"), NodeFactory.createLiteralString("Thing number " + i)));
        }
        Iterator<StoreChange> changes =
                List.<StoreChange>of(new StoreChange.Add("urn:g", triples)).iterator();
        store.apply(changes, new Position(1, "one"));
        limits = Limits.but(namesAndValues);
        service = new SparqlService(store, limits);
        service.register(server);
    }

    /** The answer in JSON. */
    String ask(String query) {
        return ask(query, limits.resultBytes());
    }

    /** @param bytes how long the answer may be */
    String ask(String query, int bytes) {
        try (AnswerBuffer buffer = new AnswerBuffer(bytes)) {
            service.query(
                    new SparqlRequest(query, List.of(), List.of()),
                    new WrittenAnswer(AnswerFormat.JSON, buffer),
                    new MockHttpServletRequest(server, "GET", "/sparql"),
                    new MockHttpServletResponse());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            buffer.copyTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a query is refused, which it has to be. */
    Refusal refusal(String query) {
        QueryRefusedException refused = catchThrowableOfType(QueryRefusedException.class, () -> ask(query));
        assertThat(refused).as("refusal of %.80s", query).isNotNull();
        return refused.refusal();
    }

    /** What a question comes to: true, false, or the name of its refusal. */
    String outcome(String query) {
        try {
            return ask(query).contains("true") ? "true" : "false";
        } catch (QueryRefusedException e) {
            return e.refusal().name();
        }
    }

    /** Waits, however long it takes, until every query that was told to stop has stopped. */
    void untilAllHaveStopped() throws InterruptedException {
        while (service.runaways() > 0) {
            Thread.sleep(20);
        }
    }

    void anOrdinaryQueryIsAnswered() {
        assertThat(ask("SELECT ?name { <urn:thing:7> <urn:name> ?name }")).contains("Thing number 7");
    }

    @Override
    public void close() {
        service.close();
        store.close();
    }
}
