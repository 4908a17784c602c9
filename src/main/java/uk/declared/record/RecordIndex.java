package uk.declared.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.declared.election.BallotId;
import uk.declared.election.ContestIdentity;

/** What the record last said of every contest, held in memory. */
final class RecordIndex {
    private final Map<BallotId, Latest> latest = new HashMap<>();
    private final Map<String, BallotId> contests = new HashMap<>();

    /** What the index keeps of a declaration. */
    record Item(BallotId contest, String identity, Latest latest) {
        static Item of(DeclarationEntry entry) {
            Latest latest = new Latest(entry.version(), entry.resultHash(), entry.status(), entry.source());
            return new Item(entry.contest(), entry.identity(), latest);
        }
    }

    void add(Item item) {
        latest.put(item.contest(), item.latest());
        contests.put(item.identity(), item.contest());
    }

    Optional<Latest> latest(BallotId contest) {
        return Optional.ofNullable(latest.get(contest));
    }

    Optional<BallotId> contestOf(ContestIdentity identity) {
        return Optional.ofNullable(contests.get(identity.key()));
    }

    int contests() {
        return latest.size();
    }
}
