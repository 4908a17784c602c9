package uk.declared.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.linkeddata.Licences;
import uk.declared.linkeddata.RightsStatements;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.record.DeclarationEntry;
import uk.declared.store.StoreChange;

/**
 * Says of every graph where it comes from and under which licence, in the graph {@code /data/sources}, and keeps what may
 * not be passed on freely in graphs of its own, so that each graph can be taken or left as a whole.
 */
public final class GraphSources {
    private static final String PROV = "http://www.w3.org/ns/prov#";

    private final Uris uris;

    GraphSources(Uris uris) {
        this.uris = uris;
    }

    /** Under which licence a declaration of the record may be used. Those that say nothing were published as is usual. */
    public static Rights of(DeclarationEntry entry, List<Triple> statements) {
        return RightsStatements.read(statements)
                .orElseGet(() -> entry.source() == Source.THIRD_PARTY ? Rights.NOT_STATED : Rights.OPEN_GOVERNMENT);
    }

    /** The graph in which a declaration describes what contests share. */
    Node shared(String data, Rights rights) {
        return isOpen(rights) ? uris.data(data) : uris.restricted(data);
    }

    /** What is said of the contest's graphs, in the place of what was said of them before. */
    List<StoreChange> describe(DeclarationEntry entry, Rights rights) {
        List<StoreChange> changes = new ArrayList<>();
        Node declaration = uris.declaration(entry.contest(), entry.version());
        for (Node graph : List.of(uris.contestGraph(entry.contest()), uris.statisticsGraph(entry.contest()))) {
            Triples triples = new Triples();
            RightsStatements.describe(rights, triples.about(graph));
            triples.about(graph).external(PROV + "wasDerivedFrom", declaration);
            changes.add(new StoreChange.Restate(uris.data("sources").getURI(), graph, triples.list()));
        }
        for (String data : entry.shared().keySet()) {
            changes.add(describe(shared(data, rights), rights));
        }
        changes.add(describe(shared("record", rights), rights));
        changes.add(describe(uris.data("sources"), Rights.OPEN_GOVERNMENT));
        return changes;
    }

    /** What is said of a graph that many sources fill: every licence that something in it is under. */
    StoreChange describe(Node graph, Rights rights) {
        Triples triples = new Triples();
        RightsStatements.describe(new Rights(rights.licence(), Optional.empty()), triples.about(graph));
        return new StoreChange.Add(uris.data("sources").getURI(), triples.list());
    }

    private static boolean isOpen(Rights rights) {
        return rights.licence().filter(Licences::isOpen).isPresent();
    }
}
