package uk.declared.store.remote;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** The rows of a query that a store elsewhere answers, as they come. It is sent when the first is asked for. */
final class RemoteRows extends QueryIter {
    private final RemoteService service;
    private final QueryExec execution;
    private final boolean limited;
    private @Nullable RowSet rows;

    RemoteRows(RemoteDataset dataset, Query query, ExecutionContext context) {
        super(context);
        this.service = dataset.service();
        this.limited = !dataset.limit().isZero();
        this.execution = service.query(query, dataset.limit());
    }

    @Override
    protected boolean hasNextBinding() {
        try {
            RowSet there = rows;
            if (there == null) {
                service.requireContact();
                there = execution.select();
                service.succeeded();
                rows = there;
            }
            return there.hasNext();
        } catch (RuntimeException e) {
            throw service.failure(e, limited);
        }
    }

    @Override
    protected @Nullable Binding moveToNextBinding() {
        try {
            return rows == null ? null : rows.next();
        } catch (RuntimeException e) {
            throw service.failure(e, limited);
        }
    }

    @Override
    protected void requestCancel() {
        execution.abort();
    }

    @Override
    protected void closeIterator() {
        execution.close();
    }
}
