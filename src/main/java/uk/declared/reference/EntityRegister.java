package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;

/**
 * The list of entities of ONS's Register of Geographic Codes: what each kind of code is of, by the three characters that
 * its codes begin with.
 */
final class EntityRegister implements ReferenceRelease {
    private static final String CODE = "entitycode";
    private static final String NAME = "entityname";
    private static final String ABBREVIATION = "entityabbreviation";
    private static final String THEME = "entitytheme";
    private static final String COVERAGE = "entitycoverage";
    private static final String STATUS = "status";
    private static final String CHANGED = "dateoflastinstancechange";
    private static final String INTRODUCED = "dateentityintroducedonrgc";
    private static final Pattern ENTITY = Pattern.compile("[EWSNKJLM]\\d{2}");

    private final String table;
    private final Map<String, Entity> entities;
    private final Optional<LocalDate> date;
    private final int others;

    private EntityRegister(String table, Map<String, Entity> entities, Optional<LocalDate> date, int others) {
        this.table = table;
        this.entities = entities;
        this.date = date;
        this.others = others;
    }

    /** A kind of code; texts are empty where the source gives none. */
    private record Entity(
            String code, String name, String abbreviation, String theme, String coverage, String status) {}

    /** Whether a table is one of these, by its headings. */
    static boolean recognises(ReferenceTable table) {
        return table.has(CODE) && table.has(NAME);
    }

    static EntityRegister read(ReferenceTable table) throws UnreadableReferenceException {
        Map<String, Entity> entities = new TreeMap<>();
        List<LocalDate> days = new ArrayList<>();
        List<String> others = new ArrayList<>();
        table.forEach(row -> {
            String code = row.text(CODE).toUpperCase(Locale.ROOT);
            if (!ENTITY.matcher(code).matches()) {
                others.add(code);
                return;
            }
            String name = row.name(NAME);
            if (name.isEmpty()) {
                throw row.refusal("the entity " + code + " has no name. Fetch the register again.");
            }
            entities.put(
                    code,
                    new Entity(
                            code, name, row.text(ABBREVIATION), row.text(THEME), row.text(COVERAGE), row.text(STATUS)));
            Stream.of(CHANGED, INTRODUCED)
                    .flatMap(column -> ReferenceDates.parse(row.text(column)).stream())
                    .forEach(days::add);
        });
        if (entities.isEmpty()) {
            throw new UnreadableReferenceException(table.part().label()
                    + " holds no entity with a code such as E05 in its column Entity code. Fetch the register again.");
        }
        return new EntityRegister(
                table.part().table(), entities, days.stream().max(LocalDate::compareTo), others.size());
    }

    /** Dated by the latest day in it, where it has one, since the file does not say when it was made. */
    @Override
    public Facts facts() {
        return Facts.of(
                        ReferenceKind.GEOGRAPHY,
                        "entities" + date.map(day -> "-" + day).orElse(""),
                        entities.size(),
                        "kinds of areas")
                .table(table)
                .leavingOut(
                        others == 0
                                ? List.of()
                                : List.of(String.format(
                                        Locale.UK, "%,d rows whose codes are not of the form E05.", others)))
                .superseding(earlier -> earlier.startsWith("entities"))
                .from(Source.ONS);
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return entities.values().stream().flatMap(entity -> map(entity).stream());
    }

    private static List<Triple> map(Entity entity) {
        Triples triples = new Triples();
        Triples.Describing kind = triples.about(AreaKinds.node(entity.code()))
                .a(SKOS.Concept.asNode())
                .add(SKOS.notation.asNode(), Literals.text(entity.code()))
                .label(Literals.english(entity.name()));
        if (!entity.abbreviation().isEmpty()) {
            kind.add(SKOS.altLabel.asNode(), Literals.english(entity.abbreviation()));
        }
        Stream.of(entity.theme(), entity.coverage(), entity.status())
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .ifPresent(text -> kind.add(SKOS.note.asNode(), Literals.english(text)));
        return triples.list();
    }
}
