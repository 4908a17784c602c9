package uk.declared.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real connection that nobody reads from, beside one that is read. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowReaderTest {
    private static final int MESSAGE_BYTES = 64 * 1024;
    private static final int MESSAGES = 1000;

    @TempDir
    private Path folder;

    private final BlockingQueue<Listener> listeners = new LinkedBlockingQueue<>();

    /** Lets whoever asks listen. */
    private final class Listening extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            AsyncContext context = request.startAsync();
            context.setTimeout(0);
            Runnable cut = AbortValve.of(request);
            Listener listener = new Listener(
                    response.getOutputStream(),
                    new Listener.Connection() {
                        @Override
                        public void complete() {
                            context.complete();
                        }

                        @Override
                        public void abort() {
                            cut.run();
                        }
                    },
                    Optional.empty(),
                    request.getRemoteAddr(),
                    0,
                    100);
            response.getOutputStream().setWriteListener(listener);
            listeners.add(listener);
        }
    }

    @Test
    void oneWhoDoesNotReadIsCutOffAndTheOthersGetEverything() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.toString());
        context.getPipeline().addValve(new AbortValve());
        Tomcat.addServlet(context, "listening", new Listening()).setAsyncSupported(true);
        context.addServletMappingDecoded(EventController.PATH, "listening");
        tomcat.getConnector();
        tomcat.start();
        int port = tomcat.getConnector().getLocalPort();
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress("localhost", port));
            deaf.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Listener slow = listeners.take();
            CompletableFuture<Long> read = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/events"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .thenApply(response -> count(response.body()));
            Listener quick = listeners.take();

            byte[] message = new byte[MESSAGE_BYTES];
            for (int i = 0; i < MESSAGES; i++) {
                slow.send(message);
                quick.send(message);
                // The one who reads is given time to, so that speed is no part of the test.
                while (quick.isWaiting()) {
                    Thread.onSpinWait();
                }
            }

            assertThat(slow.isGone()).isTrue();
            assertThat(quick.isGone()).isFalse();
            quick.end();
            assertThat(read.get()).isEqualTo((long) MESSAGES * MESSAGE_BYTES);
            assertThat(isCut(deaf)).isTrue();
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private static long count(InputStream in) {
        try (in) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean isCut(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[MESSAGE_BYTES];
            long total = 0;
            int read = in.read(some);
            while (read >= 0) {
                total += read;
                read = in.read(some);
            }
            return total < (long) MESSAGES * MESSAGE_BYTES;
        } catch (SocketException e) {
            return true;
        }
    }
}
