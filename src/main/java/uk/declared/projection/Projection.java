package uk.declared.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.Rights;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.StatisticsMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.record.DeclarationEntry;
import uk.declared.store.StoreChange;

/** Says what one declaration of the record changes in the store. */
public final class Projection {
    private final Uris uris;
    private final StatisticsMapper statistics;
    private final GraphSources sources;

    public Projection(Uris uris) {
        this.uris = uris;
        this.statistics = new StatisticsMapper(uris);
        this.sources = new GraphSources(uris);
    }

    /** What the contest's graph holds. */
    List<Triple> result(DeclarationEntry entry) {
        List<Triple> result = CanonicalTriples.read(entry.result());
        result.add(ofDeclaration(entry, uris.declaration(entry.contest(), entry.version())));
        return result;
    }

    private Triple ofDeclaration(DeclarationEntry entry, Node declaration) {
        return Triple.create(uris.contest(entry.contest()), Vocabulary.term("declaration"), declaration);
    }

    /**
     * The changes: the contest's graph and its statistics are replaced, what contests share is described further, and the statements about
     * the declaration join those of all others. What is not under an open licence stands apart.
     */
    List<StoreChange> of(DeclarationEntry entry) {
        List<Triple> aboutIt = CanonicalTriples.read(entry.declaration());
        Rights rights = GraphSources.of(entry, aboutIt);
        List<StoreChange> changes = new ArrayList<>();
        List<Triple> result = CanonicalTriples.read(entry.result());
        changes.add(
                new StoreChange.Replace(uris.statisticsGraph(entry.contest()).getURI(), statistics.map(result)));
        Node declaration = uris.declaration(entry.contest(), entry.version());
        result.add(ofDeclaration(entry, declaration));
        changes.add(new StoreChange.Replace(uris.contestGraph(entry.contest()).getURI(), result));
        for (Map.Entry<String, String> shared : entry.shared().entrySet()) {
            changes.add(new StoreChange.Describe(
                    sources.shared(shared.getKey(), rights).getURI(), CanonicalTriples.read(shared.getValue())));
        }
        if (!entry.result().isEmpty()) {
            aboutIt.add(Triple.create(
                    declaration, Vocabulary.term("contentHash"), NodeFactory.createLiteralString(entry.resultHash())));
        }
        changes.add(new StoreChange.Add(sources.shared("record", rights).getURI(), aboutIt));
        changes.addAll(sources.describe(entry, rights));
        return changes;
    }
}
