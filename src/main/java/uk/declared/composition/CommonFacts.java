package uk.declared.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceImporter;
import uk.declared.store.Rows;

/**
 * What a store holds that is no single council's: read once, when it is first asked for, however many councils are gone through. To be
 * used for one state of a store.
 */
public final class CommonFacts {
    private static final Query JOINT = FactsReader.query("joint");
    private static final Query WITHDRAWN = FactsReader.query("withdrawn");
    private static final Query TABLES = FactsReader.query("rights-of-tables");

    private @Nullable PartyNames names;
    private @Nullable Map<Node, Set<Node>> joint;
    private @Nullable List<String[]> withdrawn;
    private @Nullable Map<String, List<Binding>> tables;

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

    /** The identifiers of contests of which everything was taken back, each in its parts. */
    synchronized List<String[]> withdrawn(Rows rows) {
        if (withdrawn == null) {
            withdrawn = rows.of(WITHDRAWN, Map.of()).stream()
                    .map(row -> Uris.lastPart(row.get("contest")).split("\\."))
                    .toList();
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
