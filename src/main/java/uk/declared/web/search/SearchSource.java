package uk.declared.web.search;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.search.Found.Result;
import uk.declared.web.stored.StoredQuery;

/** Reads from the store everything that can be found. */
@Component
final class SearchSource {
    private static final Query STOOD = StoredQuery.read("search");
    private static final Query ELECTIONS = StoredQuery.read("search-elections");
    private static final Query WINNERS = StoredQuery.read("search-winners");
    private static final Query KINDS = StoredQuery.read("search-kinds");

    /** A ward lies in a district and perhaps in a county. */
    private static final int MOST_COUNCILS = 2;

    private static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.forLanguageTag("cy"));

    private final Store store;
    private final EntitySource entities;
    private final Uris uris;

    SearchSource(Store store, Uris uris) {
        this.store = store.patient();
        this.entities = new EntitySource(this.store, uris);
        this.uris = uris;
    }

    String version() {
        return store.version();
    }

    /** Absent where a store elsewhere does not answer. */
    Optional<String> versionIfThere() {
        return store.versionIfThere();
    }

    /** Takes each thing; an area, a body or a party with what its name is matched with. */
    interface Sink {
        void take(Found found, Optional<Entity> entity);
    }

    /** Hands on each thing, one by one. */
    void read(Sink sink) {
        SearchResults results = new SearchResults();
        each(WINNERS, row -> results.winner(row, uris.things()));
        each(KINDS, results::kind);
        each(ELECTIONS, row -> election(row, results));
        List<Entity> all = entities.read();
        Map<String, String> councils = councils(all);
        all.forEach(entity -> sink.take(found(entity, councils, results), Optional.of(entity)));
        each(ELECTIONS, row -> take(row, sink));
        each(STOOD, row -> take(row, sink));
    }

    private void each(Query query, Consumer<Binding> taker) {
        store.select(query, Map.of(), rows -> {
            rows.forEach(taker);
            return rows;
        });
    }

    private void election(Binding row, SearchResults results) {
        Node body = row.get("body");
        if (body != null) {
            uris.pathOf(row.get("thing"))
                    .ifPresent(id -> results.election(id, row.get("day").getLiteralLexicalForm(), body, uris.things()));
        }
    }

    /** The names of councils by their own identifiers, and by those of the areas that they govern. */
    private static Map<String, String> councils(List<Entity> all) {
        Map<String, String> names = new HashMap<>();
        all.stream().filter(entity -> entity.kind() == Kind.BODY).forEach(body -> names.put(body.id(), body.name()));
        all.stream().filter(entity -> entity.kind() == Kind.COUNCIL).forEach(council -> {
            names.put(council.id(), council.name());
            council.within().forEach(area -> names.putIfAbsent(area, council.name()));
        });
        return names;
    }

    /** The council that an area elects to; else those whose areas it lies in. */
    private static Optional<String> council(Entity entity, Map<String, String> councils) {
        if (entity.kind() != Kind.AREA) {
            return Optional.empty();
        }
        Predicate<String> isBody = id -> id.startsWith("council/") || id.startsWith("body/");
        boolean elects = entity.within().stream().anyMatch(isBody);
        String names = entity.within().stream()
                .filter(id -> !elects || isBody.test(id))
                .map(councils::get)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(MOST_COUNCILS)
                .collect(Collectors.joining(", "));
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    private static Found found(Entity entity, Map<String, String> councils, SearchResults results) {
        List<String> names = new ArrayList<>(entity.names());
        if (entity.kind() == Kind.COUNCIL) {
            // Nobody types “Metropolitan Borough Council”.
            names.add(entity.id().replaceFirst(".*/", "").replace('-', ' '));
        }
        return new Found(
                entity.id(),
                SearchKind.of(entity.kind()),
                names,
                council(entity, councils),
                entity.from().map(LocalDate::toString),
                entity.until().map(LocalDate::toString),
                entity.code(),
                results.kindOf(entity.code()),
                results.of(entity.id()));
    }

    private void take(Binding row, Sink sink) {
        Optional<String> named = uris.pathOf(row.get("thing"));
        if (named.isEmpty()) {
            return;
        }
        String id = named.get();
        boolean election = id.startsWith("election/");
        String day = row.get("day").getLiteralLexicalForm();
        List<String> names = new ArrayList<>(List.of(row.get("name").getLiteralLexicalForm()));
        if (election) {
            // People write days in words, in either language.
            LANGUAGES.forEach(language -> names.add(
                    DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(LocalDate.parse(day))));
        }
        Found found = new Found(
                id,
                election ? SearchKind.ELECTION : SearchKind.CANDIDATE,
                names,
                Optional.ofNullable(row.get("about")).map(Node::getLiteralLexicalForm),
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                election ? Optional.empty() : result(id, day, row));
        sink.take(found, Optional.empty());
    }

    /** How many votes somebody had, and whether they were elected; absent before the result. */
    private static Optional<Result> result(String id, String day, Binding row) {
        Optional<Integer> votes = Optional.ofNullable(row.get("votes"))
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
        Optional<Boolean> elected = Optional.ofNullable(row.get("elected"))
                .map(value -> value.getLiteralLexicalForm().equals("true"));
        return votes.isEmpty() && elected.isEmpty()
                ? Optional.empty()
                : Optional.of(new Result(id, day, List.of(SearchResults.named(row)), votes, elected.orElse(false)));
    }
}
