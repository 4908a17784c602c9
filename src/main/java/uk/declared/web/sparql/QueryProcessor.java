package uk.declared.web.sparql;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.util.Context;

/**
 * Fuseki's query operation for one query that the guard let pass. Fuseki brings the transaction, the counters and the
 * order of steps; the query is the guarded one, the answer is bounded, and it goes to a sink instead of the response.
 */
final class QueryProcessor extends SPARQL_QueryDataset {
    /** Jena's own limit is the second net: the runner's comes first, and knows what to tell the client. */
    private static final Duration JENA_STOPS_LATER = Duration.ofMillis(200);

    private final GuardedQuery guarded;
    private final AnswerSink sink;
    private final Deadline deadline;
    private final SparqlLimits limits;
    private final boolean describes;

    QueryProcessor(GuardedQuery guarded, AnswerSink sink, Deadline deadline, SparqlLimits limits) {
        this.guarded = guarded;
        this.sink = sink;
        this.deadline = deadline;
        this.limits = limits;
        this.describes = guarded.query().isDescribeType();
    }

    @Override
    public void process(HttpAction action) {
        executeLifecycle(action);
    }

    /** The protocol was looked at before. */
    @Override
    public void validate(HttpAction action) {}

    @Override
    protected void executeWithParameter(HttpAction action) {
        execute(guarded.query().serialize(), action);
    }

    @Override
    protected void executeBody(HttpAction action) {
        executeWithParameter(action);
    }

    /** Only graphs that the store holds: nothing is ever loaded. */
    @Override
    protected Pair<DatasetGraph, Query> decideDataset(HttpAction action, Query parsedByFuseki, String forTheLog) {
        DatasetGraph all = action.getActiveDSG();
        if (!guarded.choosesGraphs()) {
            return Pair.create(all, guarded.query());
        }
        Stream.concat(guarded.defaultGraphs().stream(), guarded.namedGraphs().stream())
                .filter(name -> !all.containsGraph(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new QueryRefusedException(Refusal.NO_SUCH_GRAPH, name.getURI());
                });
        DatasetDescription chosen = DatasetDescription.create(
                guarded.defaultGraphs().stream().map(Node::getURI).toList(),
                guarded.namedGraphs().stream().map(Node::getURI).toList());
        return Pair.create(DynamicDatasets.dynamicDataset(chosen, all, false), guarded.query());
    }

    @Override
    protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
        if (describes) {
            selectWhatIsDescribed(query);
        }
        Context context = action.getContext().copy();
        OfferedFunctions.watch(context, deadline);
        new ServiceCalls(new ListedServices(limits), limits, deadline).install(context);
        QueryExec execution = QueryExec.newBuilder()
                .dataset(dataset)
                .query(query)
                .context(context)
                .timeout(limits.timeLimit().plus(JENA_STOPS_LATER).toMillis(), TimeUnit.MILLISECONDS)
                .build();
        deadline.onStop(execution::abort);
        return execution;
    }

    /** Jena describes without looking at the time (50,000 things were never cancelled), so we do it ourselves. */
    private static void selectWhatIsDescribed(Query query) {
        if (query.getQueryPattern() == null) {
            query.setQueryPattern(new ElementGroup());
        }
        if (query.getProjectVars().isEmpty()) {
            query.setQueryResultStar(true);
        }
        query.setQuerySelectType();
        query.resetResultVars();
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec execution, Query parsed, String forTheLog) {
        Query query = guarded.query();
        if (describes) {
            sink.graph(describe(execution.select(), query, execution.getDataset()));
        } else if (query.isSelectType()) {
            sink.rows(new BoundedRows(execution.select(), limits.resultRows(), deadline));
        } else if (query.isAskType()) {
            sink.truth(execution.ask());
        } else {
            sink.graph(collect(execution.constructTriples()));
        }
        return new QueryExecResult(true);
    }

    private Graph collect(Iterator<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        addAll(triples, graph);
        return graph;
    }

    private Graph describe(RowSet rows, Query query, DatasetGraph dataset) {
        Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
        while (rows.hasNext()) {
            deadline.check();
            rows.next().forEach((variable, value) -> things.add(value));
            if (things.size() > limits.describedThings()) {
                throw new QueryRefusedException(Refusal.TOO_MANY_DESCRIBED, limits.describedThings());
            }
        }
        Graph source = guarded.choosesGraphs() ? dataset.getDefaultGraph() : dataset.getUnionGraph();
        Graph graph = GraphFactory.createDefaultGraph();
        things.stream()
                .filter(thing -> !thing.isLiteral())
                .forEach(thing -> addAll(source.find(thing, Node.ANY, Node.ANY), graph));
        return graph;
    }

    private void addAll(Iterator<Triple> triples, Graph graph) {
        while (triples.hasNext()) {
            deadline.check();
            graph.add(triples.next());
            if (graph.size() > limits.resultRows()) {
                throw new QueryRefusedException(Refusal.TOO_MANY_RESULTS, limits.resultRows());
            }
        }
    }

    /** The sink has the answer already. */
    @Override
    protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {}
}
