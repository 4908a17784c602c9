package uk.declared.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.declared.publish.Deployment;
import uk.declared.publish.ExampleResults;
import uk.declared.web.DeclaredServer;
import uk.declared.web.ServerSettings;

/** Serves a data folder over HTTP, embedded Fuseki included. */
@Command(name = "serve", description = "Serves pages, RDF and SPARQL over HTTP; stops when the process is ended.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:DECLARED_PORT:-8080}",
            description = "The port to listen on; 0 lets the system choose. Default: 8080, or DECLARED_PORT.")
    private int port = 8080;

    @Option(names = "--demo", description = "Publishes the example results first, unless they are there.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        Deployment deployment = data.open();
        if (demo) {
            ExampleResults.publishInto(deployment);
        }
        ServerSettings settings = ServerSettings.onPort(port);
        DeclaredServer server = DeclaredServer.start(deployment, demo ? settings.withDemo() : settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            deployment.close();
            stopped.countDown();
        }));
        stopped.await();
        return ExitCode.CONFORMS;
    }
}
