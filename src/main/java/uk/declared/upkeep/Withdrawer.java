package uk.declared.upkeep;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import uk.declared.election.BallotId;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Source;
import uk.declared.folder.KeptSubmissions;
import uk.declared.publish.DeclarationEntries;
import uk.declared.publish.Publication;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.Latest;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;

/** Withdraws contests: a further version without a result takes the place of the last, which stays readable. */
public final class Withdrawer {
    private final RecordLog record;
    private final KeptSubmissions kept;
    private final DeclarationEntries entries;
    private final Clock clock;

    public Withdrawer(RecordLog record, KeptSubmissions kept, DeclarationEntries entries, Clock clock) {
        this.record = record;
        this.kept = kept;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Records the withdrawal of a contest. Nobody else may append meanwhile.
     *
     * @param reason why, in words that everybody may read
     * @return the version that withdraws it; absent where the contest is not known, or is withdrawn already
     */
    public Optional<Publication.Version> withdraw(BallotId contest, String reason, Source source) throws IOException {
        Optional<Latest> latest = record.latest(contest).filter(last -> last.status() != DeclarationStatus.WITHDRAWN);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        DeclarationEntry last =
                ((Entry.Declared) record.entry(latest.get().sequence()).content()).declaration();
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String notice = kept.keep("Withdrawn: " + contest.value() + "\n" + time + "\n" + reason + "\n");
        int version = latest.get().version() + 1;
        try (RecordBatch batch = record.begin()) {
            batch.add(entries.withdrawal(last, version, source, notice, time, reason));
            batch.commit(notice);
        }
        return Optional.of(new Publication.Version(contest, version, List.of()));
    }
}
