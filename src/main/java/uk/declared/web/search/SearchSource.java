package uk.declared.web.search;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.reconcile.Entity;
import uk.declared.web.reconcile.EntityIndex;
import uk.declared.web.reconcile.Kind;
import uk.declared.web.stored.StoredQuery;

/** Reads from the store everything that can be found. */
@Component
final class SearchSource {
    private static final Query STOOD = StoredQuery.read("search");
    private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.forLanguageTag("cy"));

    private final Store store;
    private final EntityIndex entities;
    private final String ids;

    SearchSource(Store store, EntityIndex entities, Uris uris) {
        this.store = store;
        this.entities = entities;
        this.ids = uris.base() + "/id/";
    }

    String version() {
        return store.version();
    }

    /** Hands on each thing, one by one. */
    void read(Consumer<Found> sink) {
        entities.all().forEach(entity -> sink.accept(found(entity)));
        store.select(STOOD, Map.of(), rows -> {
            rows.forEach(row -> take(row, sink));
            return rows;
        });
    }

    private static Found found(Entity entity) {
        List<String> names = new ArrayList<>(entity.names());
        if (entity.kind() == Kind.COUNCIL) {
            // Nobody types “Metropolitan Borough Council”.
            names.add(entity.id().replaceFirst(".*/", "").replace('-', ' '));
        }
        return new Found(
                entity.id(),
                SearchKind.of(entity.kind()),
                names,
                Optional.empty(),
                entity.from().map(LocalDate::toString),
                entity.until().map(LocalDate::toString),
                entity.code());
    }

    private void take(Binding row, Consumer<Found> sink) {
        Node thing = row.get("thing");
        if (!thing.isURI() || !thing.getURI().startsWith(ids)) {
            return;
        }
        String id = thing.getURI().substring(ids.length());
        boolean election = id.startsWith("election/");
        String day = row.get("day").getLiteralLexicalForm();
        List<String> names = new ArrayList<>(List.of(row.get("name").getLiteralLexicalForm()));
        if (election) {
            // People write days in words, in either language.
            LANGUAGES.forEach(language -> names.add(
                    DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(LocalDate.parse(day))));
        }
        sink.accept(new Found(
                id,
                election ? SearchKind.ELECTION : SearchKind.CANDIDATE,
                names,
                Optional.ofNullable(row.get("about")).map(Node::getLiteralLexicalForm),
                Optional.of(day),
                Optional.empty(),
                Optional.empty()));
    }
}
