package uk.declared.store.remote;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanOp;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMainQuad;
import org.apache.jena.sparql.util.Context;

/**
 * Answers queries over a {@link RemoteDataset}: it has the store answer the whole query where that can be ({@link Forwarding}, and a union
 * that is a set), and else does here what only we do, over patterns that the store answers ({@link RemotePatterns}).
 */
final class RemoteEngine extends QueryEngineMainQuad {
    private static final QueryEngineFactory FACTORY = new Factory();

    private RemoteEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    private RemoteEngine(Op op, DatasetGraph dataset, Binding input, Context context) {
        super(op, dataset, input, context);
    }

    /** Makes the engine known to Jena; it minds no data sets but ours. */
    static void introduce() {
        if (!QueryEngineRegistry.containsFactory(FACTORY)) {
            QueryEngineRegistry.addFactory(FACTORY);
        }
    }

    private static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return dataset instanceof RemoteDataset
                    || (isPartOfOne(dataset)
                            && isSet(dataset)
                            && Forwarding.of(query).isPresent());
        }

        /** An engine that finds a statement as often as there are graphs that have it would count wrongly. */
        private static boolean isSet(DatasetGraph dataset) {
            return (dataset instanceof DynamicDatasetGraph part ? part.getOriginal() : dataset)
                            instanceof RemoteDataset remote
                    && remote.service().isUnionSet();
        }

        private static boolean isPartOfOne(DatasetGraph dataset) {
            return dataset instanceof DynamicDatasetGraph part && part.getOriginal() instanceof RemoteDataset;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            Optional<Query> forwarded = input.isEmpty() && isSet(dataset) ? Forwarding.of(query) : Optional.empty();
            if (forwarded.isEmpty()) {
                return new RemoteEngine(query, dataset, input, context).getPlan();
            }
            Query sent = forwarded.get();
            RemoteDataset whole = (RemoteDataset) dataset(dataset, sent);
            ExecutionContext execution = ExecutionContext.create(dataset, context);
            return new PlanOp(Algebra.compile(query), null, new RemoteRows(whole, sent, execution));
        }

        private static DatasetGraph dataset(DatasetGraph dataset, Query sent) {
            if (!(dataset instanceof DynamicDatasetGraph part)) {
                return dataset;
            }
            uris(part.getOriginalDefaultGraphs()).forEach(sent::addGraphURI);
            uris(part.getOriginalNamedGraphs()).forEach(sent::addNamedGraphURI);
            return part.getOriginal();
        }

        private static List<String> uris(Collection<Node> graphs) {
            return graphs.stream().map(Node::getURI).toList();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return dataset instanceof RemoteDataset;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new RemoteEngine(op, dataset, input, context).getPlan();
        }
    }
}
