package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Entry;
import uk.declared.composition.CouncilFacts.NamedArea;
import uk.declared.election.Outcome;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.Names;
import uk.declared.reference.OrdinaryDay;

/**
 * The time from one election of a whole council to the next, within which its wards stay what they are. A ward is known by
 * its area, or else by its name, which tells it from the other wards of its council and from no others.
 */
final class Era {
    /** One of the years of county elections, which are {@link #CYCLE} years apart. */
    private static final int COUNTY_YEAR = 1973;

    private static final int CYCLE = 4;

    /** No principal council has fewer: the Isles of Scilly and Clackmannanshire have five. */
    private static final int FEWEST_WARDS = 5;

    private final Optional<LocalDate> wholeCouncil;
    private final NavigableSet<LocalDate> ordinaryDays;
    private final List<Contest> contests;
    private final List<Entry> entries;
    private boolean complete;
    private final Map<Node, List<NamedArea>> namesOf = new HashMap<>();
    private final Map<String, Set<NamedArea>> areasOf = new HashMap<>();
    private final Map<Node, Ward> byArea = new LinkedHashMap<>();
    private final Map<String, Ward> byName = new LinkedHashMap<>();
    private final Set<Ward> wards = new LinkedHashSet<>();

    private Era(
            Optional<LocalDate> wholeCouncil,
            NavigableSet<LocalDate> ordinaryDays,
            List<Contest> contests,
            List<Entry> entries,
            List<NamedArea> areas) {
        this.wholeCouncil = wholeCouncil;
        this.ordinaryDays = ordinaryDays;
        this.contests = contests;
        this.entries = entries;
        for (NamedArea area : areas) {
            namesOf.computeIfAbsent(area.area(), missing -> new ArrayList<>()).add(area);
            areasOf.computeIfAbsent(Names.plain(area.name()), missing -> new LinkedHashSet<>())
                    .add(area);
        }
    }

