package uk.declared.reference;

import java.util.ArrayList;
import java.util.EnumMap;
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
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * A lookup of ONS: which ward, division or parish lies in which district, county, combined authority, region and country in
 * a year:
 *
 * <ol>
 *   <li>each row says of the areas in it which lies in which, level by level,
 *   <li>an area that lies in several of one level does not nest in that level, and of that nothing is stated,
 *   <li>days are not in such a table, so containments have none; the release says the year.
 * </ol>
 */
final class AreaLookup implements ReferenceRelease {
    private static final String DCTERMS = "http://purl.org/dc/terms/";

    private final String table;
    private final String name;
    private final LookupColumns columns;
    private final Map<GssCode, Placed> areas;
    private final List<String> leftOut;

    private AreaLookup(String table, String name, LookupColumns columns, Reading reading) {
        this.table = table;
        this.name = name;
        this.columns = columns;
        this.areas = reading.areas;
        this.leftOut = reading.leftOut();
    }

    /** An area with its names by language, and what it lies directly in by level. */
    private record Placed(Map<String, String> names, Map<AreaLevel, Set<GssCode>> parents) {
        private Placed() {
            this(new TreeMap<>(), new EnumMap<>(AreaLevel.class));
        }

        /** The areas that it lies directly in, of the levels in which it nests. */
        private List<GssCode> nesting() {
            return parents.values().stream()
                    .filter(codes -> codes.size() == 1)
                    .flatMap(Set::stream)
                    .toList();
        }
    }

    static boolean recognises(ReferenceTable table) {
        return LookupColumns.of(table).isPresent();
    }

    static AreaLookup read(ReferenceTable table) throws UnreadableReferenceException {
        LookupColumns columns = LookupColumns.of(table).orElseThrow();
        Reading reading = new Reading(columns);
        table.forEach(reading::take);
        if (reading.lowest.isEmpty()) {
            throw new UnreadableReferenceException(table.part().label()
                    + " holds no area with a code such as E05015239. Fetch the lookup from ONS again.");
        }
        return new AreaLookup(table.part().table(), name(columns, reading), columns, reading);
    }

