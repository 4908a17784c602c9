package uk.declared.composition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.declared.composition.CouncilFacts.Contest;

/**
 * On which days the whole of a council was elected:
 *
 * <ol>
 *   <li>where the source says what the cycle is, as it says,
 *   <li>where the law knows no other election: counties and London boroughs (Local Government Act 1972, section 7(1) and
 *       Schedule 2, paragraph 6), councils of Scotland, Wales and Northern Ireland,
 *   <li>else where most wards of the day filled two seats or more, since a third or a half of a ward is one,
 *   <li>else, where most filled one, only where the council's ordinary elections before and after it, as far as they are
 *       held here, are four calendar years away; a single election of one seat a ward says nothing of the rest.
 * </ol>
 */
final class ElectionCycle {
    private final Optional<String> governs;
    private final TreeMap<LocalDate, List<Contest>> ordinary;
    private final NavigableSet<LocalDate> days = new TreeSet<>();

    ElectionCycle(CouncilFacts facts) {
        this.governs = facts.governs();
        this.ordinary = facts.contests().stream()
                .filter(Contest::ordinary)
                .collect(Collectors.groupingBy(Contest::day, TreeMap::new, Collectors.toList()));
        // A poll that was put off is held some weeks after the others, and is no election of its own.
        ordinary.forEach((day, contests) -> {
            boolean putOff = ordinary.subMap(day.minusMonths(10), true, day, false).values().stream()
                    .anyMatch(before -> before.size() > contests.size());
            if (!putOff) {
                days.add(day);
            }
        });
    }

    /** The days of ordinary elections. */
    NavigableSet<LocalDate> days() {
        return days;
    }

    /** The days on which the whole council was elected. */
    NavigableSet<LocalDate> wholeCouncilDays() {
        return days.stream()
                .filter(this::isWhole)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.<LocalDate>naturalOrder())));
    }

    private boolean isWhole(LocalDate day) {
        List<Contest> contests = ordinary.getOrDefault(day, List.of());
        Optional<Boolean> said = contests.stream()
                .flatMap(contest -> contest.wholeCouncil().stream())
                .findFirst();
        if (said.isPresent()) {
            return said.get();
        }
        if (CouncilKinds.shipped().electsAsAWhole(governs)) {
            return true;
        }
        long several = contests.stream().filter(contest -> contest.up() > 1).count();
        if (several * 2 > contests.size()) {
            return true;
        }
        LocalDate before = days.lower(day);
        LocalDate after = days.higher(day);
        boolean alone = before == null && after == null;
        return !alone
                && (before == null || day.getYear() - before.getYear() >= 4)
                && (after == null || after.getYear() - day.getYear() >= 4);
    }

    /**
     * How many seats a ward must have, from contests of one time between elections of the whole council: at least as many
     * as it ever filled at once, and as many as it had ordinary elections in any four calendar years.
     */
    static int size(List<Contest> contests) {
        int most = contests.stream().mapToInt(Contest::up).max().orElse(0);
        Set<Integer> years = contests.stream()
                .filter(Contest::ordinary)
                .map(contest -> contest.day().getYear())
                .collect(Collectors.toSet());
        int rotating = years.stream()
                .mapToInt(last -> (int) years.stream()
                        .filter(year -> year > last - 4 && year <= last)
                        .count())
                .max()
                .orElse(0);
        return Math.max(1, Math.max(most, rotating));
    }
}
