package uk.declared.election;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Matches the candidacies of one contest as two sources, or two versions of one, tell of them. Sources spell names in
 * different ways; within one contest there are few candidates, so that this much is enough to tell who is who:
 *
 * <ol>
 *   <li>the same name, but for capitals, accents and marks,
 *   <li>the same words in another order,
 *   <li>the words of one name among those of the other, two words or more,
 *   <li>the same party and the same surname, or the same first initial and a surname in common, or the same forenames and a
 *       surname that begins alike.
 * </ol>
 *
 * A step matches only where it leaves no choice on either side. Votes are no evidence: they are what is compared.
 */
public final class CandidacyMatching {
    private static final int NOBODY = -1;

    /** How many letters of two surnames must be equal where nothing else tells two people apart. */
    private static final int ALIKE = 3;

    /** Honours and titles, which sources add or leave out. */
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "miss",
            "ms",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lord",
            "lady",
            "cllr",
            "councillor",
            "rev",
            "revd",
            "reverend",
            "obe",
            "mbe",
            "cbe",
            "jp");

    private CandidacyMatching() {}

    /**
     * One candidacy as far as it takes part in matching.
     *
     * @param name on the ballot paper
     * @param affiliation the party's identifier or another text that is equal for equal affiliations
     */
    public record Standing(String name, String affiliation) {}

    /**
     * Finds who is who.
     *
     * @return for each of the later candidacies the place of the earlier one that it matches, or −1
     */
    public static List<Integer> match(List<Standing> earlier, List<Standing> later) {
        Integer[] matches = new Integer[later.size()];
        Arrays.fill(matches, NOBODY);
        List<Words> before = earlier.stream().map(Words::of).toList();
        List<Words> after = later.stream().map(Words::of).toList();
        List<BiPredicate<Words, Words>> steps = List.of(
                (one, other) -> one.ordered().equals(other.ordered()),
                (one, other) -> one.set().equals(other.set()),
                Words::oneWithinTheOther,
                Words::sameSurnameAndParty,
                Words::sharedSurnameAndParty,
                Words::misspeltSurname);
        for (BiPredicate<Words, Words> same : steps) {
            matchStep(before, after, matches, same);
        }
        return List.of(matches);
    }

    private static void matchStep(
            List<Words> before, List<Words> after, Integer[] matches, BiPredicate<Words, Words> same) {
        Set<Integer> taken = new TreeSet<>(Arrays.asList(matches));
        Map<Integer, List<Integer>> claims = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            if (matches[i] == NOBODY) {
                List<Integer> possible = possible(before, after.get(i), taken, same);
                if (possible.size() == 1) {
                    claims.computeIfAbsent(possible.get(0), whose -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        claims.forEach((whose, claimants) -> {
            if (claimants.size() == 1) {
                matches[claimants.get(0)] = whose;
            }
        });
    }

    private static List<Integer> possible(
            List<Words> before, Words candidate, Set<Integer> taken, BiPredicate<Words, Words> same) {
        List<Integer> possible = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!taken.contains(i) && same.test(before.get(i), candidate)) {
                possible.add(i);
            }
        }
        return possible;
    }

    /** The words of a name without titles, capitals and accents. */
    private record Words(List<String> ordered, Set<String> set, String affiliation) {
        static Words of(Standing standing) {
            String plain = Normalizer.normalize(standing.name(), Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("['\u2019\u2018`.]", "")
                    .toLowerCase(Locale.ROOT);
            List<String> words = Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+"))
                    .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                    .toList();
            return new Words(words, new TreeSet<>(words), standing.affiliation());
        }

        boolean oneWithinTheOther(Words other) {
            int fewer = Math.min(set.size(), other.set.size());
            return fewer > 1 && (set.containsAll(other.set) || other.set.containsAll(set));
        }

        boolean sameSurnameAndParty(Words other) {
            return affiliation.equals(other.affiliation)
                    && !ordered.isEmpty()
                    && !other.ordered.isEmpty()
                    && surname().equals(other.surname());
        }

        /** Double-barrelled surnames are cut in two by some sources. */
        boolean sharedSurnameAndParty(Words other) {
            return affiliation.equals(other.affiliation)
                    && !ordered.isEmpty()
                    && !other.ordered.isEmpty()
                    && (set.contains(other.surname()) || other.set.contains(surname()))
                    && ordered.get(0).charAt(0) == other.ordered.get(0).charAt(0);
        }

        /** All else is equal, and the surname begins alike: Procter, Proctor. */
        boolean misspeltSurname(Words other) {
            int given = ordered.size() - 1;
            return affiliation.equals(other.affiliation)
                    && given > 0
                    && ordered.size() == other.ordered.size()
                    && ordered.subList(0, given).equals(other.ordered.subList(0, given))
                    && beginning(surname()).equals(beginning(other.surname()));
        }

        private static String beginning(String word) {
            return word.substring(0, Math.min(word.length(), ALIKE));
        }

        private String surname() {
            return ordered.get(ordered.size() - 1);
        }
    }
}
