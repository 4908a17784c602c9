package uk.declared.composition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.NamedArea;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;

/**
 * Which wards a council has, as the geography says, so that a ward of which nothing is declared is missed. The geography is
 * relied on only where it knows every ward that contests of the day name by code: else it is of another time.
 */
final class ExpectedWards {
    /** A code may come into force with the new councillors rather than on polling day (Local Government Act 1972, section 7). */
    private static final int DAYS_TO_OFFICE = 4;

    private final List<NamedArea> wards;

    ExpectedWards(CouncilFacts facts) {
        this.wards = facts.areas().stream().filter(NamedArea::isWard).toList();
    }

    /**
     * The areas of all wards, or nothing where that is not known.
     *
     * @param contests of one time between elections of the whole council
     * @param wholeCouncil the polling day that began it, where one did; else the last one of it counts
     */
    Optional<Set<Node>> of(List<Contest> contests, Optional<LocalDate> wholeCouncil) {
        Optional<LocalDate> day =
                wholeCouncil.or(() -> contests.stream().map(Contest::day).max(Comparator.naturalOrder()));
        return day.flatMap(
                polling -> known(polling, contests).or(() -> known(polling.plusDays(DAYS_TO_OFFICE), contests)));
    }

    /**
     * The days on which most wards took the place of others, of which no ordinary election is here: orders that draw all wards
     * anew have all of a council elected in them.
     *
     * @param ordinary the days of ordinary elections that are here
     */
    Set<LocalDate> renewals(NavigableSet<LocalDate> ordinary) {
        Set<LocalDate> days = new TreeSet<>();
        wards.stream().flatMap(ward -> ward.from().stream()).distinct().forEach(day -> {
            List<NamedArea> inForce =
                    wards.stream().filter(ward -> ward.inForceOn(day)).toList();
            long begun = inForce.stream()
                    .filter(ward -> ward.from().equals(Optional.of(day)))
                    .count();
            boolean othersEnded = wards.stream().anyMatch(ward -> ward.until().equals(Optional.of(day.minusDays(1))));
            boolean isHere = !ordinary.subSet(day.minusDays(DAYS_TO_OFFICE), true, day.plusDays(DAYS_TO_OFFICE), true)
                    .isEmpty();
            if (begun * 2 > inForce.size() && othersEnded && !isHere) {
                days.add(day);
            }
        });
        return days;
    }

    private Optional<Set<Node>> known(LocalDate day, List<Contest> contests) {
        Set<Node> inForce = wards.stream()
                .filter(ward -> ward.inForceOn(day))
                .map(NamedArea::area)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean knowsAll = contests.stream()
                .filter(contest ->
                        !contest.day().isAfter(day) && contest.day().isAfter(day.minusDays(DAYS_TO_OFFICE + 1)))
                .map(Contest::area)
                .filter(area -> GssCode.parse(Uris.lastPart(area)).isPresent())
                .allMatch(inForce::contains);
        return knowsAll && !inForce.isEmpty() ? Optional.of(inForce) : Optional.empty();
    }
}
