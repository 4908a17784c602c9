package uk.declared.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.Uris;

/**
 * The figures of a census table by output area or super output area, summed to wards by a best-fit lookup:
 *
 * <ol>
 *   <li>only counts are summed: never percentages, rates, densities, averages or anything that is no whole number,
 *   <li>a ward has a sum only where every small area that is counted with it has a figure,
 *   <li>the sums are a data set of their own, by the same dimensions and categories as the table's, and each says how it
 *       was made and from how many small areas.
 * </ol>
 */
public final class WardSums {
    private static final Pattern NOT_A_COUNT = Pattern.compile(
            "%|\\b(per ?cent(age)?s?|proportion|density|median|mean|average|rate|ratio|index|score|rank|deciles?)\\b"
                    + "|\\bper (square|sq|hectare|km|head|capita|person|100|1,?000)",
            Pattern.CASE_INSENSITIVE);

    private final CensusTable table;
    private final AreaBestFit lookup;

    /** @param table of the census; {@code lookup} of geography */
    public WardSums(ReferenceRelease table, AreaBestFit lookup) {
        this.table = (CensusTable) table;
        this.lookup = lookup;
    }

    /** What a figure is of, but for the area. */
    private record What(String period, List<String> categories, String unit, String measure) {}

    /** A sum on its way: over how many small areas it goes. */
    private static final class Sum {
        private BigDecimal value = BigDecimal.ZERO;
        private int parts;

        private void add(BigDecimal figure) {
            value = value.add(figure);
            parts++;
        }
    }

    /** The name of the sums' graph and data set. */
    public static String graph(String table, String lookup, Uris uris) {
        return uris.data(ReferenceKind.CENSUS.notation() + "/" + table + "/" + lookup)
                .getURI();
    }

    /** What the sums say; nothing where the table has no figures of the lookup's small areas. */
    public List<Triple> triples(Uris uris) {
        Map<String, Integer> parts = new HashMap<>();
        lookup.wards().values().forEach(ward -> parts.merge(ward, 1, Integer::sum));
        Map<What, Map<String, Sum>> sums = new LinkedHashMap<>();
        Set<What> others = new LinkedHashSet<>();
        try (Stream<CensusTable.Figure> figures = table.figures()) {
            figures.forEach(figure -> take(figure, sums, others));
        }
        sums.keySet().removeAll(others);
        List<CensusTable.Figure> complete = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        sums.forEach((what, byWard) -> new TreeSet<>(byWard.keySet()).forEach(ward -> {
            Sum sum = byWard.getOrDefault(ward, new Sum());
            if (sum.parts == parts.getOrDefault(ward, 0)) {
                complete.add(new CensusTable.Figure(
                        ward, what.period(), what.categories(), what.unit(), what.measure(), sum.value));
                numbers.add(sum.parts);
            }
        }));
        return complete.isEmpty() ? List.of() : map(complete, numbers, uris);
    }

    private void take(CensusTable.Figure figure, Map<What, Map<String, Sum>> sums, Set<What> others) {
        String ward = lookup.wards().get(figure.area());
        if (ward == null) {
            return;
        }
        What what = new What(figure.period(), figure.categories(), figure.unit(), figure.measure());
        boolean whole = figure.value().stripTrailingZeros().scale() <= 0;
        if (!whole || figure.value().signum() < 0 || !isCount(what)) {
            others.add(what);
            return;
        }
        sums.computeIfAbsent(what, missing -> new HashMap<>())
                .computeIfAbsent(ward, missing -> new Sum())
                .add(figure.value());
    }

    private boolean isCount(What what) {
        return Stream.concat(Stream.of(what.unit(), what.measure(), table.title()), what.categories().stream())
                .noneMatch(text -> NOT_A_COUNT.matcher(text).find());
    }

    private List<Triple> map(List<CensusTable.Figure> figures, List<Integer> parts, Uris uris) {
        CensusMapper mapper = table.mapper(uris).summed(lookup.name(), uris);
        List<Triple> triples = new ArrayList<>(mapper.sumsStructure());
        for (int i = 0; i < figures.size(); i++) {
            triples.addAll(mapper.sum(figures.get(i), parts.get(i)));
        }
        return triples;
    }
}
