package uk.declared.store.remote;

import java.time.Duration;
import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapZero;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.engine.main.QC;
import org.jspecify.annotations.Nullable;

/**
 * A store elsewhere as a data set to be read, for one query at a time: whole queries and patterns are sent there ({@link
 * RemoteEngine}), and so is each statement that is looked for. What several requests see is not of one moment.
 */
final class RemoteDataset extends DatasetGraphBaseFind {
    private static final String READ_ONLY = "A store elsewhere is changed by updates, not here";

    static {
        RemoteEngine.introduce();
    }

    private final RemoteService service;
    private final StoredQuads quads;
    private final Duration limit;
    private final Transactional transaction = TransactionalNull.create();

    /** @param limit after so long the store is to give a query up; none where it is zero */
    RemoteDataset(RemoteService service, Duration limit) {
        this.service = service;
        this.quads = new StoredQuads(service);
        this.limit = limit;
        QC.setFactory(getContext(), RemotePatterns::new);
        // A filter would take a pattern apart, and each part be asked of the store.
        getContext().setFalse(ARQ.optFilterPlacementBGP);
    }

    RemoteService service() {
        return service;
    }

    Duration limit() {
        return limit;
    }

    /** Jena leaves out what may be anything, or says so. */
    private static Node any(@Nullable Node node) {
        return node == null ? Node.ANY : node;
    }

    @Override
    protected Iterator<Quad> findInDftGraph(@Nullable Node subject, @Nullable Node property, @Nullable Node value) {
        return quads.findInUnion(any(subject), any(property), any(value)).stream()
                .map(quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()))
                .iterator();
    }

    @Override
    public Iterator<Triple> findInUnionGraph(@Nullable Node subject, @Nullable Node property, @Nullable Node value) {
        return quads.findInUnion(any(subject), any(property), any(value)).stream()
                .map(Quad::asTriple)
                .iterator();
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(
            Node graph, @Nullable Node subject, @Nullable Node property, @Nullable Node value) {
        return quads.find(graph, any(subject), any(property), any(value)).iterator();
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(
            @Nullable Node subject, @Nullable Node property, @Nullable Node value) {
        return quads.find(Node.ANY, any(subject), any(property), any(value)).iterator();
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return quads.graphs().iterator();
    }

    @Override
    public boolean containsGraph(Node graph) {
        return graph.isURI() && quads.holdsAnything(graph);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node graph) {
        return GraphView.createNamedGraph(this, graph);
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapZero.empty;
    }

    @Override
    public void addGraph(Node graph, Graph triples) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void removeGraph(Node graph) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return false;
    }

    @Override
    public void begin(TxnType type) {
        transaction.begin(type);
    }

    @Override
    public boolean promote(Promote mode) {
        return transaction.promote(mode);
    }

    @Override
    public void commit() {
        transaction.commit();
    }

    @Override
    public void abort() {
        transaction.abort();
    }

    @Override
    public void end() {
        transaction.end();
    }

    @Override
    public ReadWrite transactionMode() {
        return transaction.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transaction.transactionType();
    }

    @Override
    public boolean isInTransaction() {
        return transaction.isInTransaction();
    }
}
