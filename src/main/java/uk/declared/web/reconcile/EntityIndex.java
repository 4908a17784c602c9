package uk.declared.web.reconcile;

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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.store.Store;
import uk.declared.web.page.Prepared;
import uk.declared.web.page.Refreshed;
import uk.declared.web.stored.StoredQuery;

/** Keeps the things of the store's last state at hand; they are read anew, in the background, when the store has changed. */
@Component
@Order(Prepared.INDEXES)
public final class EntityIndex implements Prepared {
    private static final Query EVERYTHING = StoredQuery.read("reconcile");

    private static final int PAUSE = 2;

    private final Store store;
    private final Uris uris;
    private final Refreshed<Entities> entities;

    EntityIndex(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
        this.entities = new Refreshed<>(
                "entities",
                store::version,
                version -> new Entities(store.patient().select(EVERYTHING, Map.of(), this::read)),
                before -> {},
                PAUSE);
    }

    /** Every area, body and party that the store knows, as it is now. */
    public List<Entity> all() {
        return current().all();
    }

    Entities current() {
        return entities.now();
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

    /** The URI of the vocabulary's namespace of identifiers. */
    String identifierSpace() {
        return uris.things();
    }

    static String schemaSpace() {
        return Vocabulary.NAMESPACE;
    }

    @Override
    public void prepare() {
        entities.now();
    }
}
