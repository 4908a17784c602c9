package uk.declared.store.remote;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.store.Origin;
import uk.declared.store.StoreState;

/** What a store elsewhere says of the record that it was filled from, beside how far that was: where its URIs begin, and its first entry. */
final class Mark {
    private static final Node STORE = NodeFactory.createURI(RemoteState.OWN + "store");
    private static final Node BASE = NodeFactory.createURI(RemoteState.OWN + "base");
    private static final Node FIRST = NodeFactory.createURI(RemoteState.OWN + "first-entry");

    private Mark() {}

    /** Writes it anew. */
    static void write(Origin origin, Graph state) {
        put(BASE, Optional.of(origin.base()), state);
        put(FIRST, origin.firstEntry(), state);
    }

    private static void put(Node property, Optional<String> value, Graph state) {
        Optional<Node> literal = value.map(NodeFactory::createLiteralString);
        state.find(STORE, property, Node.ANY).toList().stream()
                .filter(triple -> !literal.equals(Optional.of(triple.getObject())))
                .forEach(state::delete);
        literal.ifPresent(node -> state.add(Triple.create(STORE, property, node)));
    }

    /** Whether a store that says this was filled from a record. One that was filled before there were marks is known by where it stands. */
    static boolean isOf(Origin origin, Graph state) {
        Set<String> bases = values(BASE, state);
        Set<String> firsts = values(FIRST, state);
        if (bases.isEmpty()) {
            return !StoreState.isTorn(state) && origin.has(StoreState.position(state));
        }
        Set<String> first = origin.firstEntry().map(Set::of).orElseGet(Set::of);
        return bases.equals(Set.of(origin.base())) && (firsts.isEmpty() || firsts.equals(first));
    }

    /** The base and the first entry, as a store says them; empty where it says none. */
    static List<String> of(Graph state) {
        return List.of(String.join(" ", values(BASE, state)), String.join(" ", values(FIRST, state)));
    }

    /** The same, of a record. */
    static List<String> of(Origin origin) {
        return List.of(origin.base(), origin.firstEntry().orElse(""));
    }

    private static Set<String> values(Node property, Graph state) {
        return state.stream(STORE, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.toSet());
    }
}
