package uk.declared.count;

import java.util.HashSet;
import java.util.List;

/**
 * The ballot papers of one contest by their order of preference.
 *
 * @param seats how many members are to be elected, 1 or more
 * @param candidates how many candidates there are
 * @param papers the valid papers, those with the same preferences together or apart
 */
public record Profile(int seats, int candidates, List<Papers> papers) {
    /** The most papers that can be counted without a figure growing beyond what it is kept in. */
    public static final int MOST_PAPERS = 10_000_000;

    /**
     * Papers with the same preferences.
     *
     * @param number how many there are
     * @param preferences candidates counted from 0, the first preference first, each at most once
     */
    public record Papers(int number, List<Integer> preferences) {
        public Papers {
            preferences = List.copyOf(preferences);
        }
    }

    /** @throws IllegalArgumentException where the papers cannot be those of such a contest */
    public Profile {
        papers = List.copyOf(papers);
        if (seats < 1 || candidates < 1) {
            throw new IllegalArgumentException("There is nothing to count without seats and candidates");
        }
        long total = 0;
        for (Papers group : papers) {
            total += group.number();
            boolean known =
                    group.preferences().stream().allMatch(candidate -> candidate >= 0 && candidate < candidates);
            boolean once = new HashSet<>(group.preferences()).size()
                    == group.preferences().size();
            if (group.number() < 1 || group.preferences().isEmpty() || !known || !once) {
                throw new IllegalArgumentException("These are no valid papers: " + group);
            }
        }
        if (total > MOST_PAPERS) {
            throw new IllegalArgumentException("There are more than " + MOST_PAPERS + " papers");
        }
    }

    /** How many valid papers there are. */
    public int valid() {
        return papers.stream().mapToInt(Papers::number).sum();
    }
}
