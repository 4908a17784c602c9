package uk.declared.store.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLBooleanXMLWriter;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLResultsXMLWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.Sail;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.nativerdf.NativeStore;

/**
 * A store of RDF4J behind the SPARQL 1.1 Protocol: an engine that has nothing of Jena's, and in whose union of all graphs a statement
 * stands as often as there are graphs that have it. It is in this process and in memory, or, by {@link EngineProcess}, in one of its own
 * and in files.
 */
public final class Rdf4jServer implements AutoCloseable {
    static final String QUERY = "/query";
    static final String UPDATE = "/update";

    private final SailRepository repository;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private Rdf4jServer(HttpServer server, Sail store) {
        this.server = server;
        this.repository = new SailRepository(store);
    }

    /** @param arguments the port, and the folder that the store is kept in, where it is not kept in memory alone */
    public static void main(String[] arguments) throws IOException {
        // All indexes that a pattern may ask for.
        Sail store = arguments.length > 1
                ? new NativeStore(new File(arguments[1]), "spoc,posc,ospc,cspo")
                : new MemoryStore();
        start(Integer.parseInt(arguments[0]), store);
    }

    public static Rdf4jServer start() throws IOException {
        return start(0, new MemoryStore());
    }

    private static Rdf4jServer start(int port, Sail store) throws IOException {
        // Otherwise the JDK's server and its client wait for each other for 40 ms with each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Rdf4jServer started = new Rdf4jServer(http, store);
        http.createContext(QUERY, exchange -> started.answer(exchange, "query"));
        http.createContext(UPDATE, exchange -> started.answer(exchange, "update"));
        http.setExecutor(started.threads);
        http.start();
        return started;
    }

    public RemoteAddress address() {
        String base = "http://localhost:" + server.getAddress().getPort();
        return new RemoteAddress(URI.create(base + QUERY), URI.create(base + UPDATE), Optional.empty());
    }

    private void answer(HttpExchange exchange, String operation) throws IOException {
        try {
            String text = text(exchange, operation);
            byte[] body = operation.equals("query") ? query(text) : update(text);
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+xml");
            send(exchange, 200, body);
        } catch (RDF4JException e) {
            send(exchange, 400, String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String text(HttpExchange exchange, String operation) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (type.startsWith("application/sparql-")) {
            return body;
        }
        String form = body.isEmpty() ? exchange.getRequestURI().getRawQuery() : body;
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields.getOrDefault(operation, "");
    }

    private byte[] query(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RepositoryConnection connection = repository.getConnection()) {
            Query query = connection.prepareQuery(text);
            if (query instanceof TupleQuery rows) {
                rows.evaluate(new SPARQLResultsXMLWriter(out));
            } else {
                new SPARQLBooleanXMLWriter(out).handleBoolean(((BooleanQuery) query).evaluate());
            }
        }
        return out.toByteArray();
    }

    /** Carries out an update. */
    void run(String text) {
        update(text);
    }

    private byte[] update(String text) {
        try (RepositoryConnection connection = repository.getConnection()) {
            // One transaction, as the RDF4J server makes of a request.
            connection.prepareUpdate(text).execute();
        }
        return new byte[0];
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        repository.shutDown();
    }
}
