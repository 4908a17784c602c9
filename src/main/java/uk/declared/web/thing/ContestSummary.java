package uk.declared.web.thing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.declared.web.page.LocalPaths;
import uk.declared.web.page.Wording;

/** Says in a sentence how a contest ended. */
final class ContestSummary {
    /** The order of results: most votes first, then those elected, then by name. */
    static final Comparator<Facts> ORDER = Comparator.comparing(
                    (Facts candidacy) -> candidacy.integer("votes").orElse(-1))
            .reversed()
            .thenComparing(candidacy -> !candidacy.bool("elected").orElse(false))
            .thenComparing(Facts::label);

    private final Wording wording;
    private final LocalPaths paths;

    ContestSummary(Wording wording, LocalPaths paths) {
        this.wording = wording;
        this.paths = paths;
    }

    /** The sentence. */
    String of(Facts contest) {
        List<Facts> candidacies =
                contest.parts("candidacy").stream().sorted(ORDER).toList();
        List<Facts> elected =
                candidacies.stream().filter(ContestSummary::isElected).toList();
        boolean polled = candidacies.stream()
                .anyMatch(candidacy -> candidacy.integer("votes").isPresent());
        if (elected.isEmpty()) {
            return wording.text(polled ? "summary.not-stated" : "summary.nominated", candidacies.size());
        }
        if (!polled) {
            String key = elected.size() == candidacies.size() ? "summary.unopposed" : "summary.without-votes";
            return wording.text(key, elected.size(), names(elected));
        }
        String sentence = elected.size() == 1
                ? one(elected.get(0), candidacies, contest)
                : wording.text("summary.several", elected.size(), names(elected));
        return Ballot.of(contest)
                .notGiven()
                .map(key -> sentence + " " + wording.text(key))
                .orElse(sentence);
    }

    /**
     * How many votes the winner of one seat has more than the next candidate; absent where several seats were filled, and
     * where votes are first preferences, of which nobody has a majority in that sense.
     */
    static Optional<Integer> majority(Facts contest) {
        if (Ballot.of(contest).isPreferential()) {
            return Optional.empty();
        }
        List<Integer> votes = contest.parts("candidacy").stream()
                .sorted(ORDER)
                .flatMap(candidacy -> candidacy.integer("votes").stream())
                .toList();
        boolean oneSeat = contest.integer("seats")
                .or(() -> contest.integer("seatsFilled"))
                .filter(seats -> seats == 1)
                .isPresent();
        boolean complete = votes.size() == contest.all("candidacy").size() && votes.size() > 1;
        return oneSeat && complete ? Optional.of(votes.get(0) - votes.get(1)) : Optional.empty();
    }

    private String one(Facts elected, List<Facts> candidacies, Facts contest) {
        Optional<Integer> majority = majority(contest);
        Optional<Integer> votes = elected.integer("votes");
        if (votes.isEmpty() || majority.isEmpty()) {
            return wording.text("summary.one", name(elected));
        }
        String next = name(candidacies.get(1));
        return majority.get() == 0
                ? wording.text("summary.tie", name(elected), next, wording.number(votes.get()))
                : wording.text("summary.majority", name(elected), votes.get(), majority.get(), next);
    }

    private String names(List<Facts> candidacies) {
        return wording.list(candidacies.stream().map(this::name).toList());
    }

    private String name(Facts candidacy) {
        return wording.text(
                "summary.name",
                candidacy.label(),
                Affiliation.of(candidacy, paths, wording).label());
    }

    private static boolean isElected(Facts candidacy) {
        return candidacy.bool("elected").orElse(false);
    }
}
