package uk.declared.web.kept;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.declared.linkeddata.Uris;
import uk.declared.night.CouncilNews;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;

/**
 * How long an answer holds, once it was made:
 *
 * <ol>
 *   <li>as long as the store is in the state in which it was begun,
 *   <li>where it is about a council's contest, candidacy, declaration or election: as long as nothing came that concerns the council, for ten
 *       seconds, since something of another council, such as the name of a party that both write, may stand in it too,
 *   <li>where it is about anything else, while the store changes more than twice a second: for three seconds. Hundreds read on such
 *       a night, and the processors are wanted for what comes next.
 * </ol>
 *
 * <p>So what was declared stands in its contest's page at once, always.
 */
final class Currency {
    private static final Duration OTHERS_NEWS = Duration.ofSeconds(10);
    private static final Duration IN_HASTE = Duration.ofSeconds(3);
    private static final Duration LOOKED_BACK = Duration.ofSeconds(10);
    private static final int MANY = 20;
    private static final Pattern OF_COUNCIL = Pattern.compile(
            Uris.DOCUMENTS + "(?:contest|candidacy|declaration|election)/local\\.([a-z][a-z0-9-]*)\\..*");

    private final Store store;
    private final CouncilNews news;
    private final Clock clock;
    private final Deque<Instant> changes = new ArrayDeque<>();
    private String version = "";

    Currency(Store store, CouncilNews news, Clock clock) {
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    /**
     * When an answer was begun.
     *
     * @param version of the store
     * @param news of the council that the answer is about; absent where it is about more
     * @param inHaste whether the store changed so often by then that a moment may pass
     */
    record Moment(Instant time, String version, OptionalLong news, boolean inHaste) {
        boolean isBefore(Moment other) {
            return time.isBefore(other.time);
        }
    }

    /** This moment, for an answer at a path. What is read from the store from now on is at least as new. */
    Moment now(String path) {
        Instant time = clock.instant();
        Matcher council = OF_COUNCIL.matcher(path);
        // The news first: what comes between the two belongs to the version, and the answer is made anew once more than
        // it need be.
        OptionalLong ofCouncil = council.matches() ? newsOf(council.group(1)) : OptionalLong.empty();
        return seen(time, store.versionIfThere(), ofCouncil);
    }

    private OptionalLong newsOf(String council) {
        try {
            return OptionalLong.of(news.of(council));
        } catch (StoreUnavailableException e) {
            return OptionalLong.empty();
        }
    }

    /** While a store elsewhere does not answer, what was made last holds: nothing newer can be seen. */
    private synchronized Moment seen(Instant time, Optional<String> seen, OptionalLong ofCouncil) {
        if (seen.isPresent() && !seen.get().equals(version)) {
            version = seen.get();
            changes.addLast(time);
            if (changes.size() > MANY) {
                changes.removeFirst();
            }
        }
        boolean inHaste =
                changes.size() == MANY && changes.getFirst().plus(LOOKED_BACK).isAfter(time);
        return new Moment(time, version, ofCouncil, inHaste);
    }

    /** Whether what was begun at one moment holds at another. */
    boolean holds(Moment begun, Moment now) {
        if (begun.version().equals(now.version())) {
            return true;
        }
        if (now.news().isPresent()) {
            return begun.news().equals(now.news())
                    && begun.time().plus(OTHERS_NEWS).isAfter(now.time());
        }
        return now.inHaste() && begun.time().plus(IN_HASTE).isAfter(now.time());
    }
}
