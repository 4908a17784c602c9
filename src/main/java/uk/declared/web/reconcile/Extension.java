package uk.declared.web.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Store;
import uk.declared.web.search.Kind;
import uk.declared.web.stored.Row;
import uk.declared.web.stored.StoredQuery;

/** Extends a table of matched things by further columns (Reconciliation Service API 0.2, section 8). */
@Component
final class Extension {
    private static final Query VALUES = StoredQuery.read("reconcile-extend");

    private final Store store;
    private final Uris uris;

    Extension(Store store, Uris uris) {
        this.store = store;
        this.uris = uris;
    }

    /** A column that a table can be extended by. */
    enum Property {
        CODE("code", "Code", Kind.AREA, Kind.PARTY),
        GEOGRAPHY("geography", "URI at the Office for National Statistics", Kind.AREA),
        FROM("from", "First day", Kind.AREA),
        UNTIL("until", "Last day", Kind.AREA),
        WITHIN("within", "Lies within", Kind.AREA),
        ELECTORATE("electorate", "Electorate at the last poll that states it", Kind.AREA),
        LAST_POLL("last-poll", "Day of the last poll", Kind.AREA, Kind.COUNCIL, Kind.BODY),
        LAST_RESULT("last-result", "Last result", Kind.AREA),
        WINNERS("winners", "Elected at the last poll", Kind.AREA),
        OVERLAPS("overlaps", "Areas that cover some of the same ground", Kind.AREA),
        AREA("area", "Area that it governs", Kind.COUNCIL, Kind.BODY);

        private final String id;
        private final String title;
        private final List<Kind> kinds;

        Property(String id, String title, Kind... kinds) {
            this.id = id;
            this.title = title;
            this.kinds = List.of(kinds);
        }

        boolean isOf(Kind kind) {
            return kinds.contains(kind);
        }

        Map<String, Object> described() {
            return Map.of("id", id, "name", title);
        }

        static Optional<Property> named(String id) {
            return Arrays.stream(values())
                    .filter(property -> property.id.equals(id))
                    .findFirst();
        }
    }

    /**
     * The cells of further columns.
     *
     * @param ids of the rows
     * @param properties of the columns; those that are not known have empty cells
     */
    Map<String, Object> extend(List<String> ids, List<String> properties) {
        Map<Node, String> things = new LinkedHashMap<>();
        ids.forEach(id -> things.put(uris.thing(EntityId.path(id)), id));
        Map<String, Map<String, List<Object>>> rows = new LinkedHashMap<>();
        ids.forEach(id -> {
            Map<String, List<Object>> row = new LinkedHashMap<>();
            properties.forEach(property -> row.put(property, new ArrayList<>()));
            rows.put(id, row);
        });
        if (!things.isEmpty()) {
            for (Row found : store.select(
                    StoredQuery.among(VALUES, "thing", List.copyOf(things.keySet())), Map.of(), Row::all)) {
                Map<String, List<Object>> row = rows.getOrDefault(things.get(found.required("thing")), Map.of());
                Optional.ofNullable(row.get(found.text("property").orElse("")))
                        .ifPresent(cell -> cell.add(cell(found)));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "meta",
                properties.stream()
                        .map(id -> Property.named(id)
                                .map(Property::described)
                                .orElseGet(() -> Map.of("id", id, "name", id)))
                        .toList());
        answer.put("rows", rows);
        return answer;
    }

    private Map<String, Object> cell(Row found) {
        Node value = found.required("value");
        Optional<String> named = uris.pathOf(value);
        if (named.isPresent()) {
            String path = named.get();
            return path.startsWith("candidacy/")
                    ? Map.of("str", found.label("label", "value"))
                    : Map.of("id", EntityId.of(path), "name", found.label("label", "value"));
        }
        if (value.isURI()) {
            return Map.of("str", value.getURI());
        }
        String text = value.getLiteralLexicalForm();
        if (XSDDatatype.XSDinteger.equals(value.getLiteralDatatype())) {
            return Map.of("int", Long.parseLong(text));
        }
        return XSDDatatype.XSDdate.equals(value.getLiteralDatatype())
                ? Map.of("date", text + "T00:00:00Z")
                : Map.of("str", text);
    }
}
