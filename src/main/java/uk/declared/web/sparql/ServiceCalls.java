package uk.declared.web.sparql;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Asks other endpoints for a query's SERVICE patterns: listed ones, a few times, for as long as the query may run, following
 * no redirect. Their answers are bounded, and are read when they are whole.
 */
final class ServiceCalls {
    private static final long LOOK_EVERY_MILLIS = 50;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final ListedServices services;
    private final SparqlLimits limits;
    private final Deadline deadline;
    private int calls;

    ServiceCalls(ListedServices services, SparqlLimits limits, Deadline deadline) {
        this.services = services;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Makes these the only calls that a query's execution can make. */
    void install(Context context) {
        if (services.isEmpty()) {
            return;
        }
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.add((service, original, row, environment) -> ask(service));
        ServiceExecutorRegistry.set(context, registry);
        context.setTrue(ARQ.httpServiceAllowed);
    }

    private QueryIterator ask(OpService service) {
        if (++calls > limits.serviceCalls()) {
            throw new QueryRefusedException(Refusal.SERVICE_CALLS, limits.serviceCalls());
        }
        String uri = service.getService().isURI() ? service.getService().getURI() : "";
        // A part of a query has its own names for variables that are not seen outside, which no other server would
        // understand.
        Op here = service.getSubOp();
        Op there = Rename.reverseVarRename(here, true);
        HttpRequest request = HttpRequest.newBuilder(services.address(uri))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json")
                .POST(BodyPublishers.ofString(OpAsQuery.asQuery(there).serialize()))
                .build();
        RowSet rows = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(send(request, uri)), new Context());
        QueryIterator answer = QueryIterPlainWrapper.create(rows);
        return there.equals(here) ? answer : QueryIter.map(answer, namesHere(service, there));
    }

    private static Map<Var, Var> namesHere(OpService service, Op there) {
        Map<Var, Var> names = new HashMap<>();
        for (Var here : OpVars.visibleVars(service)) {
            String name = here.getName().substring(here.getName().lastIndexOf('/') + 1);
            if (OpVars.visibleVars(there).contains(Var.alloc(name))) {
                names.put(Var.alloc(name), here);
            }
        }
        return names;
    }

    private byte[] send(HttpRequest request, String uri) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                CLIENT.sendAsync(request, headers -> new LimitedBody(limits.serviceBytes()));
        try {
            HttpResponse<byte[]> answer = await(sent);
            if (answer.statusCode() != 200) {
                throw new QueryExecException(uri + " answered " + answer.statusCode() + ".");
            }
            return answer.body();
        } catch (ExecutionException e) {
            throw new QueryExecException(uri + " was not to be had: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryExecException(uri + " was not awaited.");
        } finally {
            sent.cancel(true);
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> sent)
            throws ExecutionException, InterruptedException {
        while (true) {
            deadline.check();
            try {
                return sent.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet.
                continue;
            }
        }
    }
}
