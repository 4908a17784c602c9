package uk.declared.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.declared.election.BallotId;

/**
 * What somebody wants to be told of; whatever is left out means all.
 *
 * @param council the slug of the council whose contests it is
 * @param party the key of a party that it concerns, such as {@code PP63} or {@code independent}
 * @param change the kind of news, as the ticker names it, such as {@code gain} or {@code lost}
 */
public record Wanted(Optional<String> council, Optional<String> party, Optional<String> change) {
    /** Everything. */
    public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());

    /** The kinds of news that there are: of a contest, then of a council. */
    public static final List<String> CHANGES = List.of(
            "hold",
            "gain",
            "new",
            "elected",
            "corrected",
            "provisional",
            "withdrawn",
            "put-off",
            "kept",
            "gained",
            "lost",
            "still-none",
            "not-compared",
            "open");

    /** All of a council. */
    public static Wanted of(String council) {
        return new Wanted(Optional.of(council), Optional.empty(), Optional.empty());
    }

    /** Whether it is of the council that is wanted: its members and mayor. */
    boolean isOf(BallotId contest) {
        List<String> parts = List.of(contest.value().split("\\."));
        return council.isEmpty()
                || (List.of("local", "mayor").contains(parts.get(0))
                        && parts.get(1).equals(council.get()));
    }

    /** Whether it hangs on what the result changed. */
    boolean asksForNews() {
        return party.isPresent() || change.isPresent();
    }

    /** Whether news of a kind that concerns some parties is wanted. */
    boolean takes(String news, Set<String> parties) {
        return (change.isEmpty() || change.get().equals(news)) && (party.isEmpty() || parties.contains(party.get()));
    }
}
