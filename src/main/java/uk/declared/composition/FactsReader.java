package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Entry;
import uk.declared.composition.CouncilFacts.NamedArea;
import uk.declared.composition.CouncilFacts.Winner;
import uk.declared.election.Outcome;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.store.Rows;

/** Reads what the store holds of one council, in an order that does not depend on the store. */
final class FactsReader {
    private static final Query CONTESTS = query("contests");
    private static final Query ENTRIES = query("entries");
    private static final Query AREAS = query("areas");
    private static final Query GOVERNS = query("governs");

    private final Rows rows;
    private final Uris uris;
    private final String slug;
    private final Node council;
    private final CommonFacts common;

    /** @param council the council, whose slug is the last part of its URI */
    FactsReader(Rows rows, Uris uris, Node council, CommonFacts common) {
        this.rows = rows;
        this.common = common;
        this.uris = uris;
        this.slug = Uris.lastPart(council);
        this.council = council;
    }

    /** @param area the code of the area that the council governs, where the table of councils has it */
    CouncilFacts read(Optional<String> area) {
        List<Binding> entries = rows.of(ENTRIES, Map.of("council", council));
        Optional<String> governs = area.or(() -> rows.of(GOVERNS, Map.of("council", council)).stream()
                .map(row -> Uris.lastPart(row.get("area")))
                .sorted()
                .findFirst());
        List<NamedArea> areas = areas(rows.of(AREAS, Map.of("council", council)), governs);
        List<Contest> contests = contests(rows.of(CONTESTS, Map.of("council", council)));
        contests.addAll(new WithdrawnContests(uris, slug, contests, areas).in(common.withdrawn(rows)));
        contests.sort(Comparator.comparing(Contest::day)
                .thenComparing(contest -> contest.contest().getURI()));
        return new CouncilFacts(council, governs, contests, entries(entries), areas);
    }

    /** An area that is there twice, for a contest and from the geography, is there once, as a ward. */
    private static List<NamedArea> areas(List<Binding> rows, Optional<String> governs) {
        List<NamedArea> areas = rows.stream()
                .map(row -> area(row, governs))
                .distinct()
                .sorted(Comparator.comparing((NamedArea each) -> each.area().getURI())
                        .thenComparing(NamedArea::name))
                .toList();
        Set<Node> wards =
                areas.stream().filter(NamedArea::isWard).map(NamedArea::area).collect(Collectors.toSet());
        return areas.stream()
                .filter(each -> each.isWard() || !wards.contains(each.area()))
                .toList();
    }

    /** Which parties each joint candidature is of. */
    Map<Node, Set<Node>> jointParties() {
        return common.joint(rows);
    }

    private static List<Contest> contests(List<Binding> rows) {
        Map<Node, List<Binding>> byContest = new LinkedHashMap<>();
        rows.forEach(row -> byContest
                .computeIfAbsent(row.get("contest"), missing -> new ArrayList<>())
                .add(row));
        return byContest.values().stream().map(FactsReader::contest).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Contest contest(List<Binding> rows) {
        Binding first = rows.get(0);
        Map<Node, Winner> winners = new LinkedHashMap<>();
        Set<Node> candidates = new HashSet<>();
        Set<Integer> ends = new TreeSet<>();
        for (Binding row : rows) {
            node(row, "candidacy").ifPresent(candidates::add);
            if (row.contains("name")) {
                winners.putIfAbsent(row.get("candidacy"), winner(row));
            }
            text(row, "vacancyEnds")
                    .map(LocalDate::parse)
                    .map(LocalDate::getYear)
                    .ifPresent(ends::add);
        }
        return new Contest(
                first.get("contest"),
                first.get("election"),
                first.get("area"),
                LocalDate.parse(first.get("day").getLiteralLexicalForm()),
                node(first, "type")
                        .filter(type -> Uris.lastPart(type).equals("by-election"))
                        .isEmpty(),
                number(first, "seats"),
                node(first, "cycle").map(cycle -> Uris.lastPart(cycle).equals("all-out")),
                Outcome.of(
                        node(first, "status").map(Uris::lastPart).orElse(""),
                        node(first, "contestStatus").map(Uris::lastPart).orElse(""),
                        !winners.isEmpty()),
                candidates.size(),
                winners.values().stream()
                        .sorted(Comparator.comparingInt(
                                        (Winner winner) -> -winner.votes().orElse(0))
                                .thenComparing(winner -> winner.candidacy().getURI()))
                        .toList(),
                ends);
    }

    private static Winner winner(Binding row) {
        return new Winner(
                row.get("candidacy"),
                row.get("name").getLiteralLexicalForm(),
                node(row, "party")
                        .or(() -> node(row, "standing")
                                .filter(standing -> !Uris.lastPart(standing).equals("party")))
                        .orElse(Vocabulary.code("standing", "not-stated")),
                number(row, "votes"),
                node(row, "person"));
    }

    private List<Entry> entries(List<Binding> found) {
        boolean byName = found.stream().anyMatch(row -> row.contains("partyName") && !row.contains("party"));
        PartyNames names = byName ? common.names(rows) : PartyNames.NONE;
        Map<Node, Entry> entries = new HashMap<>();
        found.forEach(row -> entries.putIfAbsent(row.get("entry"), entry(row, names)));
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::day).thenComparing(Entry::number))
                .collect(Collectors.toList());
    }

    private static Entry entry(Binding row, PartyNames names) {
        Optional<Node> affiliation = node(row, "party")
                .or(() -> node(row, "standing")
                        .filter(standing -> !Uris.lastPart(standing).equals("party")))
                .or(() -> text(row, "partyName").flatMap(names::party));
        return new Entry(
                row.get("entry"),
                LocalDate.parse(row.get("day").getLiteralLexicalForm()),
                node(row, "area"),
                text(row, "ward").orElse(""),
                text(row, "member"),
                affiliation,
                text(row, "partyName").orElse(""),
                text(row, "next")
                        .map(next -> OptionalInt.of(Integer.parseInt(next.substring(0, 4))))
                        .orElse(OptionalInt.empty()));
    }

    private static NamedArea area(Binding row, Optional<String> governs) {
        return new NamedArea(
                row.get("area"),
                row.get("name").getLiteralLexicalForm(),
                text(row, "from").map(LocalDate::parse),
                text(row, "until").map(LocalDate::parse),
                row.contains("place") && CouncilKinds.shipped().isWard(governs, Uris.lastPart(row.get("area"))));
    }

    static Query query(String name) {
        return QueryFactory.create(Shipped.text(FactsReader.class, name + ".rq"));
    }

    private static Optional<Node> node(Binding row, String name) {
        return Optional.ofNullable(row.get(name));
    }

    private static Optional<String> text(Binding row, String name) {
        return node(row, name).map(Node::getLiteralLexicalForm);
    }

    private static OptionalInt number(Binding row, String name) {
        return text(row, name)
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }
}
