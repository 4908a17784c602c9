package uk.declared.store.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Node;
import org.apache.jena.http.HttpLib;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.exec.http.UpdateExecHTTP;
import org.apache.jena.sparql.exec.http.UpdateExecHTTPBuilder;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.update.UpdateRequest;
import uk.declared.store.StoreUnavailableException;

/** Sends queries and updates to a store by the SPARQL 1.1 Protocol, and says of a failure whether the store is to be had. */
final class RemoteService {
    /** So long is an answer awaited where a query has no limit of its own, so that a store which hangs does not hold everybody up. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration LONGEST_UPDATE = Duration.ofMinutes(10);

    private static final String NO_ANSWER = "it gave no answer in time";
    private static final String AUTHORIZATION = "Authorization";

    private final RemoteAddress address;
    private final Contact contact;
    private final Optional<String> authorization;
    private volatile boolean unionSet;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RemoteService(RemoteAddress address) {
        this.address = address;
        this.contact = new Contact(address.query().toString());
        this.authorization = address.credentials().map(who -> HttpLib.basicAuth(who.user(), who.password()));
    }

    String name() {
        return address.query().toString();
    }

    /** Whether a statement that several graphs have stands once in the union of them, which not all engines do. */
    boolean isUnionSet() {
        return unionSet;
    }

    void unionIsSet(boolean is) {
        unionSet = is;
    }

    /** The store stands elsewhere than it did when a change was worked out, as one does that was exchanged. */
    StoreUnavailableException changed() {
        return contact.failed("it is not as it was a moment ago");
    }

    /** @throws uk.declared.store.StoreUnavailableException while the store is left alone because it did not answer */
    void requireContact() {
        contact.require();
    }

    void succeeded() {
        contact.succeeded();
    }

    /**
     * A query that is ready to be sent.
     *
     * @param limit after so long the store is to give it up; none where it is zero
     */
    QueryExec query(Query query, Duration limit) {
        QueryExecHTTPBuilder builder = QueryExecHTTP.service(address.query().toString())
                .httpClient(client)
                .query(query)
                .timeout((limit.isZero() ? LONGEST : limit).toMillis(), TimeUnit.MILLISECONDS);
        if (query.toString().length() > 1_500) {
            builder.postQuery();
        }
        if (!limit.isZero()) {
            // Fuseki and RDF4J give a query up by themselves then; others do not look at it.
            builder.param("timeout", Long.toString(Math.max(1, limit.toSeconds())));
        }
        authorization.ifPresent(value -> builder.httpHeader(AUTHORIZATION, value));
        return builder.build();
    }

    /** Runs a SELECT query. */
    <T> T select(Query query, Function<RowSet, T> reader) {
        return select(query, LONGEST, reader);
    }

    /**
     * Does the same.
     *
     * @param patience after so long the store is taken for one that does not answer
     */
    <T> T select(Query query, Duration patience, Function<RowSet, T> reader) {
        contact.require();
        try (QueryExec execution = query(query, patience)) {
            T read = reader.apply(execution.select());
            contact.succeeded();
            return read;
        } catch (RuntimeException e) {
            throw failure(e, false);
        }
    }

    /** The rows of a SELECT query, with values for some of its variables. */
    List<Binding> rows(Query query, Map<Var, Node> values) {
        return select(with(query, values), rows -> {
            List<Binding> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        });
    }

    boolean ask(Query query, Map<Var, Node> values) {
        contact.require();
        try (QueryExec execution = query(with(query, values), Duration.ZERO)) {
            boolean answer = execution.ask();
            contact.succeeded();
            return answer;
        } catch (RuntimeException e) {
            throw failure(e, false);
        }
    }

    static Query with(Query query, Map<Var, Node> values) {
        return values.isEmpty() ? query : QueryTransformOps.replaceVars(query, values);
    }

    /** Carries out an update, which stores do as one transaction. */
    void update(UpdateRequest update) {
        contact.require();
        UpdateExecHTTPBuilder builder = UpdateExecHTTP.service(address.update().toString())
                .httpClient(client)
                .update(update)
                .timeout(LONGEST_UPDATE.toMillis(), TimeUnit.MILLISECONDS);
        authorization.ifPresent(value -> builder.httpHeader(AUTHORIZATION, value));
        try {
            builder.build().execute();
            contact.succeeded();
        } catch (RuntimeException e) {
            throw failure(e, false);
        }
    }

    /**
     * What a failure means: that the store is not to be had, that it gave up, or that it does not take what it was sent.
     *
     * @param limited whether what was sent had a limit, so that it may be what took too long
     */
    RuntimeException failure(RuntimeException e, boolean limited) {
        if (e instanceof QueryCancelledException) {
            return limited ? e : contact.failed(NO_ANSWER);
        }
        int status = e instanceof QueryExceptionHTTP http
                ? http.getStatusCode()
                : e instanceof HttpException http ? http.getStatusCode() : -1;
        if (status >= 400) {
            return refused(status, said(e), limited, e);
        }
        Optional<Throwable> broken = broken(e);
        if (broken.isPresent() && isTimeUp(broken.get())) {
            return limited ? new QueryCancelledException() : contact.failed(NO_ANSWER);
        }
        return broken.<RuntimeException>map(cause -> contact.failed(reason(cause)))
                .orElse(e);
    }

    private RuntimeException refused(int status, String said, boolean limited, RuntimeException e) {
        if (limited && status == 503 && said.toLowerCase(Locale.ROOT).contains("timed out")) {
            return new QueryCancelledException();
        }
        if (status == 401 || status == 403) {
            return contact.failed(
                    "it answered " + status + ": see declared.store.user and declared.store.password-file");
        }
        if (status == 404 || status == 405 || status >= 500) {
            return contact.failed("it answered " + status + (said.isBlank() ? "" : ": " + said.strip()));
        }
        return new QueryException("The store at " + name() + " answered " + status + ": " + said.strip(), e);
    }

    private static String said(RuntimeException e) {
        Throwable cause = e instanceof QueryExceptionHTTP && e.getCause() != null ? e.getCause() : e;
        String body = cause instanceof HttpException http ? http.getResponse() : null;
        String text = body == null || body.isBlank() ? String.valueOf(e.getMessage()) : body;
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    /** What broke the connection; absent where it did not break. */
    private static Optional<Throwable> broken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Optional.of(cause);
            }
            if (cause instanceof RuntimeIOException && cause.getCause() == null) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static boolean isTimeUp(Throwable cause) {
        return cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof ConnectException) {
            return "nothing can be reached there";
        }
        String said = cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said;
    }
}
