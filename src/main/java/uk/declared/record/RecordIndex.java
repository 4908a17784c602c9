package uk.declared.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.declared.election.BallotId;
import uk.declared.election.ContestIdentity;

/** What the record last said of every contest, held in memory. */
final class RecordIndex {
    private final Map<BallotId, Latest> latest = new HashMap<>();
    private final Map<String, BallotId> contests = new HashMap<>();
    private final Map<BallotId, List<RecordedVersion>> versions = new HashMap<>();

    private final List<RecordedImport> imports = new CopyOnWriteArrayList<>();
    private final Stretches stretches = new Stretches();

    /** What the index keeps of an entry. */
    sealed interface Item {
        /** Of an entry that records something; absent for a commit. */
        static Optional<Item> of(Entry entry) {
            if (entry.content() instanceof Entry.Declared declared) {
                return Optional.of(Contest.of(declared.declaration(), entry.sequence()));
            }
            if (entry.content() instanceof Entry.Redaction redaction) {
                return Optional.of(new Redacted(entry.sequence(), redaction.entry(), redaction.time()));
            }
            return entry.content() instanceof Entry.Imported imported
                    ? Optional.of(new Import(new RecordedImport(entry.sequence(), imported.release())))
                    : Optional.empty();
        }
    }

    /** What the index keeps of a declaration. */
    record Contest(BallotId contest, String identity, Latest latest, Instant time) implements Item {
        private static Contest of(DeclarationEntry entry, long sequence) {
            Latest latest = new Latest(entry.version(), sequence, entry.resultHash(), entry.status(), entry.source());
            return new Contest(entry.contest(), entry.identity(), latest, entry.time());
        }
    }

    /** What the index keeps of a redaction. */
    record Redacted(long sequence, long entry, Instant time) implements Item {}

    /** What the index keeps of an import. */
    record Import(RecordedImport recorded) implements Item {}

    void add(Item item) {
        if (item instanceof Contest contest) {
            latest.put(contest.contest(), contest.latest());
            contests.put(contest.identity(), contest.contest());
            RecordedVersion version = new RecordedVersion(
                    contest.latest().version(),
                    contest.latest().sequence(),
                    contest.latest().status(),
                    contest.time());
            versions.computeIfAbsent(contest.contest(), missing -> new ArrayList<>(1))
                    .add(version);
            stretches.add(version.sequence(), version.time());
        } else if (item instanceof Redacted redacted) {
            stretches.add(redacted.sequence(), redacted.time());
            stretches.redact(redacted.entry());
        } else if (item instanceof Import release) {
            imports.add(release.recorded());
        }
    }

    List<Stretch> stretches() {
        return stretches.all();
    }

    List<RecordedImport> imports() {
        return List.copyOf(imports);
    }

    List<RecordedVersion> versions(BallotId contest) {
        return List.copyOf(versions.getOrDefault(contest, List.of()));
    }

    Optional<Latest> latest(BallotId contest) {
        return Optional.ofNullable(latest.get(contest));
    }

    Optional<BallotId> contestOf(ContestIdentity identity) {
        return Optional.ofNullable(contests.get(identity.key()));
    }

    Set<BallotId> ids() {
        return Set.copyOf(latest.keySet());
    }

    int contests() {
        return latest.size();
    }
}