    /** By year and levels, and by the one district that it is of, or else by the nations. */
    private static String name(LookupColumns columns, Reading reading) {
        String levels =
                columns.levels().stream().map(AreaLevel::notation).distinct().collect(Collectors.joining("-"));
        Set<String> districts = reading.districts.stream().map(GssCode::value).collect(Collectors.toSet());
        String coverage = districts.size() == 1
                ? districts.iterator().next()
                : reading.lowest.stream()
                        .map(code -> code.value().substring(0, 1))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining());
        return "lookup-" + columns.year().map(year -> year + "-").orElse("") + levels + "-"
                + coverage.toLowerCase(Locale.ROOT);
    }

    /**
     * Lookups of other years are no less true. The history knows the names through time, and the register of
     * entities those of kinds.
     */
    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.GEOGRAPHY, name, areas.size(), "areas")
                .table(table)
                .leavingOut(leftOut)
                .yieldingToHistory()
                .from(Source.ONS);
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        AreaMapper mapper = new AreaMapper(uris);
        Set<String> entities =
                areas.keySet().stream().map(GssCode::entity).collect(Collectors.toCollection(TreeSet::new));
        Triples release = new Triples();
        columns.year()
                .ifPresent(year -> release.about(uris.data(kind().notation() + "/" + name))
                        .external(
                                DCTERMS + "temporal",
                                NodeFactory.createLiteralDT(String.valueOf(year), XSDDatatype.XSDgYear)));
        return Stream.of(
                        release.list().stream(),
                        AreaKinds.describe(entities).stream(),
                        areas.entrySet().stream()
                                .flatMap(area -> map(area.getKey(), area.getValue(), mapper, uris).stream()))
                .flatMap(each -> each);
    }

    private List<Triple> map(GssCode code, Placed placed, AreaMapper mapper, Uris uris) {
        Triples triples = new Triples();
        Triples.Describing area = mapper.identify(code, triples);
        AreaLinks.describe(code, columns.year().isPresent(), area);
        placed.names().forEach((language, name) -> area.label(NodeFactory.createLiteralLang(name, language)));
        above(code).forEach(parent -> area.le("within", uris.area(parent)));
        for (GssCode parent : placed.nesting()) {
            Node containment = Uris.partOf(uris.area(code), "containment/" + parent);
            area.le("containment", containment);
            triples.about(containment).a(Vocabulary.term("Containment")).le("containedIn", uris.area(parent));
        }
        return triples.list();
    }

    /** Every area above, through the levels in which each nests. */
    private Set<GssCode> above(GssCode code) {
        Set<GssCode> above = new LinkedHashSet<>();
        List<GssCode> next = new ArrayList<>(List.of(code));
        while (!next.isEmpty()) {
            List<GssCode> parents = next.stream()
                    .flatMap(each -> Optional.ofNullable(areas.get(each)).stream())
                    .flatMap(placed -> placed.nesting().stream())
                    .filter(parent -> !parent.equals(code))
                    .toList();
            next = parents.stream().filter(above::add).toList();
        }
        return above;
    }

    /** Gathers the areas of all rows. */
    private static final class Reading {
        private final LookupColumns columns;
        private final Map<GssCode, Placed> areas = new TreeMap<>();
        private final Set<GssCode> lowest = new TreeSet<>();
        private final Set<GssCode> districts = new TreeSet<>();
        private int withoutCode;

        private Reading(LookupColumns columns) {
            this.columns = columns;
        }

        private void take(ReferenceTable.Row row) throws UnreadableReferenceException {
            Map<AreaLevel, GssCode> codes = new EnumMap<>(AreaLevel.class);
            for (AreaLevel level : columns.levels()) {
                Optional<GssCode> code = GssCode.parse(row.text(columns.code(level)));
                code.ifPresent(found -> codes.put(level, found));
                if (code.isPresent()) {
                    describe(code.get(), columns.names(level), row);
                }
            }
            AreaLevel first = columns.levels().get(0);
            if (!codes.containsKey(first)) {
                withoutCode++;
                return;
            }
            lowest.add(codes.get(first));
            Optional.ofNullable(codes.get(AreaLevel.DISTRICT)).ifPresent(districts::add);
            Optional<GssCode> successor = successor(row, codes);
            for (Map.Entry<AreaLevel, GssCode> each : codes.entrySet()) {
                boolean ended = each.getKey() == AreaLevel.DISTRICT && successor.isPresent();
                place(ended ? successor.get() : each.getValue(), each.getKey(), codes);
            }
        }

        /** Where a table names the district that took an ended one's place, what is above is said of that one alone. */
        private Optional<GssCode> successor(ReferenceTable.Row row, Map<AreaLevel, GssCode> codes)
                throws UnreadableReferenceException {
            Optional<GssCode> active = GssCode.parse(row.text(LookupColumns.ACTIVE_DISTRICT))
                    .filter(code -> !code.equals(codes.get(AreaLevel.DISTRICT)))
                    .filter(code -> codes.containsKey(AreaLevel.DISTRICT));
            if (active.isPresent()) {
                describe(active.get(), Map.of("en", LookupColumns.ACTIVE_DISTRICT_NAME), row);
            }
            return active;
        }

        private void describe(GssCode code, Map<String, String> names, ReferenceTable.Row row)
                throws UnreadableReferenceException {
            Placed placed = areas.computeIfAbsent(code, missing -> new Placed());
            for (Map.Entry<String, String> name : names.entrySet()) {
                String text = row.name(name.getValue());
                if (!text.isEmpty()) {
                    placed.names().putIfAbsent(name.getKey(), text);
                }
            }
        }

        private void place(GssCode code, AreaLevel level, Map<AreaLevel, GssCode> codes) {
            Placed placed = areas.computeIfAbsent(code, missing -> new Placed());
            for (List<AreaLevel> choice : level.above()) {
                choice.stream()
                        .filter(above ->
                                codes.containsKey(above) && !codes.get(above).equals(code))
                        .findFirst()
                        .ifPresent(above -> placed.parents()
                                .computeIfAbsent(above, missing -> new TreeSet<>())
                                .add(codes.get(above)));
            }
        }

        private List<String> leftOut() {
            List<String> notes = new ArrayList<>();
            if (withoutCode > 0) {
                notes.add(String.format(Locale.UK, "%,d rows without the code of an area.", withoutCode));
            }
            long several = areas.values().stream()
                    .filter(placed -> placed.parents().values().stream().anyMatch(codes -> codes.size() > 1))
                    .count();
            if (several > 0) {
                notes.add(String.format(
                        Locale.UK,
                        "the places of %,d areas that lie in several areas of one level, and so in none of them.",
                        several));
            }
            return notes;
        }
    }
}
