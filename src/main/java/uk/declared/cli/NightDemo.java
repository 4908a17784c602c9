package uk.declared.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import uk.declared.deployment.Deployment;
import uk.declared.deployment.ExampleNight;
import uk.declared.deployment.NightClock;
import uk.declared.folder.BaseUri;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** Serves the example night while it is played again: a rehearsal, in a folder that goes with it unless one is named. */
final class NightDemo {
    private static final Logger LOG = LoggerFactory.getLogger(NightDemo.class);
    private static final String BOARD = "/elections/2024-05-02";

    private final DataOptions data;
    private final int port;
    private final Duration takes;

    NightDemo(DataOptions data, int port, int minutes) {
        if (minutes < 1) {
            throw new RefusedException("A night takes a minute at least. Write --minutes 10, or leave it out.");
        }
        this.data = data;
        this.port = port;
        this.takes = Duration.ofMinutes(minutes);
    }

    int serve() throws InterruptedException {
        NightClock clock = new NightClock(SystemClock.UTC, takes);
        try {
            Optional<Path> named = data.named();
            Path folder = named.isPresent() ? named.get() : Files.createTempDirectory("declared-night-");
            Path scratch = Files.createTempDirectory("declared-night-files-");
            Deployment deployment = Deployment.open(
                    folder, Optional.of(BaseUri.rehearsal(data.baseUri().orElse("http://localhost:" + port))), clock);
            DeclaredServer server =
                    DeclaredServer.start(deployment, ServerSettings.onPort(port).withNight());
            LOG.info(
                    "The night is at http://localhost:{}{}; it begins when all contests are nominated",
                    server.port(),
                    BOARD);
            Thread night = null;
            if (deployment.contests() == 0) {
                night = new Thread(() -> play(deployment, clock, scratch), "night");
                night.setDaemon(true);
                night.start();
            }
            Thread player = night;
            ServeCommand.waitFor(server, () -> {
                if (player != null) {
                    player.interrupt();
                    player.join(5000);
                }
                deployment.close();
                FileSystemUtils.deleteRecursively(scratch);
                if (named.isEmpty()) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            });
            return ExitCode.CONFORMS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    private static void play(Deployment deployment, NightClock clock, Path scratch) {
        try {
            new ExampleNight(deployment, clock, scratch).play();
            LOG.info("The night is over; its board stays, and can be played again there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The night cannot go on: {}", e.toString());
        }
    }
}
