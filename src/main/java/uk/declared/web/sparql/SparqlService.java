package uk.declared.web.sparql;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.slf4j.helpers.NOPLogger;
import uk.declared.store.Store;

/**
 * Fuseki inside this process: one data service with one operation, the query, on the embedded store. Nothing else is
 * registered, so nothing else can be reached.
 */
final class SparqlService implements AutoCloseable {
    /** Beyond so many rows, sorting and telling duplicates apart go on on disk. */
    private static final long ROWS_IN_MEMORY = 50_000;

    private final Store store;
    private final SparqlLimits limits;
    private final QueryGuard guard;
    private final QueryRunner runner;
    private final Endpoint endpoint;
    private final AtomicLong actions = new AtomicLong();

    SparqlService(Store store, SparqlLimits limits) {
        JenaSystem.init();
        this.store = store;
        this.limits = limits;
        this.guard = new QueryGuard(limits);
        this.runner = new QueryRunner(limits);
        this.endpoint = Endpoint.create()
                .operation(Operation.Query)
                .endpointName("sparql")
                .context(endpointContext())
                .processor(new SPARQL_QueryDataset())
                .build();
    }

    /** A data service for one query: after a write to the store that failed there is another data set. */
    private DataAccessPoint over(DatasetGraph lent) {
        DataService service = DataService.newBuilder(lent).addEndpoint(endpoint).build();
        service.goActive();
        return new DataAccessPoint("/", service);
    }

    private static Context endpointContext() {
        Context context = new Context();
        OfferedFunctions.install(context);
        context.set(ARQ.spillToDiskThreshold, ROWS_IN_MEMORY);
        return context;
    }

    /** Fuseki's own parts look for these in the servlet context. */
    void register(ServletContext context) {
        DataAccessPointRegistry.set(context, new DataAccessPointRegistry());
        OperationRegistry.set(context, OperationRegistry.createEmpty());
    }

    /**
     * Runs a query and gives its answer to a sink.
     *
     * @throws QueryRefusedException where it may not run, or not to its end
     */
    void query(SparqlRequest request, AnswerSink sink, HttpServletRequest http, HttpServletResponse response) {
        Deadline deadline = new Deadline();
        GuardedQuery guarded = guard.admit(request, deadline);
        HttpAction action =
                new HttpAction(actions.incrementAndGet(), NOPLogger.NOP_LOGGER, ActionCategory.ACTION, http, response);
        QueryProcessor processor = new QueryProcessor(guarded, sink, deadline, limits);
        try {
            runner.run(
                    deadline,
                    () -> store.lend(dataset -> {
                        DataAccessPoint point = over(dataset);
                        action.setRequest(point, point.getDataService());
                        action.setEndpoint(endpoint);
                        processor.process(action);
                        return true;
                    }));
        } catch (QueryException | ActionErrorException e) {
            throw new QueryRefusedException(Refusal.CANNOT_RUN, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What kind of query this is: parsed and checked, and not run.
     *
     * @throws QueryRefusedException where it may not run
     */
    GuardedQuery check(SparqlRequest request) {
        return guard.admit(request, new Deadline());
    }

    /** How many queries run now. */
    int running() {
        return runner.running();
    }

    /** How many queries run on although they were told to stop. */
    int runaways() {
        return runner.runaways();
    }

    /** A short text that names the state of the data. */
    String version() {
        return store.version();
    }

    @Override
    public void close() {
        runner.close();
    }
}
