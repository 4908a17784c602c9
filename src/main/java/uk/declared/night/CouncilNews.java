package uk.declared.night;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.BallotId;
import uk.declared.history.Changes;
import uk.declared.history.History;
import uk.declared.store.Store;

/**
 * When something last came that concerns a council, so that what was worked out for it holds as long as only others declare. Each
 * change of the record is looked at once, when it has been applied to the store:
 *
 * <ol>
 *   <li>what is declared or taken out of a contest for a council's councillors concerns that council,
 *   <li>what is declared of another body's contest concerns all, and so does reference data,
 *   <li>and so does a great deal at once, which nobody looks through while somebody waits.
 * </ol>
 */
public final class CouncilNews {
    private static final int LOOKED_THROUGH = 500;

    private final Store store;
    private final Optional<History> history;
    private final Map<String, Long> last = new HashMap<>();
    private long seen;

    /** Of the last that concerned all. */
    private long common;

    /** @param history of the record; absent where a frozen release or a store elsewhere is served */
    public CouncilNews(Store store, Optional<History> history) {
        this.store = store;
        this.history = history;
    }

    /**
     * A number that grows with whatever comes that concerns a council and can be seen in the store. What is read from the store afterwards is at
     * least as new.
     *
     * @param council its slug
     */
    public synchronized long of(String council) {
        long now = ofAll();
        if (history.isEmpty()) {
            return now;
        }
        if (now < seen || now - seen > LOOKED_THROUGH) {
            common = Math.max(now, common + 1);
        } else if (now > seen) {
            look(history.get(), now);
        }
        seen = now;
        return Math.max(common, last.getOrDefault(council, 0L));
    }

    /** The same for the council whose contest it is; of a contest that is none of a council's, whatever comes concerns it. */
    public long of(BallotId contest) {
        return PollReader.councilOf(contest).map(this::of).orElseGet(this::ofAll);
    }

    /** A number that grows with whatever comes. */
    public long ofAll() {
        return store.applied().sequence();
    }

    private void look(History record, long now) {
        record.changes().read(seen, now, change -> {
            if (change instanceof Changes.Declared declared) {
                note(declared.sequence(), declared.contest());
            } else if (change instanceof Changes.Redacted redacted) {
                note(redacted.sequence(), redacted.contest());
            }
            return true;
        });
        if (record.importedBetween(seen, now)) {
            common = now;
        }
    }

    private void note(long sequence, BallotId contest) {
        PollReader.councilOf(contest).ifPresentOrElse(council -> last.put(council, sequence), () -> common = sequence);
    }
}
