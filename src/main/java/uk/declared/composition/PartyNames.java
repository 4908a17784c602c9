package uk.declared.composition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import uk.declared.reference.Names;
import uk.declared.store.Rows;

/** The parties that a store knows, by name. A name that several bear is none's. */
final class PartyNames {
    static final PartyNames NONE = new PartyNames(Map.of());

    private static final Query PARTIES = FactsReader.query("parties");

    private final Map<String, Set<String>> parties;

    private PartyNames(Map<String, Set<String>> parties) {
        this.parties = parties;
    }

    static PartyNames of(Rows rows) {
        Map<String, Set<String>> parties = new HashMap<>();
        rows.of(PARTIES, Map.of())
                .forEach(row -> parties.computeIfAbsent(
                                Names.plain(row.get("name").getLiteralLexicalForm()), missing -> new TreeSet<>())
                        .add(row.get("party").getURI()));
        return new PartyNames(parties);
    }

    Optional<Node> party(String name) {
        Set<String> bearers = parties.getOrDefault(Names.plain(name), Set.of());
        return bearers.size() == 1
                ? bearers.stream().map(NodeFactory::createURI).findFirst()
                : Optional.empty();
    }

    /** Whether it is known already that the party bears the name. */
    boolean knows(Node party, String name) {
        return parties.getOrDefault(Names.plain(name), Set.of()).contains(party.getURI());
    }
}
