package uk.declared.composition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.reference.ReferenceImporter;
import uk.declared.store.Rows;

/**
 * What a store holds that is no single council's: read once, when it is first asked for, however many councils are gone through. Whoever
 * keeps it for longer than one state of a store says what has changed since; reference data that came since is not told of: then it is
 * to be read anew.
 */
final class CommonFacts {
    private static final Query JOINT = FactsReader.query("joint");
    private static final Query WITHDRAWN = FactsReader.query("withdrawn");
    private static final Node JOINT_OF = Vocabulary.term("jointOf");
    private static final Query TABLES = FactsReader.query("rights-of-tables");

    private @Nullable PartyNames names;
    private @Nullable Map<Node, Set<Node>> joint;
    private @Nullable Set<String> withdrawn;
    private @Nullable Map<String, List<Binding>> tables;

    /** Forgets everything: reference data was imported, or the store is at another state than the one that follows. */
    synchronized void forget() {
        names = null;
        joint = null;
        withdrawn = null;
        tables = null;
    }

    /** Something is said of parties, which may have new names by it, or be put forward with others. */
    synchronized void parties(Supplier<Collection<Triple>> said) {
        if (names == null && joint == null) {
            return;
        }
        for (Triple triple : said.get()) {
            if (joint != null && triple.predicateMatches(JOINT_OF)) {
                joint = joint.getOrDefault(triple.getSubject(), Set.of()).contains(triple.getObject()) ? joint : null;
            } else if (names != null && triple.predicateMatches(RDFS.Nodes.label)) {
                names = names.knows(triple.getSubject(), triple.getObject().getLiteralLexicalForm()) ? names : null;
            }
        }
    }

    synchronized void declared(Node contest) {
        if (withdrawn != null && withdrawn.contains(Uris.lastPart(contest))) {
            withdrawn = null;
        }
    }

    synchronized void takenBack() {
        withdrawn = null;
    }

    synchronized CommonFacts copy() {
        CommonFacts copy = new CommonFacts();
        copy.names = names;
        copy.joint = joint;
        copy.withdrawn = withdrawn;
        copy.tables = tables;
        return copy;
    }

    synchronized PartyNames names(Rows rows) {
        if (names == null) {
            names = PartyNames.of(rows);
        }
        return names;
    }

    /** Which parties each joint candidature is of. */
    synchronized Map<Node, Set<Node>> joint(Rows rows) {
        if (joint == null) {
            Map<Node, Set<Node>> read = new HashMap<>();
            rows.of(JOINT, Map.of())
                    .forEach(row -> read.computeIfAbsent(row.get("joint"), missing -> new HashSet<>())
                            .add(row.get("party")));
            joint = read;
        }
        return joint;
    }

    /** The identifiers of contests of which everything was taken back. */
    synchronized Set<String> withdrawn(Rows rows) {
        if (withdrawn == null) {
            withdrawn = rows.of(WITHDRAWN, Map.of()).stream()
                    .map(row -> Uris.lastPart(row.get("contest")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return withdrawn;
    }

    /** Under which licences a council's imported tables are, as rows of ?property and ?value. */
    synchronized List<Binding> rightsOfTables(Rows rows, String compositions, String council) {
        if (tables == null) {
            Map<String, List<Binding>> read = new HashMap<>();
            rows.of(TABLES, Map.of("compositions", NodeFactory.createURI(compositions)))
                    .forEach(row -> read.computeIfAbsent(
                                    ReferenceImporter.councilOf(
                                            row.get("release").getLiteralLexicalForm()),
                                    missing -> new ArrayList<>())
                            .add(row));
            tables = read;
        }
        return tables.getOrDefault(council, List.of());
    }
}
