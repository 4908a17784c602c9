package uk.declared.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * How much of the people of one ward live in another, for wards of different times:
 *
 * <ol>
 *   <li>two best-fit lookups of the same small areas, to the wards before and to those after, say which small areas two
 *       wards have in common,
 *   <li>a table of the census says how many people live in each small area: these are the weights,
 *   <li>a ward in which a small area has no such figure has no share, and what is below half a per cent of both wards is
 *       left out.
 * </ol>
 */
public final class PopulationOverlaps {
    private static final Pattern EVERYBODY = Pattern.compile("(?i).*\\ball (usual )?(residents|persons|people)\\b.*");
    private static final Pattern TOTAL = Pattern.compile("(?i)total");
    private static final Pattern OF_PEOPLE = Pattern.compile("(?i)\\b(persons?|people|residents?|population)\\b");
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final BigDecimal LEAST = new BigDecimal("0.5");

    private final List<AreaBestFit> lookups;
    private final Map<String, BigDecimal> people = new HashMap<>();
    private final Optional<CensusTable> weights;

    /**
     * @param lookups of the same small areas
     * @param tables of the census; the first by its name that counts everybody in one of the small areas gives the weights
     */
    public PopulationOverlaps(List<AreaBestFit> lookups, List<? extends ReferenceRelease> tables) {
        this.lookups =
                lookups.stream().sorted(Comparator.comparing(AreaBestFit::name)).toList();
        this.weights = tables.stream()
                .map(CensusTable.class::cast)
                .sorted(Comparator.comparing(CensusTable::name))
                .filter(this::count)
                .findFirst();
    }

    /** The graph that they are stated in. */
    public static String graph(AreaBestFit lookup, Uris uris) {
        return uris.data("overlaps/" + lookup.smallAreas()).getURI();
    }

    /** Whether two lookups are of the same small areas. */
    public static boolean alike(AreaBestFit one, AreaBestFit other) {
        return one.smallAreas().equals(other.smallAreas());
    }

    /** The table that gives the weights, where there is one. */
    public Optional<ReferenceRelease> weights() {
        return weights.map(table -> table);
    }

    private boolean count(CensusTable table) {
        people.clear();
        try (Stream<CensusTable.Figure> figures = table.figures()) {
            figures.filter(figure -> isEverybody(figure, table))
                    .filter(figure ->
                            lookups.stream().anyMatch(lookup -> lookup.wards().containsKey(figure.area())))
                    .forEach(figure -> people.put(figure.area(), figure.value()));
        }
        return !people.isEmpty();
    }

    private static boolean isEverybody(CensusTable.Figure figure, CensusTable table) {
        boolean named = figure.categories().stream()
                .allMatch(category -> EVERYBODY.matcher(category).matches());
        boolean total = figure.categories().stream()
                        .allMatch(category -> TOTAL.matcher(category).matches())
                && (OF_PEOPLE.matcher(figure.unit()).find()
                        || OF_PEOPLE.matcher(table.title().replace('-', ' ')).find());
        return named || total;
    }

    /** The shares; nothing where there are not two lookups and a table. */
    public List<Triple> triples(Uris uris) {
        Triples triples = new Triples();
        for (int i = 0; i < lookups.size(); i++) {
            for (int j = i + 1; j < lookups.size() && weights.isPresent(); j++) {
                compare(lookups.get(i), lookups.get(j), uris, triples);
            }
        }
        return triples.list().isEmpty() ? List.of() : described(triples, uris);
    }

    private List<Triple> described(Triples triples, Uris uris) {
        Triples.Describing graph = triples.about(NodeFactory.createURI(graph(lookups.get(0), uris)))
                .le("method", Vocabulary.code("method", "population-share"));
        Stream.concat(
                        lookups.stream().map(lookup -> ReferenceKind.GEOGRAPHY.notation() + "/" + lookup.name()),
                        weights.stream().map(table -> ReferenceKind.CENSUS.notation() + "/" + table.name()))
                .forEach(name -> graph.external(PROV + "wasDerivedFrom", uris.data(name)));
        return triples.list();
    }

    private void compare(AreaBestFit before, AreaBestFit after, Uris uris, Triples triples) {
        Map<String, BigDecimal> ofBefore = totals(before);
        Map<String, BigDecimal> ofAfter = totals(after);
        Map<List<String>, BigDecimal> common = new TreeMap<>(
                Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1)));
        before.wards().forEach((small, one) -> {
            String other = after.wards().get(small);
            BigDecimal living = people.get(small);
            if (other != null && living != null) {
                common.merge(List.of(one, other), living, BigDecimal::add);
            }
        });
        common.forEach((pair, living) -> {
            String one = pair.get(0);
            String other = pair.get(1);
            boolean sideBySide = ofAfter.containsKey(one) || ofBefore.containsKey(other);
            if (!sideBySide) {
                Optional<BigDecimal> share = share(living, ofBefore.getOrDefault(one, BigDecimal.ZERO));
                Optional<BigDecimal> back = share(living, ofAfter.getOrDefault(other, BigDecimal.ZERO));
                if (Stream.concat(share.stream(), back.stream()).anyMatch(each -> each.compareTo(LEAST) >= 0)) {
                    share.ifPresent(value -> state(one, other, value, uris, triples));
                    back.ifPresent(value -> state(other, one, value, uris, triples));
                }
            }
        });
    }

    /** The people of each ward; of a ward in which a small area has no figure, nothing that can be divided by: -1. */
    private Map<String, BigDecimal> totals(AreaBestFit lookup) {
        Map<String, BigDecimal> totals = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        lookup.wards().forEach((small, ward) -> {
            BigDecimal living = people.get(small);
            if (living == null) {
                unknown.add(ward);
            } else {
                totals.merge(ward, living, BigDecimal::add);
            }
        });
        unknown.forEach(ward -> totals.put(ward, BigDecimal.ONE.negate()));
        return totals;
    }

    private static Optional<BigDecimal> share(BigDecimal living, BigDecimal all) {
        return all.signum() <= 0
                ? Optional.empty()
                : Optional.of(living.movePointRight(2).divide(all, 2, RoundingMode.HALF_UP));
    }

    private static void state(String of, String with, BigDecimal share, Uris uris, Triples triples) {
        Node area = uris.area(new GssCode(of));
        Node overlap = Uris.partOf(area, "overlap/" + with);
        triples.about(area).le("overlap", overlap);
        triples.about(overlap)
                .a(Vocabulary.term("Overlap"))
                .le("overlapWith", uris.area(new GssCode(with)))
                .le("overlapPopulationShare", Literals.decimal(share));
    }
}
