package uk.declared.night;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which affiliations are counted as one. A joint candidature is counted with the one of its parties that candidates stand
 * for by itself on the day (of Labour and the Co-operative Party, with Labour); where none or several do, by itself.
 */
public final class Parties {
    /** The key of those who stand for no party. */
    public static final String INDEPENDENT = "independent";

    /** The key of those of whom no source says for whom they stand. */
    public static final String NOT_STATED = "not-stated";

    /** How the keys of parties begin that have a name and no identifier. */
    public static final String NAMED = "name-";

    private static final Pattern JOINT = Pattern.compile("joint-party-(\\d+(?:-\\d+)+)");

    private final Set<String> alone = new TreeSet<>();
    private final Set<String> joint = new TreeSet<>();
    private final Map<String, String> names = new HashMap<>();

    /** Notes for whom people stand. */
    synchronized void note(Collection<Stand> stands) {
        for (Stand stand : stands) {
            (JOINT.matcher(stand.party()).matches() ? joint : alone).add(stand.party());
            if (!stand.partyName().isEmpty()) {
                names.putIfAbsent(stand.party(), stand.partyName());
            }
        }
    }

    /** The key that an affiliation is counted under. */
    public synchronized String counted(String party) {
        Matcher joint = JOINT.matcher(party);
        if (!joint.matches()) {
            return party;
        }
        List<String> present = List.of(joint.group(1).split("-")).stream()
                .map(number -> "PP" + number)
                .filter(alone::contains)
                .toList();
        return present.size() == 1 ? present.get(0) : party;
    }

    /** The keys of the parties of a joint candidature; of what is none, nothing. */
    static Set<String> members(String party) {
        Matcher joint = JOINT.matcher(party);
        return joint.matches()
                ? List.of(joint.group(1).split("-")).stream()
                        .map(number -> "PP" + number)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Counts by the keys that affiliations are counted under. */
    Map<String, Integer> counted(Map<String, Integer> byParty) {
        Map<String, Integer> counted = new HashMap<>();
        byParty.forEach((party, number) -> counted.merge(counted(party), number, Integer::sum));
        return counted;
    }

    /**
     * Whether two keys may be one party: one has a name alone, or is of parties together of which the other is one, and nobody
     * stands under the other on the day. A source that gives an identifier or a name to a party gives the same to all who stand for it.
     */
    synchronized boolean mayBeOne(String one, String other) {
        return !one.equals(other) && (isVague(one, other) || isVague(other, one));
    }

    private boolean isVague(String named, String other) {
        Matcher together = JOINT.matcher(named);
        if (together.matches()) {
            return !alone.contains(other)
                    && List.of(together.group(1).split("-")).stream().anyMatch(number -> other.equals("PP" + number));
        }
        return named.startsWith(NAMED) && !alone.contains(other) && (other.startsWith(NAMED) || other.startsWith("PP"));
    }

    /** How many seats under other keys may be each party's too. */
    Map<String, Integer> perhaps(Map<String, Integer> seats) {
        Map<String, Integer> perhaps = new HashMap<>();
        seats.keySet().forEach(party -> {
            int others = seats.entrySet().stream()
                    .filter(each -> mayBeOne(party, each.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (others > 0) {
                perhaps.put(party, others);
            }
        });
        return perhaps;
    }

    /** What sources call a party; its key where they do not. */
    public synchronized String name(String party) {
        return names.getOrDefault(party, party);
    }

    /** A state that changes whenever affiliations may be counted otherwise. */
    synchronized int state() {
        return joint.stream().map(this::counted).toList().hashCode();
    }
}
