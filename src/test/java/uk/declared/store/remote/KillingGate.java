package uk.declared.store.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before an engine, passes updates on to it, and has it killed in the middle of one of them. */
final class KillingGate implements AutoCloseable {
    /** When in the course of an update. */
    enum Moment {
        /** The engine never sees it. */
        BEFORE,
        /** The engine has it, and is at it or done: nobody knows. */
        DURING,
        /** It is carried out, and nobody is told. */
        AFTER
    }

    private final EngineProcess engine;
    private final HttpServer front;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Optional<Moment>> armed = new AtomicReference<>(Optional.empty());
    private volatile long nanosOfOne;
    private volatile Optional<Hold> hold = Optional.empty();

    private KillingGate(EngineProcess engine, HttpServer front) {
        this.engine = engine;
        this.front = front;
    }

    static KillingGate before(EngineProcess engine) throws IOException {
        HttpServer front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        KillingGate gate = new KillingGate(engine, front);
        front.createContext("/", gate::pass);
        front.setExecutor(gate.threads);
        front.start();
        return gate;
    }

    /** Queries go to the engine itself. */
    RemoteAddress address() {
        URI update = URI.create("http://localhost:" + front.getAddress().getPort() + "/");
        return new RemoteAddress(engine.address().query(), update, Optional.empty());
    }

    /** Has the engine killed in the course of the next update. */
    void killAt(Moment moment) {
        armed.set(Optional.of(moment));
    }

    /** Keeps the next update waiting. */
    Hold hold() {
        Hold next = new Hold(new CountDownLatch(1), new CountDownLatch(1));
        hold = Optional.of(next);
        return next;
    }

    /**
     * An update that waits.
     *
     * @param arrived when it has come
     * @param goOn when it may go on
     */
    record Hold(CountDownLatch arrived, CountDownLatch goOn) {}

    private void waitWhereHeld() throws InterruptedException {
        Optional<Hold> held = hold;
        hold = Optional.empty();
        if (held.isPresent()) {
            held.get().arrived().countDown();
            held.get().goOn().await();
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        HttpRequest update = HttpRequest.newBuilder(engine.address().update())
                .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        exchange.getRequestBody().readAllBytes()))
                .build();
        try (exchange) {
            waitWhereHeld();
            Optional<Moment> moment = armed.getAndSet(Optional.empty());
            if (moment.isPresent()) {
                kill(moment.get(), update);
            } else {
                long begun = System.nanoTime();
                HttpResponse<byte[]> answer = client.send(update, HttpResponse.BodyHandlers.ofByteArray());
                nanosOfOne = System.nanoTime() - begun;
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever waits for an answer sees the connection end. */
    private void kill(Moment moment, HttpRequest update) throws InterruptedException, IOException {
        switch (moment) {
            case BEFORE -> engine.kill();
            case DURING -> {
                CompletableFuture<?> answer = client.sendAsync(update, HttpResponse.BodyHandlers.discarding());
                TimeUnit.NANOSECONDS.sleep(nanosOfOne / 2);
                engine.kill();
                try {
                    answer.join();
                } catch (CompletionException e) {
                    // What became of it is for the test to see.
                    return;
                }
            }
            case AFTER -> {
                client.send(update, HttpResponse.BodyHandlers.discarding());
                engine.kill();
            }
        }
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
    }
}
