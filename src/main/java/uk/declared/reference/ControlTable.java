package uk.declared.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.SharedDescriptions;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;

/**
 * Who controls many councils in one year or several, as a table states it: a row for each council and year, the seats of the
 * parties, and the control in words, as Open Council Data's history has it. It is kept apart from what is worked out from results:
 * it names a year and no day.
 */
final class ControlTable implements ReferenceRelease {
    private static final Set<String> CONTROL = Set.of("majority", "control", "politicalcontrol", "overallcontrol");
    private static final Set<String> COUNCIL =
            Set.of("authority", "council", "councilname", "authorityname", "localauthority", "localauthorityname");
    private static final int FEWEST_PARTIES = 2;

    /**
     * A row.
     *
     * @param seats by the headings of their columns; empty where they do not make up the total
     */
    private record Stated(Council council, int year, Map<String, Integer> seats, int total, String words) {}

    private final String table;
    private final List<Stated> rows;
    private final List<String> leftOut;

    private ControlTable(String table, List<Stated> rows, List<String> leftOut) {
        this.table = table;
        this.rows = List.copyOf(rows);
        this.leftOut = List.copyOf(leftOut);
    }

    static boolean recognises(ReferenceTable table) {
        return table.firstOf(CONTROL).isPresent()
                && table.firstOf(COUNCIL).isPresent()
                && table.has("year")
                && table.headings().stream().filter(ControlWords::isAffiliation).count() >= FEWEST_PARTIES;
    }

    static ControlTable read(ReferenceTable table) throws UnreadableReferenceException {
        String council = table.firstOf(COUNCIL).orElseThrow();
        String control = table.firstOf(CONTROL).orElseThrow();
        List<String> parties =
                table.headings().stream().filter(ControlWords::isAffiliation).toList();
        List<Stated> rows = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        int[] unequal = {0};
        table.forEach(row -> {
            int year = number(row, "year")
                    .filter(value -> value > 1900 && value < 2200)
                    .orElseThrow(() -> row.refusal("the year is missing. Write it as 2024."));
            LocalDate day = OrdinaryDay.of(year).plusDays(4);
            String name = row.given(council).orElse("");
            Optional<Council> found = Councils.shipped().byName(name, day);
            if (found.isEmpty()) {
                unknown.add(name);
                return;
            }
            Map<String, Integer> seats = new LinkedHashMap<>();
            for (String party : parties) {
                number(row, party).filter(held -> held > 0).ifPresent(held -> seats.put(party, held));
            }
            int sum = seats.values().stream().mapToInt(Integer::intValue).sum();
            int total = number(row, "total").orElse(sum);
            if (sum != total) {
                unequal[0]++;
                seats.clear();
            }
            rows.add(new Stated(
                    found.get(), year, seats, total, row.given(control).orElse("")));
        });
        if (rows.isEmpty()) {
            throw new UnreadableReferenceException(table.part().label()
                    + " has no row of a council that is known. Write the councils' names in full.");
        }
        List<String> leftOut = new ArrayList<>();
        if (!unknown.isEmpty()) {
            leftOut.add("The rows of councils that are not known: "
                    + unknown.stream().limit(10).collect(Collectors.joining(", ")) + ".");
        }
        if (unequal[0] > 0) {
            leftOut.add(String.format(
                    Locale.UK,
                    "The seats of %,d rows, in which those of the parties do not make up the total.",
                    unequal[0]));
        }
        return new ControlTable(table.part().table(), rows, leftOut);
    }

    private static Optional<Integer> number(ReferenceTable.Row row, String column) {
        return row.given(column).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf);
    }

    /** A table does not say whose it is, or under what licence. */
    @Override
    public Facts facts() {
        return Facts.of(ReferenceKind.COMPOSITION, name(), rows.size(), "statements of control")
                .table(table)
                .leavingOut(leftOut)
                .namingNothing();
    }

    @Override
    public String name() {
        TreeSet<Integer> years = rows.stream().map(Stated::year).collect(Collectors.toCollection(TreeSet::new));
        return "control-" + years.first() + "-" + years.last();
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return rows.stream().flatMap(row -> triples(row, uris).stream());
    }

    private static List<Triple> triples(Stated row, Uris uris) {
        Triples triples = new Triples();
        Node control = Uris.partOf(uris.body(row.council.body()), "control/" + row.year);
        Triples.Describing about = triples.about(control)
                .a(Vocabulary.term("PoliticalControl"))
                .le("controlOf", uris.body(row.council.body()))
                .le("controlYear", NodeFactory.createLiteralDT(Integer.toString(row.year), XSDDatatype.XSDgYear))
                .leText("controlAsGiven", Optional.of(row.words).filter(words -> !words.isBlank()));
        ControlWords.Control said = ControlWords.read(row.words);
        said.state()
                .or(() -> majority(row, said, uris))
                .ifPresent(state -> about.le("controlState", Vocabulary.code("political-control", state)));
        said.controllers().stream()
                .flatMap(word -> ControlWords.affiliation(word, row.council.nation(), uris).stream())
                .distinct()
                .forEach(controller -> about.le("controlledBy", controller));
        Map<Node, Integer> held = held(row, uris);
        held.forEach((affiliation, seats) -> {
            String uri = affiliation.getURI();
            Node strength = Uris.partOf(control, Uris.lastPart(uri));
            about.le("partyStrength", strength);
            triples.about(strength)
                    .a(Vocabulary.term("PartyStrength"))
                    .le("affiliation", affiliation)
                    .le("seatsHeld", Literals.integer(seats));
        });
        return triples.list();
    }

    private static Map<Node, Integer> held(Stated row, Uris uris) {
        Map<Node, Integer> held = new LinkedHashMap<>();
        row.seats.forEach((word, seats) -> ControlWords.affiliation(word, row.council.nation(), uris)
                .ifPresent(affiliation -> held.merge(affiliation, seats, Integer::sum)));
        return held;
    }

    /** One party named alone has a majority where its seats are more than half of all; of others nothing is said. */
    private static Optional<String> majority(Stated row, ControlWords.Control said, Uris uris) {
        return said.controllers().stream()
                .flatMap(word -> ControlWords.affiliation(word, row.council.nation(), uris).stream())
                .map(controller -> held(row, uris).getOrDefault(controller, 0))
                .filter(seats -> seats * 2 > row.total)
                .findFirst()
                .map(seats -> "majority");
    }

    /** A council may be known from here alone. */
    @Override
    public Map<String, List<Triple>> shared(Uris uris) {
        SharedDescriptions descriptions = new SharedDescriptions(uris);
        return Map.of(
                "councils",
                rows.stream()
                        .map(Stated::council)
                        .distinct()
                        .flatMap(council -> descriptions.describeBody(council.body()).stream())
                        .distinct()
                        .toList());
    }
}
