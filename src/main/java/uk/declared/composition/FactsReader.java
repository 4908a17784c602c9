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
import java.util.TreeMap;
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
    private static final Query CYCLES = query("cycles");
    private static final Query AREA_OF = query("area-of");
    private static final Comparator<Node> BY_URI = Comparator.comparing(Node::getURI);
    private static final Query ENTRIES = query("entries");
    private static final Query AREAS = query("areas");
    private static final Query GOVERNS = query("governs");

    private final Rows rows;
    private final Uris uris;
    private final String slug;
    private final Node council;
    private final FactsCache cache;

    /** @param council the council, whose slug is the last part of its URI */
    FactsReader(Rows rows, Uris uris, Node council, FactsCache cache) {
        this.rows = rows;
        this.cache = cache;
        this.uris = uris;
        this.slug = Uris.lastPart(council);
        this.council = council;
    }

    /** @param area the code of the area that the council governs, where the table of councils has it */
    CouncilFacts read(Optional<String> area) {
        Optional<String> governs = area.or(() -> rows.of(GOVERNS, ofCouncil()).stream()
                .map(row -> Uris.lastPart(row.get("area")))
                .sorted()
                .findFirst());
        ReadFacts read = cache.of(slug)
                .filter(kept -> kept.facts().governs().equals(governs))
                .map(this::readChanged)
                .orElseGet(() -> readAll(governs));
        cache.keep(slug, read);
        List<NamedArea> areas =
                read.areas().values().stream().flatMap(List::stream).toList();
        return new CouncilFacts(council, governs, contests(read, areas), read.entries(), areas);
    }

    private ReadFacts readAll(Optional<String> governs) {
        List<Binding> entries = rows.of(ENTRIES, ofCouncil());
        PartyNames names = entries.stream().anyMatch(row -> row.contains("partyName") && !row.contains("party"))
                ? cache.common().names(rows)
                : null;
        return new ReadFacts(
                governs,
                contests(rows.of(CONTESTS, ofCouncil())),
                areas(rows.of(AREAS, ofCouncil()), governs),
                entries(entries, names == null ? PartyNames.NONE : names),
                names);
    }

    private ReadFacts readChanged(FactsCache.Kept kept) {
        ReadFacts before = kept.facts();
        if (before.names() != null && before.names() != cache.common().names(rows)) {
            return readAll(before.governs());
        }
        if (kept.isAsItWas()) {
            return before;
        }
        Map<Node, Contest> contests = new HashMap<>(before.contests());
        Set<Node> touched = new HashSet<>(kept.areas());
        for (Node changed : kept.contests()) {
            Optional.ofNullable(contests.remove(changed)).map(Contest::area).ifPresent(touched::add);
            contests.putAll(contests(rows.of(CONTESTS, Map.of("council", council, "contest", changed))));
            rows.of(AREA_OF, Map.of("contest", changed)).forEach(row -> touched.add(row.get("area")));
        }
        Map<Node, List<NamedArea>> areas = new TreeMap<>(BY_URI);
        areas.putAll(before.areas());
        for (Node area : touched) {
            areas.remove(area);
            areas.putAll(areas(rows.of(AREAS, Map.of("council", council, "area", area)), before.governs()));
        }
        return new ReadFacts(before.governs(), contests, areas, before.entries(), before.names());
    }

    private Map<String, Node> ofCouncil() {
        return Map.of("council", council);
    }

    private List<Contest> contests(ReadFacts read, List<NamedArea> areas) {
        Map<Node, Boolean> cycles = new HashMap<>();
        rows.of(CYCLES, ofCouncil())
                .forEach(row -> cycles.putIfAbsent(
                        row.get("election"), Uris.lastPart(row.get("cycle")).equals("all-out")));
        List<Contest> contests = new ArrayList<>();
        read.contests()
                .values()
                .forEach(contest -> contests.add(contest.of(Optional.ofNullable(cycles.get(contest.election())))));
        contests.addAll(new WithdrawnContests(uris, slug, contests, areas)
                .in(cache.common().withdrawn(rows)));
        contests.sort(Comparator.comparing(Contest::day)
                .thenComparing(contest -> contest.contest().getURI()));
        return contests;
    }

    /** An area that is there twice, for a contest and from the geography, is there once, as a ward. */
    private static Map<Node, List<NamedArea>> areas(List<Binding> rows, Optional<String> governs) {
        Map<Node, List<NamedArea>> areas = rows.stream()
                .map(row -> area(row, governs))
                .distinct()
                .sorted(Comparator.comparing(NamedArea::name))
                .collect(Collectors.groupingBy(NamedArea::area, () -> new TreeMap<>(BY_URI), Collectors.toList()));
        areas.replaceAll((area, named) -> named.stream().anyMatch(NamedArea::isWard)
                ? named.stream().filter(NamedArea::isWard).toList()
                : named);
        return areas;
    }

    /** Which parties each joint candidature is of. */
    Map<Node, Set<Node>> jointParties() {
        return cache.common().joint(rows);
    }

    private static Map<Node, Contest> contests(List<Binding> rows) {
        Map<Node, List<Binding>> byContest = new LinkedHashMap<>();
        rows.forEach(row -> byContest
                .computeIfAbsent(row.get("contest"), missing -> new ArrayList<>())
                .add(row));
        Map<Node, Contest> contests = new HashMap<>();
        byContest.forEach((contest, its) -> contests.put(contest, contest(its)));
        return contests;
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
                Optional.empty(),
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

    private static List<Entry> entries(List<Binding> found, PartyNames names) {
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
