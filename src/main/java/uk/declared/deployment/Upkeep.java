package uk.declared.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.declared.draft.Drafts;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.folder.DataFolder;
import uk.declared.folder.KeptSubmissions;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.Compacted;
import uk.declared.projection.Compaction;
import uk.declared.projection.CurrentResults;
import uk.declared.projection.StoreUpdater;
import uk.declared.projection.StoredReference;
import uk.declared.publish.Appending;
import uk.declared.publish.ComingPolls;
import uk.declared.publish.DeclarationEntries;
import uk.declared.publish.Publication;
import uk.declared.publish.Publisher;
import uk.declared.publish.StoredContests;
import uk.declared.publish.SubmissionChecker;
import uk.declared.publish.TemporaryAreas;
import uk.declared.record.RecordLog;
import uk.declared.store.Renewable;
import uk.declared.store.Store;
import uk.declared.upkeep.RemapPurpose;
import uk.declared.upkeep.Remapper;
import uk.declared.upkeep.Remapping;
import uk.declared.upkeep.Retention;
import uk.declared.upkeep.Withdrawer;

/** What is done later with what was published: it is taken back, mapped anew, deleted when it is due, and made small. */
public final class Upkeep {
    private final DataFolder folder;
    private final Uris uris;
    private final RecordLog record;
    private final Store store;
    private final KeptSubmissions kept;
    private final Appending appending;
    private final Publisher publisher;
    private final CurrentResults published;
    private final StoredReference reference;
    private final Drafts drafts;
    private final Clock clock;
    private final Optional<Compaction> compaction;

    Upkeep(
            DataFolder folder,
            RecordLog record,
            Store store,
            KeptSubmissions kept,
            StoreUpdater updater,
            Appending appending,
            Publisher publisher,
            CurrentResults published,
            StoredReference reference,
            Drafts drafts,
            Clock clock) {
        this.folder = folder;
        this.uris = new Uris(folder.baseUri());
        this.record = record;
        this.store = store;
        this.kept = kept;
        this.appending = appending;
        this.publisher = publisher;
        this.published = published;
        this.reference = reference;
        this.drafts = drafts;
        this.clock = clock;
        this.compaction = store instanceof Renewable renewable
                ? Optional.of(new Compaction(record, renewable, updater, SystemClock.UTC))
                : Optional.empty();
    }

    /** What changes the record otherwise than by publishing: one at a time, and seen by everybody afterwards. */
    @FunctionalInterface
    private interface Later<T> {
        T run() throws IOException;
    }

    private <T> T later(Later<T> change) {
        T done;
        synchronized (appending) {
            try {
                done = change.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        publisher.apply();
        return done;
    }

    /**
     * Withdraws a contest: a further version without a result takes the place of the last, which stays readable.
     *
     * @param reason why, in words that everybody may read
     * @return the version that withdraws it; absent where the contest is not known, or is withdrawn already
     */
    public Optional<Publication.Version> withdraw(BallotId contest, String reason, Source source) {
        DeclarationEntries entries = new DeclarationEntries(uris, record, published::of);
        return later(() -> new Withdrawer(record, kept, entries, clock).withdraw(contest, reason, source));
    }

    /**
     * Deletes what was sent longer ago than a period, and has not been sent again since.
     *
     * @return the SHA-256 of each file that was deleted
     */
    public List<String> purge(Period period) {
        List<String> deleted = later(() -> new Retention(record, kept, clock).purge(period));
        try {
            drafts.deleteExpired();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deleted;
    }

    /** Maps the submissions that are kept anew: a contest that says something else then gets a further version. */
    public Remapping remap() {
        return remap(RemapPurpose.NEW_MAPPING);
    }

    /** Gives contests whose areas had no code the codes that the geography knows now, each as a further version. */
    Remapping relink() {
        Set<BallotId> waiting = TemporaryAreas.waiting(store.patient());
        return waiting.isEmpty() ? Remapping.NONE : remap(RemapPurpose.codesFor(waiting));
    }

    private Remapping remap(RemapPurpose purpose) {
        Remapper remapper =
                new Remapper(uris, record, kept, folder.mappings(), published::of, SystemClock.UTC, purpose);
        SubmissionChecker comparing = new SubmissionChecker(
                uris,
                record::contestOf,
                reference::current,
                new StoredContests(store.patient()),
                remapper::results,
                ComingPolls.by(SystemClock.UTC, uris));
        return later(() -> remapper.run(comparing));
    }

    /** Makes the store small; absent where it is of a kind that looks after itself. */
    public Optional<Compacted> compact() {
        return compaction.flatMap(Compaction::run);
    }

    /** Makes the store small where it has become so large that it cannot wait. */
    public Optional<Compacted> compactIfDue() {
        return compaction.flatMap(Compaction::runIfDue);
    }

    /** The same in a server, where others want the processor too. */
    public Optional<Compacted> compactIfDueBesideOthers() {
        return compaction.flatMap(Compaction::runIfDueBesideOthers);
    }

    /** Makes the store small where that is worth the work and no results are coming in. */
    public Optional<Compacted> compactIfWorthIt() {
        return compaction.flatMap(Compaction::runIfWorthItNow);
    }

    /** Ends what makes the store small, where it is at it. */
    void stop() {
        compaction.ifPresent(Compaction::stop);
    }
}
