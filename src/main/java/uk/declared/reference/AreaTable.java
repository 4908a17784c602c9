package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * A small table of areas in a layout of our own, a row for each area with its days and the areas that it lies in, such as a
 * council's wards. It makes no claim to be complete: codes that it lacks are not unknown, and ONS's history keeps the word.
 */
final class AreaTable implements ReferenceRelease {
    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String WELSH_NAME = "namecy";
    private static final String FROM = "operativefrom";
    private static final String UNTIL = "operativeuntil";
    private static final String LIES_IN = "liesin";
    private static final String WIKIDATA = "wikidata";

    private final String table;
    private final Map<GssCode, Row> areas;

    private AreaTable(String table, Map<GssCode, Row> areas) {
        this.table = table;
        this.areas = areas;
    }

    /** An area; the Welsh name is empty where the table gives none. */
    private record Row(
            String name,
            String welshName,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            List<GssCode> liesIn,
            Optional<String> wikidata) {}

    /** Whether a table is one of these, by its headings. */
    static boolean recognises(ReferenceTable table) {
        return table.has(CODE) && table.has(NAME) && table.has(FROM) && table.has(LIES_IN);
    }

    static AreaTable read(ReferenceTable table) throws UnreadableReferenceException {
        ReferenceDates dates = new ReferenceDates();
        Map<GssCode, Row> areas = new TreeMap<>();
        table.forEach(row -> {
            GssCode code = GssCode.parse(row.text(CODE))
                    .orElseThrow(() -> row.refusal("“" + row.text(CODE)
                            + "” is no code of nine characters such as E05015239. Write the area's code."));
            List<GssCode> liesIn = new ArrayList<>();
            for (String above : row.text(LIES_IN).split("[ ;]+")) {
                if (!above.isEmpty()) {
                    liesIn.add(
                            GssCode.parse(above)
                                    .orElseThrow(
                                            () -> row.refusal(
                                                    "“" + above
                                                            + "” in the column lies_in is no code of nine characters. Write codes, parted by spaces.")));
                }
            }
            Row area = new Row(
                    row.name(NAME),
                    row.name(WELSH_NAME),
                    dates.read(row, FROM),
                    dates.read(row, UNTIL),
                    liesIn,
                    WikidataItem.parse(row.text(WIKIDATA)));
            if (areas.putIfAbsent(code, area) != null) {
                throw row.refusal("the code " + code + " stands here a second time. Take the wrong row out.");
            }
        });
        if (areas.isEmpty()) {
            throw new UnreadableReferenceException(
                    table.part().label() + " holds no area. Write a row for each, with its code.");
        }
        return new AreaTable(table.part().table(), areas);
    }

    @Override
    public Facts facts() {
        return Facts.of(
                        ReferenceKind.GEOGRAPHY,
                        "areas-" + areas.keySet().iterator().next().value().toLowerCase(Locale.ROOT),
                        areas.size(),
                        "areas")
                .table(table)
                .yieldingToHistory()
                .from(Source.ONS);
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        AreaMapper mapper = new AreaMapper(uris);
        Set<String> entities =
                areas.keySet().stream().map(GssCode::entity).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                AreaKinds.describe(entities).stream(),
                areas.entrySet().stream().flatMap(area -> map(area.getKey(), area.getValue(), mapper, uris).stream()));
    }

    private List<Triple> map(GssCode code, Row row, AreaMapper mapper, Uris uris) {
        Triples triples = new Triples();
        Triples.Describing area = mapper.identify(code, triples);
        AreaLinks.describe(code, row.until().isEmpty(), area);
        AreaMapper.name(row.name(), "en").ifPresent(area::label);
        AreaMapper.name(row.welshName(), "cy").ifPresent(area::label);
        row.wikidata().ifPresent(item -> area.add(SKOS.exactMatch.asNode(), WikidataItem.node(item)));
        row.from().ifPresent(day -> area.le("operativeFrom", day));
        row.until().ifPresent(day -> area.le("operativeUntil", day));
        above(code).forEach(parent -> area.le("within", uris.area(parent)));
        for (GssCode parent : row.liesIn()) {
            Node containment = Uris.partOf(uris.area(code), "containment/" + parent);
            area.le("containment", containment);
            Triples.Describing lies =
                    triples.about(containment).a(Vocabulary.term("Containment")).le("containedIn", uris.area(parent));
            later(row.from(), row(parent).flatMap(Row::from)).ifPresent(day -> lies.le("operativeFrom", day));
            row.until().ifPresent(day -> lies.le("operativeUntil", Literals.date(day)));
        }
        return triples.list();
    }

    /** An area cannot lie in another before both are there. */
    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.concat(one.stream(), other.stream()).max(LocalDate::compareTo);
    }

    private Optional<Row> row(GssCode code) {
        return Optional.ofNullable(areas.get(code));
    }

    private Set<GssCode> above(GssCode code) {
        Set<GssCode> above = new LinkedHashSet<>();
        List<GssCode> next = List.of(code);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(each -> row(each).stream())
                    .flatMap(row -> row.liesIn().stream())
                    .filter(above::add)
                    .toList();
        }
        above.remove(code);
        return above;
    }
}
