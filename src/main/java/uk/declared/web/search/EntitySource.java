package uk.declared.web.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.stored.StoredQuery;

/** Reads every area, body and party that the store knows, with everything that names are matched with. */
final class EntitySource {
    private static final Query EVERYTHING = StoredQuery.read("reconcile");

    private final Store store;
    private final Uris uris;

    EntitySource(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    /** All of them, as they are now. */
    List<Entity> read() {
        return store.select(EVERYTHING, Map.of(), this::read);
    }

    private static final class Draft {
        private final List<String> labels = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private final Set<String> within = new LinkedHashSet<>();
        private Optional<String> code = Optional.empty();
        private Optional<LocalDate> from = Optional.empty();
        private Optional<LocalDate> until = Optional.empty();
    }

    private List<Entity> read(RowSet rows) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        rows.forEach(row -> {
            String id = id(row.get(Var.alloc("thing")));
            if (!id.isEmpty()) {
                take(
                        drafts.computeIfAbsent(id, missing -> new Draft()),
                        row.get(Var.alloc("property")).getURI(),
                        row.get(Var.alloc("value")));
            }
        });
        List<Entity> read = new ArrayList<>();
        drafts.forEach((id, draft) -> {
            Optional<Kind> kind = Kind.ofPath(id);
            List<String> names = new ArrayList<>(new LinkedHashSet<>(draft.labels));
            draft.others.stream().filter(name -> !names.contains(name)).forEach(names::add);
            if (kind.isPresent() && !names.isEmpty()) {
                read.add(new Entity(
                        id,
                        kind.get(),
                        List.copyOf(names),
                        draft.code,
                        draft.from,
                        draft.until,
                        Set.copyOf(draft.within)));
            }
        });
        return read;
    }

    private void take(Draft draft, String property, Node value) {
        switch (Uris.lastPart(property)) {
            case "label" -> {
                // The English name is the one that it goes by here, where there are several.
                int at = value.getLiteralLanguage().equals("cy") ? draft.labels.size() : 0;
                draft.labels.add(at, value.getLiteralLexicalForm());
            }
            case "altLabel" -> draft.others.add(value.getLiteralLexicalForm());
            case "notation" -> draft.code = Optional.of(value.getLiteralLexicalForm());
            case "operativeFrom" -> draft.from = Optional.of(LocalDate.parse(value.getLiteralLexicalForm()));
            case "operativeUntil" -> draft.until = Optional.of(LocalDate.parse(value.getLiteralLexicalForm()));
            default -> draft.within.add(id(value));
        }
    }

    private String id(Node thing) {
        return uris.pathOf(thing).orElse("");
    }
}