    /** The eras of a council, in the order of time; the first begins with the first thing that is known. */
    static List<Era> of(CouncilFacts facts) {
        ElectionCycle cycle = new ElectionCycle(facts);
        NavigableSet<LocalDate> whole = cycle.wholeCouncilDays();
        whole.addAll(new ExpectedWards(facts).renewals(cycle.days()));
        TreeMap<LocalDate, List<Contest>> contests = facts.contests().stream()
                .collect(Collectors.groupingBy(
                        contest -> start(whole, contest.day()), TreeMap::new, Collectors.toList()));
        // A table that was made on polling day shows the council as it was before.
        TreeMap<LocalDate, List<Entry>> entries = facts.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> start(whole, entry.day().minusDays(1)), TreeMap::new, Collectors.toList()));
        Set<LocalDate> starts = new TreeSet<>(contests.keySet());
        starts.addAll(entries.keySet());
        List<Era> eras = new ArrayList<>();
        for (LocalDate from : starts) {
            Era era = new Era(
                    Optional.of(from).filter(whole::contains),
                    cycle.days(),
                    contests.getOrDefault(from, List.of()),
                    entries.getOrDefault(from, List.of()),
                    facts.areas());
            era.findWards(new ExpectedWards(facts));
            eras.add(era);
        }
        return eras;
    }

    private static LocalDate start(NavigableSet<LocalDate> whole, LocalDate day) {
        LocalDate last = whole.floor(day);
        return last == null ? LocalDate.MIN : last;
    }

    /** The day on which all wards were elected, where it began so. */
    Optional<LocalDate> wholeCouncil() {
        return wholeCouncil;
    }

    Collection<Ward> wards() {
        return wards;
    }

    /**
     * Whether these are all wards of the council: a table of its councillors or the geography says so, or all of them, and no
     * others, voted at two ordinary elections or more.
     */
    boolean isComplete() {
        return complete;
    }

    /** Whether an ordinary election of some of the council's members was held on a day. */
    boolean isForSome(LocalDate day) {
        return ordinaryDays.contains(day) && !wholeCouncil.equals(Optional.of(day));
    }

    /**
     * The ordinary days of election of which nothing is here, between two of which something is, where some of the council's
     * members are elected at a time. There is none in the years of county elections, every fourth after 1973: a council that
     * elects by thirds or halves does so in other years (Local Government Act 1972, section 7).
     *
     * @param until the day up to which they are looked for, beside those of polls that are here
     */
    NavigableSet<LocalDate> unheard(LocalDate until) {
        NavigableSet<LocalDate> polls = contests.stream()
                .map(Contest::day)
                .filter(ordinaryDays::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        NavigableSet<LocalDate> unheard = new TreeSet<>();
        if (polls.stream().noneMatch(this::isForSome)) {
            return unheard;
        }
        NavigableSet<LocalDate> known = new TreeSet<>(polls);
        entries.forEach(entry -> known.add(entry.day()));
        if (!until.equals(LocalDate.MAX)) {
            polls.add(until);
        }
        for (LocalDate poll : polls) {
            LocalDate before = known.lower(poll);
            if (before != null) {
                IntStream.rangeClosed(before.getYear(), poll.getYear())
                        .filter(year -> Math.floorMod(year - COUNTY_YEAR, CYCLE) != 0)
                        .mapToObj(OrdinaryDay::of)
                        .filter(day -> day.isAfter(before) && day.isBefore(poll))
                        .forEach(unheard::add);
            }
        }
        return unheard;
    }

    TreeMap<LocalDate, List<Contest>> contests() {
        return contests.stream().collect(Collectors.groupingBy(Contest::day, TreeMap::new, Collectors.toList()));
    }

    /** Tables of sitting councillors by day, and in them the seats by ward. */
    TreeMap<LocalDate, Map<Ward, List<Entry>>> tables() {
        TreeMap<LocalDate, Map<Ward, List<Entry>>> tables = new TreeMap<>();
        entries.forEach(entry -> tables.computeIfAbsent(entry.day(), missing -> new LinkedHashMap<>())
                .computeIfAbsent(ward(entry), missing -> new ArrayList<>())
                .add(entry));
        return tables;
    }

    Ward ward(Contest contest) {
        return ward(contest.area(), "");
    }

    private Ward ward(Entry entry) {
        Optional<Node> area = entry.area();
        if (area.isPresent()) {
            return ward(area.get(), entry.ward());
        }
        Ward known = byName.get(Names.plain(entry.ward()));
        if (known != null) {
            return known;
        }
        List<Node> named = areasOf.getOrDefault(Names.plain(entry.ward()), Set.of()).stream()
                .filter(each -> each.inForceOn(entry.day()))
                .map(NamedArea::area)
                .distinct()
                .toList();
        return named.size() == 1 ? ward(named.get(0), entry.ward()) : add(new Ward(entry.ward()));
    }

    /** @param called what a source calls the area; empty where none does */
    Ward ward(Node area, String called) {
        Ward known = byArea.get(area);
        if (known != null) {
            return known;
        }
        List<String> names = new ArrayList<>(namesOf.getOrDefault(area, List.of()).stream()
                .map(NamedArea::name)
                .toList());
        if (!called.isEmpty()) {
            names.add(called);
        }
        Ward ward = names.stream()
                .map(Names::plain)
                .filter(byName::containsKey)
                .map(byName::get)
                .findFirst()
                .orElseGet(() -> add(new Ward(names.isEmpty() ? Uris.lastPart(area) : names.get(0))));
        ward.add(area);
        byArea.put(area, ward);
        names.forEach(name -> byName.putIfAbsent(Names.plain(name), ward));
        return ward;
    }

    private Ward add(Ward ward) {
        wards.add(ward);
        byName.putIfAbsent(Names.plain(ward.name()), ward);
        return ward;
    }

    private void findWards(ExpectedWards geography) {
        contests.forEach(contest -> ward(contest).add(contest));
        tables().values().forEach(table -> table.forEach(Ward::addTable));
        complete = !entries.isEmpty();
        if (!complete) {
            Optional<Set<Node>> expected = geography.of(contests, wholeCouncil);
            complete = expected.isPresent() || votedTwice();
            expected.ifPresent(areas -> areas.forEach(area -> ward(area, "")));
        }
        boolean isHere = contests.stream().anyMatch(contest -> wholeCouncil.equals(Optional.of(contest.day())));
        if (isHere) {
            Set<Ward> elected = contests.stream()
                    .filter(contest -> contest.ordinary() && contest.up() > 0)
                    .map(this::ward)
                    .collect(Collectors.toSet());
            wards.forEach(ward -> ward.beginWhole(elected.contains(ward)));
            return;
        }
        boolean cycleKnown = isWholeCycle(contests.stream()
                .map(Contest::day)
                .filter(ordinaryDays::contains)
                .map(LocalDate::getYear)
                .collect(Collectors.toCollection(TreeSet::new)));
        wards.forEach(ward -> ward.begin(cycleKnown));
    }

    /**
     * Whether ordinary elections of these years are all of a cycle of four. Two calendar years without one stand between no two
     * of a council that elects by parts: where they do, one is not held here, and its seats would not be counted.
     */
    private static boolean isWholeCycle(NavigableSet<Integer> years) {
        return !years.isEmpty()
                && years.last() - years.first() >= 3
                && years.stream().allMatch(year -> year.equals(years.last()) || years.higher(year) - year <= 2);
    }

    /** One result of a council is none of all its wards; the same wards again and again are. */
    private boolean votedTwice() {
        return wards.size() >= FEWEST_WARDS
                && wards.stream()
                        .allMatch(ward -> contests.stream()
                                        .filter(contest -> ordinaryDays.contains(contest.day())
                                                && contest.outcome() == Outcome.FILLED
                                                && ward(contest) == ward)
                                        .map(Contest::day)
                                        .distinct()
                                        .count()
                                > 1);
    }
}
