package uk.declared.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.store.StoreChange;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/**
 * Strangers send what they can think of, read slowly and send slowly, while others read pages. That it also goes fast is
 * measured by {@code bench/hostile.sh}, which runs this with other settings and prints the figures.
 */
class HostileUseTest {
    private static final boolean MEASURES = Boolean.getBoolean("declared.hostile.measure");
    private static final int ROUNDS = Integer.getInteger("declared.hostile.rounds", 1);
    private static final int ATTACKERS = 4;
    private static final int SLOW_CLIENTS = 12;
    private static final long MOST_HEAP_MORE = 150L << 20;
    private static final List<String> PAGES = List.of(
            "/",
            "/elections",
            "/doc/contest/local.trafford.altrincham.2024-05-02",
            "/doc/election/local.trafford.2024-05-02",
            "/queries/turnout-league",
            "/data");
    private static final List<String> SETTINGS = List.of(
            "time-limit", System.getProperty("declared.hostile.limit", "500ms"),
            "client-budget", "1h",
            "client-requests", "24",
            "result-rows", "20000");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir
    private Path folder;

    private record Answer(String what, int status, Duration time) {}

    @Test
    void pagesGoOnWhileStrangersDoWhatTheyCan() throws Exception {
        try (Deployment deployment = Deployment.open(folder, Optional.empty())) {
            ExampleResults.publishInto(deployment);
            deployment
                    .store()
                    .apply(
                            List.<StoreChange>of(new StoreChange.Add("urn:g", manyThings()))
                                    .iterator(),
                            deployment.store().applied());
            try (DeclaredServer server = started(deployment)) {
                String address = "http://localhost:" + server.port();
                PAGES.forEach(
                        page -> assertThat(get(address, page).status()).as(page).isEqualTo(200));
                ask(address, new HostileQuery("first", "ASK {}"));
                long heapBefore = heap();

                List<Answer> hostile = new ArrayList<>();
                List<Answer> pages = underAttack(address, hostile);

                assertThat(hostile).hasSize(ROUNDS * HostileQuery.all().size()).hasSizeGreaterThan(40);
                assertThat(hostile)
                        .allSatisfy(answer ->
                                assertThat(answer.status()).as(answer.what()).isIn(200, 400, 406, 413, 503));
                assertThat(pages)
                        .hasSizeGreaterThan(PAGES.size())
                        .allSatisfy(page ->
                                assertThat(page.status()).as(page.what()).isEqualTo(200));
                assertThat(heap() - heapBefore).isLessThan(MOST_HEAP_MORE);
                assertThat(ask(address, new HostileQuery("last", "ASK { <urn:hub> ?p ?o }"))
                                .status())
                        .isEqualTo(200);
                print(hostile, pages);
            }
        }
    }

    private static DeclaredServer started(Deployment deployment) {
        for (int i = 0; i < SETTINGS.size(); i += 2) {
            System.setProperty("declared.sparql." + SETTINGS.get(i), SETTINGS.get(i + 1));
        }
        try {
            return DeclaredServer.start(deployment, ServerSettings.onPort(0).withDemo());
        } finally {
            for (int i = 0; i < SETTINGS.size(); i += 2) {
                System.clearProperty("declared.sparql." + SETTINGS.get(i));
            }
        }
    }

    private static List<Triple> manyThings() {
        List<Triple> triples = new ArrayList<>();
        Node next = NodeFactory.createURI("urn:next");
        Node name = NodeFactory.createURI("urn:name");
        int things = 10_000;
        for (int i = 0; i < things; i++) {
            Node thing = NodeFactory.createURI("urn:thing:" + i);
            triples.add(Triple.create(thing, next, NodeFactory.createURI("urn:thing:" + (i + 1) % things)));
            triples.add(Triple.create(thing, name, NodeFactory.createLiteralString("Thing number " + i)));
            triples.add(Triple.create(NodeFactory.createURI("urn:hub"), NodeFactory.createURI("urn:has"), thing));
        }
        return triples;
    }

