package uk.declared.night;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The votes of a contest by party: all candidates of a party together, independents together, a party that the source knows by
 * its name alone under that.
 *
 * @param by party, most votes first
 * @param parties what each is, by the same keys
 * @param candidates how many stood for each
 * @param <A> says what a party is, in whatever way whoever counts needs it
 */
public record Votes<A>(Map<String, Long> by, Map<String, A> parties, Map<String, Integer> candidates) {
    /** The key of those without a party. */
    public static final String INDEPENDENT = Parties.INDEPENDENT;

    /** The key of those of whom the source does not say. */
    public static final String NOT_STATED = Parties.NOT_STATED;

    /**
     * One candidate.
     *
     * @param party the key
     * @param members of a joint candidature, by their keys
     * @param votes absent where there was no poll
     */
    public record Cast<A>(String party, A affiliation, Set<String> members, Optional<Integer> votes) {}

    /**
     * Counts them.
     *
     * @param alone parties that candidates stand for by themselves in either of two contests: a joint candidature counts with
     *     the one of its parties that is among them
     */
    public static <A> Votes<A> of(List<Cast<A>> candidates, Set<String> alone) {
        Map<String, Long> by = new LinkedHashMap<>();
        Map<String, A> parties = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Cast<A> candidate : candidates) {
            List<String> stands = candidate.members().stream()
                    .filter(alone::contains)
                    .sorted()
                    .toList();
            String key = stands.size() == 1 ? stands.get(0) : candidate.party();
            candidate.votes().ifPresent(votes -> by.merge(key, (long) votes, Long::sum));
            numbers.merge(key, 1, Integer::sum);
            if (key.equals(candidate.party()) || !parties.containsKey(key)) {
                parties.put(key, candidate.affiliation());
            }
        }
        Map<String, Long> ordered = new LinkedHashMap<>();
        by.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return new Votes<>(ordered, parties, numbers);
    }

    /** The parties that somebody stands for who is no joint candidate. */
    public static <A> Set<String> alone(List<Cast<A>> candidates) {
        Set<String> alone = new HashSet<>();
        candidates.stream().filter(each -> each.members().isEmpty()).forEach(each -> alone.add(each.party()));
        return alone;
    }

    /** All votes. */
    public long all() {
        return by.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What candidates of a party stand for; it has some here. */
    public A affiliation(String party) {
        return Objects.requireNonNull(parties.get(party), party);
    }

    /** The keys of parties that the source gives a name and no identifier: another may stand for the same party. */
    public static Set<String> namesAlone(Votes<?> votes) {
        return votes.by.keySet().stream()
                .filter(key -> key.startsWith(Parties.NAMED))
                .collect(Collectors.toSet());
    }

    /** Whether votes were cast for a party. */
    public boolean has(String party) {
        return by.containsKey(party);
    }

    /** A party's share of all votes in per cent, to eight places; 0 where nobody stood for it. */
    public BigDecimal share(String party) {
        long all = all();
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100 * by.getOrDefault(party, 0L))
                        .divide(BigDecimal.valueOf(all), 8, RoundingMode.HALF_UP);
    }

    /**
     * The swing between the two parties that had most votes, from the second to the first, in points of per cent: the mean of
     * what the first gained and the second lost (D. Butler and D. Stokes, Political Change in Britain, 1969). Absent where
     * either did not stand before, or is no party, and where a third had as many as the second.
     */
    public Optional<BigDecimal> swing(Votes<?> before) {
        List<String> first = by.keySet().stream().limit(2).toList();
        List<Long> most = by.values().stream().limit(3).toList();
        boolean parties = first.size() == 2
                && (most.size() < 3 || !most.get(1).equals(most.get(2)))
                && first.stream()
                        .allMatch(each -> before.has(each) && !each.equals(INDEPENDENT) && !each.equals(NOT_STATED));
        return parties
                ? Optional.of(change(first.get(0), before)
                        .subtract(change(first.get(1), before))
                        .divide(BigDecimal.valueOf(2), 8, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** How many points of per cent a party's share is larger than before. */
    public BigDecimal change(String party, Votes<?> before) {
        return share(party).subtract(before.share(party));
    }
}
