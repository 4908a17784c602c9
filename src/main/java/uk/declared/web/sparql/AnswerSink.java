package uk.declared.web.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.RowSet;

/** Takes a query's answer, in the thread that runs the query, while the store may be read. */
interface AnswerSink {
    /** A SELECT's rows. */
    void rows(RowSet rows);

    /** An ASK's answer. */
    void truth(boolean answer);

    /** What a CONSTRUCT or DESCRIBE made. */
    void graph(Graph graph);
}
