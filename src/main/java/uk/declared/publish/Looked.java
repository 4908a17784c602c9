package uk.declared.publish;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import uk.declared.election.BallotId;
import uk.declared.election.ContestIdentity;
import uk.declared.projection.PublishedResults;
import uk.declared.record.Latest;
import uk.declared.record.RecordLog;
import uk.declared.validation.EarlierContests;

/**
 * What a submission was compared with while it was read, mapped and checked outside any lock: when its turn comes to be
 * appended, nothing of that may have changed. For one thread at a time.
 */
public final class Looked {
    private final RecordLog record;
    private final RecentElectorates recent;
    private final long from;
    private final long electoratesFrom;
    private final int imports;
    private final Set<BallotId> contests = new HashSet<>();
    private final Set<ContestIdentity> identities = new HashSet<>();
    private final Set<String> areas = new HashSet<>();

    /** Begins with what the record holds now. */
    Looked(RecordLog record, RecentElectorates recent) {
        this.record = record;
        this.recent = recent;
        this.electoratesFrom = recent.position();
        this.from = record.head().sequence();
        this.imports = record.imports().size();
    }

    public Optional<BallotId> contestOf(ContestIdentity identity) {
        identities.add(identity);
        return record.contestOf(identity);
    }

    Optional<Latest> latest(BallotId contest) {
        contests.add(contest);
        return record.latest(contest);
    }

    public PublishedResults results(PublishedResults published) {
        return contest -> {
            contests.add(contest);
            return published.of(contest);
        };
    }

    /** What is appended from now on is noted as recent, so that it need not be looked for in the store as well. */
    public EarlierContests earlier(EarlierContests published) {
        EarlierContests stored = published.asOfNow();
        return (area, office, before) -> {
            areas.add(ElectorateHistory.key(area, office));
            return recent.lastElectorate(stored, area, office, before);
        };
    }

    /** Whether everything that was looked at is still what it was. */
    boolean stillHolds() {
        if (record.head().sequence() == from) {
            return true;
        }
        return record.imports().size() == imports
                && contests.stream().noneMatch(this::changed)
                && identities.stream()
                        .noneMatch(identity ->
                                record.contestOf(identity).filter(this::changed).isPresent())
                && !recent.anySince(electoratesFrom, areas);
    }

    private boolean changed(BallotId contest) {
        return record.latest(contest).filter(latest -> latest.sequence() > from).isPresent();
    }
}
