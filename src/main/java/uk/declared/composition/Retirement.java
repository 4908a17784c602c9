package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which seats of a ward are up at an election of part of the council:
 *
 * <ol>
 *   <li>those that were up at a poll shortly before, which was put off or whose result is not here,
 *   <li>those whose year it is, where that is known,
 *   <li>else one of which it is not known when it was last filled at an ordinary election, since those elected last do not
 *       retire first; of several any may be up,
 *   <li>else that of whoever has been a councillor for the longest time without re-election (Local Government Act 1972,
 *       section 7(3)),
 *   <li>of those elected on one day that of whoever had the smallest number of votes, as the orders that set up a cycle
 *       after an election of the whole council say (for instance S.I. 2022/1179, article 4(4)); where votes are equal, or
 *       there was no poll, a lot decides, and any of them may be up.
 * </ol>
 *
 * <p>Where more seats are filled than are up by rotation the rest are casual vacancies, which may be in any other seat.
 */
final class Retirement {
    private Retirement() {}

    /** The sets of seats, by their numbers, that may be up: those up by rotation first in each. */
    static List<List<Integer>> choices(List<Seat> seats, int filled, LocalDate day) {
        int year = day.getYear();
        int due = (int) seats.stream()
                .filter(seat -> seat.awaits(day) || seat.isDue(year))
                .count();
        int regular = Math.min(filled, Math.max(1, due));
        List<List<Integer>> choices = new ArrayList<>();
        for (List<Integer> byRotation : byRotation(seats, regular, day)) {
            extend(byRotation, casual(seats, byRotation), filled - regular, choices);
        }
        return choices;
    }

    /** The sets of seats that a by-election may have filled: vacant ones, else those whose terms end when it says, else any. */
    static List<List<Integer>> vacated(List<Seat> seats, int filled, Set<Integer> vacancyEnds) {
        List<Integer> vacant = numbers(seats)
                .filter(i -> seats.get(i).occupant() instanceof Occupant.Vacant)
                .toList();
        List<Integer> told = numbers(seats)
                .filter(i -> seats.get(i).due().isPresent()
                        && vacancyEnds.contains(seats.get(i).due().getAsInt()))
                .toList();
        List<Integer> from = told.size() >= filled ? told : vacant.size() >= filled ? vacant : distinct(seats);
        List<List<Integer>> choices = new ArrayList<>();
        extend(List.of(), from, Math.min(filled, from.size()), choices);
        return choices;
    }

    private static List<List<Integer>> byRotation(List<Seat> seats, int wanted, LocalDate day) {
        List<List<Integer>> choices = new ArrayList<>();
        choices.add(List.of());
        for (int step = 0; step < wanted; step++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> chosen : choices) {
                for (int next : first(seats, chosen, wanted - step, day)) {
                    longer.add(Stream.concat(chosen.stream(), Stream.of(next)).toList());
                }
            }
            choices = longer;
        }
        return choices;
    }

    /**
     * The seat that is up before the others, or those among which a lot decides.
     *
     * @param left how many are still to be chosen: where a source says of more that it is their year, any of them may be up
     */
    private static List<Integer> first(List<Seat> seats, List<Integer> chosen, int left, LocalDate day) {
        Comparator<Integer> order = Comparator.comparingInt((Integer i) -> rank(seats.get(i), day))
                .thenComparing(i -> seats.get(i).elected().orElse(LocalDate.MIN));
        List<Integer> rest =
                numbers(seats).filter(i -> !chosen.contains(i)).sorted(order).toList();
        int best = rest.get(0);
        List<Integer> alike =
                rest.stream().filter(i -> order.compare(i, best) == 0).toList();
        List<Integer> due =
                rest.stream().filter(i -> rank(seats.get(i), day) == 0).toList();
        if (due.contains(best)
                && due.size() > left
                && due.stream().anyMatch(i -> seats.get(i).elected().isEmpty())) {
            // Whose election is not known may have been elected before or after the others.
            return distinct(seats, due);
        }
        if (rank(seats.get(best), day) <= 0 && alike.size() <= left) {
            return List.of(best);
        }
        boolean counted = alike.stream().allMatch(i -> seats.get(i).votes().isPresent());
        if (!counted) {
            return distinct(seats, alike);
        }
        int fewest = alike.stream()
                .mapToInt(i -> seats.get(i).votes().getAsInt())
                .min()
                .orElseThrow();
        return alike.stream()
                .filter(i -> seats.get(i).votes().getAsInt() == fewest)
                .toList();
    }

    private static int rank(Seat seat, LocalDate day) {
        if (seat.awaits(day)) {
            return -1;
        }
        if (seat.isDue(day.getYear())) {
            return 0;
        }
        if (seat.due().isPresent()) {
            return 3;
        }
        return seat.elected().isPresent() ? 2 : 1;
    }

    /** Seats of which nothing at all is known cannot be told apart; the first of them stands for all. */
    private static List<Integer> distinct(List<Seat> seats, List<Integer> numbers) {
        Map<Seat, Integer> first = new LinkedHashMap<>();
        List<Integer> kept = new ArrayList<>();
        for (int i : numbers) {
            if (!seats.get(i).equals(Seat.NOT_KNOWN) || first.putIfAbsent(seats.get(i), i) == null) {
                kept.add(i);
            }
        }
        return kept;
    }

    /** Where there are vacant seats a casual vacancy is in one of them. */
    private static List<Integer> casual(List<Seat> seats, List<Integer> chosen) {
        List<Integer> others =
                distinct(seats, numbers(seats).filter(i -> !chosen.contains(i)).toList());
        List<Integer> vacant = others.stream()
                .filter(i -> seats.get(i).occupant() instanceof Occupant.Vacant)
                .toList();
        return vacant.isEmpty() ? others : vacant;
    }

    private static void extend(List<Integer> chosen, List<Integer> from, int further, List<List<Integer>> choices) {
        if (further <= 0 || from.isEmpty()) {
            choices.add(chosen);
            return;
        }
        int wanted = Math.min(further, from.size());
        for (int i = 0; i <= from.size() - wanted; i++) {
            List<Integer> longer =
                    Stream.concat(chosen.stream(), Stream.of(from.get(i))).toList();
            extend(longer, from.subList(i + 1, from.size()), wanted - 1, choices);
        }
    }

    private static List<Integer> distinct(List<Seat> seats) {
        return distinct(seats, numbers(seats).toList());
    }

    private static Stream<Integer> numbers(List<Seat> seats) {
        return IntStream.range(0, seats.size()).boxed();
    }
}
