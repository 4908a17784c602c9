package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.Test;
import uk.declared.linkeddata.Uris;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Store;
import uk.declared.web.settings.ServerSettings;

/** A server that has so much to do that the queries of its own pages are ended before they are done. */
class TooMuchToDoTest {
    private final AtomicBoolean ends = new AtomicBoolean();

    @Test
    void aPageWhoseQueriesTakeTooLongSaysWhenToTryAgain() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                DeclaredServer server = DeclaredServer.start(
                        ending(store), new Uris("http://localhost:8080"), ServerSettings.onPort(0))) {
            ends.set(true);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/councils"))
                                    .header("Accept", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("10");
            ends.set(false);
        }
    }

    /** The store, whose queries are ended once that is wanted. */
    private Store ending(Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (ends.get() && method.getName().equals("select")) {
                        throw new QueryCancelledException();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
