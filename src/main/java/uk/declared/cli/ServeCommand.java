package uk.declared.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleResults;
import uk.declared.linkeddata.Uris;
import uk.declared.release.Release;
import uk.declared.release.ReleaseException;
import uk.declared.release.ReleaseStore;
import uk.declared.release.Releases;
import uk.declared.store.Store;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.settings.Settings;

/** Serves a data folder over HTTP, embedded Fuseki included. */
@Command(name = "serve", description = "Serves pages, RDF and SPARQL over HTTP; stops when the process is ended.")
final class ServeCommand implements Callable<Integer> {
    private static final String NIGHT = "night";
    private static final String RESULTS = "results";

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:DECLARED_PORT:-8080}",
            description = "The port to listen on; 0 lets the system choose. Default: 8080, or DECLARED_PORT.")
    private int port = 8080;

    @Option(
            names = "--demo",
            arity = "0..1",
            paramLabel = "night",
            fallbackValue = "results",
            description =
                    "Publishes the example results first, unless they are there. With “night”, plays 2 May 2024 in England again"
                            + " in ten minutes, as a rehearsal: 107 councils, in an order and at times that are made up.")
    private Optional<String> demo = Optional.empty();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many minutes a night that is played again takes. Default: 10.")
    private int minutes = 10;

    @Option(
            names = "--release",
            paramLabel = "N",
            description =
                    "Serves release N as it was frozen, to be read only; what is published now may be served beside it.")
    private Optional<Integer> release = Optional.empty();

    @Option(
            names = "--follow",
            paramLabel = "TOPIC",
            description =
                    "Follows the record that another server publishes to a topic of Kafka, to be read only: kafka:HOST:PORT/TOPIC."
                            + " Or declared.kafka.follow.")
    private Optional<String> follow = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Optional<String> followed = follow.or(() -> Settings.here().value("declared.kafka.follow"));
        if (followed.isPresent()) {
            if (demo.isPresent() || release.isPresent()) {
                throw new RefusedException(
                        "A server that follows another one has no --demo and no --release of its own."
                                + " Leave them out, or leave out --follow.");
            }
            return new Following(data, port, followed.get()).serve();
        }
        if (release.isPresent()) {
            return serveRelease(release.get());
        }
        if (demo.filter(NIGHT::equals).isPresent()) {
            return new NightDemo(data, port, minutes).serve();
        }
        if (demo.filter(name -> !RESULTS.equals(name)).isPresent()) {
            throw new RefusedException("There is no example “" + demo.get() + "”. Write --demo, or --demo night.");
        }
        // A demonstration names the address that it is served on; what a folder was begun with stays.
        Deployment deployment = demo.isPresent() && port > 0 ? data.openOr("http://localhost:" + port) : data.open();
        if (demo.isPresent()) {
            ExampleResults.publishInto(deployment);
        }
        ServerSettings settings = ServerSettings.onPort(port);
        DeclaredServer server = DeclaredServer.start(deployment, demo.isPresent() ? settings.withDemo() : settings);
        waitFor(server, deployment);
        return ExitCode.CONFORMS;
    }

    private int serveRelease(int number) throws InterruptedException {
        try {
            Releases releases = new Releases(data.folder());
            Release frozen = releases.usable(number);
            Store store = ReleaseStore.open(releases, frozen);
            ServerSettings settings = ServerSettings.onPort(port).ofRelease(number, frozen.made());
            waitFor(DeclaredServer.start(store, new Uris(frozen.base()), settings), store);
            return ExitCode.CONFORMS;
        } catch (ReleaseException e) {
            throw new RefusedException(e);
        }
    }

    /** Waits until the process is ended, and ends in order. */
    static void waitFor(DeclaredServer server, AutoCloseable served) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            close(served);
            stopped.countDown();
        }));
        stopped.await();
    }

    private static void close(AutoCloseable served) {
        try {
            served.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
