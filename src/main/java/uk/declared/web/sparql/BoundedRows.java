package uk.declared.web.sparql;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** A SELECT's rows, up to a limit, and no longer than the query may run. */
final class BoundedRows implements RowSet {
    private final RowSet rows;
    private final int limit;
    private final Deadline deadline;
    private int given;

    BoundedRows(RowSet rows, int limit, Deadline deadline) {
        this.rows = rows;
        this.limit = limit;
        this.deadline = deadline;
    }

    @Override
    public boolean hasNext() {
        deadline.check();
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        if (++given > limit) {
            throw new QueryRefusedException(Refusal.TOO_MANY_RESULTS, limit);
        }
        return rows.next();
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