    private List<Answer> underAttack(String address, List<Answer> hostile) throws Exception {
        List<Socket> slow = slowClients(address);
        ExecutorService threads = Executors.newCachedThreadPool();
        CompletableFuture<List<Answer>> reading = CompletableFuture.supplyAsync(() -> readPages(address), threads);
        ConcurrentLinkedQueue<HostileQuery> queries = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < ROUNDS; i++) {
            queries.addAll(HostileQuery.all());
        }
        List<CompletableFuture<List<Answer>>> attacks = new ArrayList<>();
        for (int i = 0; i < ATTACKERS; i++) {
            attacks.add(CompletableFuture.supplyAsync(() -> attack(address, queries), threads));
        }
        attacks.forEach(attack -> hostile.addAll(attack.join()));
        over.set(true);
        List<Answer> pages = reading.get();
        for (Socket each : slow) {
            each.close();
        }
        threads.shutdown();
        return pages;
    }

    /** Half of them send a query and never finish, half ask for much and read nothing. */
    private static List<Socket> slowClients(String address) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < SLOW_CLIENTS; i++) {
            Socket socket = new Socket("localhost", URI.create(address).getPort());
            String begun = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                    + "Content-Length: 1000\r\n\r\nSELECT * {";
            String asked = "GET /sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Curn%3Anext%3E%20%3Fo%20%7D HTTP/1.1\r\n"
                    + "Host: localhost\r\n\r\n";
            socket.getOutputStream().write((i % 2 == 0 ? begun : asked).getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        return sockets;
    }

    private List<Answer> attack(String address, ConcurrentLinkedQueue<HostileQuery> queries) {
        List<Answer> answers = new ArrayList<>();
        for (HostileQuery query = queries.poll(); query != null; query = queries.poll()) {
            answers.add(ask(address, query));
        }
        return answers;
    }

    private List<Answer> readPages(String address) {
        List<Answer> answers = new ArrayList<>();
        while (!over.get()) {
            PAGES.forEach(page -> answers.add(get(address, page)));
        }
        return answers;
    }

    private Answer get(String address, String path) {
        return send(path, HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html"));
    }

    private Answer ask(String address, HostileQuery query) {
        return send(
                query.name(),
                HttpRequest.newBuilder(URI.create(address + "/sparql"))
                        .header("Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofString(query.text())));
    }

    private Answer send(String what, HttpRequest.Builder request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(what, answer.statusCode(), Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            return new Answer(what + ": " + e, 0, Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Bytes that are held. The JVM of the tests does not collect when asked to (pom.xml), but before it counts what is on the heap. */
    private static long heap() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } catch (JMException e) {
            throw new IllegalStateException("The heap is not counted", e);
        }
    }

    private static void print(List<Answer> hostile, List<Answer> pages) {
        if (!MEASURES) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%d hostile queries, %d pages meanwhile; heap at the end %d MiB%n",
                hostile.size(),
                pages.size(),
                heap() >> 20);
        System.out.printf("hostile queries: %s%n", percentiles(hostile));
        System.out.printf("pages:           %s%n", percentiles(pages));
        hostile.stream()
                .sorted(Collections.reverseOrder(java.util.Comparator.comparing(Answer::time)))
                .limit(5)
                .forEach(answer ->
                        System.out.printf("  %5d ms  %s%n", answer.time().toMillis(), answer.what()));
    }

    private static String percentiles(List<Answer> answers) {
        List<Long> times = answers.stream()
                .map(answer -> answer.time().toMillis())
                .sorted()
                .toList();
        return "median %d ms, 95%% within %d ms, 99%% within %d ms, longest %d ms"
                .formatted(
                        times.get(times.size() / 2),
                        times.get((int) (times.size() * 0.95)),
                        times.get((int) (times.size() * 0.99)),
                        times.get(times.size() - 1));
    }
}
