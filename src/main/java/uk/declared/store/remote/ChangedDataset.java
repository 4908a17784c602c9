package uk.declared.store.remote;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapZero;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.QuadDataAcc;
import org.apache.jena.sparql.modify.request.UpdateClear;
import org.apache.jena.sparql.modify.request.UpdateDataDelete;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.update.UpdateRequest;
import uk.declared.store.StoreChange;

/**
 * What a store elsewhere will hold: what is read of it is fetched once, a graph or a thing at a time, and what is changed is noted, to be
 * written as one update.
 */
final class ChangedDataset extends DatasetGraphBaseFind {
    private final StoredQuads stored;
    private final boolean empty;
    private final DatasetGraph known = DatasetGraphFactory.createTxnMem();
    private final Set<Node> wholeGraphs = new HashSet<>();
    private final Set<Node> wholeSubjects = new HashSet<>();
    private final Set<Node> cleared = new LinkedHashSet<>();
    private final Set<Quad> added = new LinkedHashSet<>();
    private final Set<Quad> removed = new LinkedHashSet<>();

    /** @param empty whether nothing stands there, so that nothing need be fetched */
    ChangedDataset(StoredQuads stored, boolean empty) {
        this.stored = stored;
        this.empty = empty;
        known.begin(TxnType.WRITE);
    }

    /** Fetches in a few requests what some changes are going to read. */
    void fetchFor(List<StoreChange> changes) {
        Set<Node> graphs = new LinkedHashSet<>();
        Set<Node> subjects = new LinkedHashSet<>();
        for (StoreChange change : changes) {
            if (change instanceof StoreChange.Replace replace) {
                graphs.add(NodeFactory.createURI(replace.graph()));
            } else if (change instanceof StoreChange.Describe described) {
                subjects(described.triples(), subjects);
            } else if (change instanceof StoreChange.Add more) {
                subjects(more.triples(), subjects);
            } else if (change instanceof StoreChange.Restate restate) {
                subjects.add(restate.subject());
            } else if (change instanceof StoreChange.Release release) {
                List.of(Set.of(release.graph()), release.superseded(), release.above(), release.beneath())
                        .forEach(names -> names.forEach(name -> graphs.add(NodeFactory.createURI(name))));
            }
        }
        fetchGraphs(graphs);
        fetchSubjects(subjects);
    }

    private static void subjects(Collection<Triple> triples, Set<Node> subjects) {
        triples.forEach(triple -> subjects.add(triple.getSubject()));
    }

    private void fetchGraphs(Set<Node> graphs) {
        graphs.removeAll(wholeGraphs);
        if (!empty) {
            stored.all(StoredQuads.GRAPH, graphs).forEach(this::fetched);
        }
        wholeGraphs.addAll(graphs);
    }

    private void fetchSubjects(Set<Node> subjects) {
        subjects.removeAll(wholeSubjects);
        subjects.removeIf(Node::isBlank);
        if (!empty) {
            stored.all(StoredQuads.SUBJECT, subjects).forEach(this::fetched);
        }
        wholeSubjects.addAll(subjects);
    }

    /** What was fetched or changed before is known better by now. */
    private void fetched(Quad quad) {
        if (!wholeGraphs.contains(quad.getGraph()) && !removed.contains(quad)) {
            known.add(quad);
        }
    }

    private void fetchFor(Node graph, Node subject) {
        if (graph.isConcrete() && wholeGraphs.contains(graph)) {
            return;
        }
        if (subject.isConcrete()) {
            fetchSubjects(new LinkedHashSet<>(Set.of(subject)));
        } else if (graph.isConcrete()) {
            fetchGraphs(new LinkedHashSet<>(Set.of(graph)));
        } else {
            throw new UnsupportedOperationException("A change asks for all that a store holds");
        }
    }

    /** The changes as one update; without one where there are none. */
    UpdateRequest update() {
        clearWhereNodesAreBlank();
        UpdateRequest update = new UpdateRequest();
        cleared.forEach(graph -> update.add(new UpdateClear(graph, true)));
        if (!removed.isEmpty()) {
            update.add(new UpdateDataDelete(data(removed)));
        }
        if (!added.isEmpty()) {
            update.add(new UpdateDataInsert(data(added)));
        }
        return update;
    }

    /** A blank node cannot be named in what is to go, so its graph is written anew. */
    private void clearWhereNodesAreBlank() {
        Set<Node> graphs = new LinkedHashSet<>();
        removed.stream()
                .filter(quad -> quad.getSubject().isBlank() || quad.getObject().isBlank())
                .forEach(quad -> graphs.add(quad.getGraph()));
        for (Node graph : graphs) {
            fetchGraphs(new LinkedHashSet<>(Set.of(graph)));
            cleared.add(graph);
            removed.removeIf(quad -> quad.getGraph().equals(graph));
            known.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(added::add);
        }
    }

    private static QuadDataAcc data(Set<Quad> quads) {
        QuadDataAcc data = new QuadDataAcc();
        quads.forEach(data::addQuad);
        return data;
    }

    @Override
    public void add(Quad quad) {
        fetchFor(quad.getGraph(), quad.getSubject());
        if (!known.contains(quad)) {
            known.add(quad);
            if (!removed.remove(quad)) {
                added.add(quad);
            }
        }
    }

    @Override
    public void delete(Quad quad) {
        fetchFor(quad.getGraph(), quad.getSubject());
        if (known.contains(quad)) {
            known.delete(quad);
            if (!added.remove(quad)) {
                removed.add(quad);
            }
        }
    }

    /** What a graph holds need not be known for it to go. */
    @Override
    public void removeGraph(Node graph) {
        known.removeGraph(graph);
        added.removeIf(quad -> quad.getGraph().equals(graph));
        removed.removeIf(quad -> quad.getGraph().equals(graph));
        wholeGraphs.add(graph);
        cleared.add(graph);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node property, Node value) {
        fetchFor(graph, subject);
        return known.find(graph, subject, property, value);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node property, Node value) {
        fetchFor(Node.ANY, subject);
        return known.findNG(Node.ANY, subject, property, value);
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node property, Node value) {
        throw new UnsupportedOperationException("Changes are made in named graphs");
    }

    @Override
    protected Iterator<Quad> findAny(Node subject, Node property, Node value) {
        return findInAnyNamedGraphs(subject, property, value);
    }

    @Override
    public Graph getGraph(Node graph) {
        return GraphView.createNamedGraph(this, graph);
    }

    @Override
    public Graph getDefaultGraph() {
        throw new UnsupportedOperationException("Changes are made in named graphs");
    }

    @Override
    public void addGraph(Node graph, Graph triples) {
        triples.find().forEachRemaining(triple -> add(Quad.create(graph, triple)));
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        throw new UnsupportedOperationException("A change asks for all that a store holds");
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapZero.empty;
    }

    @Override
    public boolean supportsTransactions() {
        return false;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return false;
    }

    @Override
    public void begin(TxnType type) {
        throw new UnsupportedOperationException("It is written as one update");
    }

    @Override
    public boolean promote(Promote mode) {
        throw new UnsupportedOperationException("It is written as one update");
    }

    @Override
    public void commit() {
        throw new UnsupportedOperationException("It is written as one update");
    }

    @Override
    public void abort() {
        throw new UnsupportedOperationException("It is written as one update");
    }

    @Override
    public void end() {}

    @Override
    public ReadWrite transactionMode() {
        return ReadWrite.WRITE;
    }

    @Override
    public TxnType transactionType() {
        return TxnType.WRITE;
    }

    @Override
    public boolean isInTransaction() {
        return false;
    }
}
