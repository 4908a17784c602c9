package uk.declared.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.declared.access.AuditLog;
import uk.declared.access.Tokens;
import uk.declared.draft.Drafts;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.folder.DataFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.folder.KeptMappings;
import uk.declared.folder.KeptSubmissions;
import uk.declared.ground.SystemClock;
import uk.declared.history.Changes;
import uk.declared.history.History;
import uk.declared.imports.ReferencePublisher;
import uk.declared.linkeddata.Uris;
import uk.declared.postcode.Postcodes;
import uk.declared.projection.Compacted;
import uk.declared.projection.Compaction;
import uk.declared.projection.CurrentResults;
import uk.declared.projection.LoadedPostcodes;
import uk.declared.projection.Projection;
import uk.declared.projection.ReleaseProjection;
import uk.declared.projection.StoreUpdater;
import uk.declared.projection.StoredReference;
import uk.declared.projection.VocabularyGraph;
import uk.declared.publish.Appending;
import uk.declared.publish.DeclarationEntries;
import uk.declared.publish.FigureSources;
import uk.declared.publish.Looked;
import uk.declared.publish.Publication;
import uk.declared.publish.Publisher;
import uk.declared.publish.RecentElectorates;
import uk.declared.publish.StoredContests;
import uk.declared.publish.SubmissionChecker;
import uk.declared.publish.TemporaryAreas;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.EntryTree;
import uk.declared.record.RecordLog;
import uk.declared.reference.ReferenceData;
import uk.declared.store.Renewable;
import uk.declared.store.Store;
import uk.declared.store.Stores;
import uk.declared.upkeep.RemapPurpose;
import uk.declared.upkeep.Remapper;
import uk.declared.upkeep.Remapping;
import uk.declared.upkeep.Retention;
import uk.declared.upkeep.Withdrawer;

/**
 * Everything of one data folder, opened for use: its record, its store brought up to the record, and the way to publish.
 */
public final class Deployment implements AutoCloseable {
    private final DataFolder folder;
    private final RecordLog record;
    private final Store store;
    private final Uris uris;
    private final Publisher publisher;
    private final ReferencePublisher imports;
    private final StoredReference reference;
    private final LoadedPostcodes postcodes;
    private final CurrentResults published;
    private final Tokens tokens;
    private final AuditLog audit;
    private final Drafts drafts;
    private final FolderHealth health;
    private final Optional<Compaction> compaction;
    private final EntryTree tree;
    private final Appending appending = new Appending();
    private final KeptSubmissions kept;
    private final StoreUpdater updater;
    private final Clock clock;

    Deployment(DataFolder folder, RecordLog record, Store store, Clock clock) {
        this.folder = folder;
        this.record = record;
        this.tree = new EntryTree(record, folder.record());
        this.store = store;
        this.uris = new Uris(folder.baseUri());
        this.clock = clock;
        this.kept = new KeptSubmissions(folder.submissions());
        this.updater =
                new StoreUpdater(uris, record, store, new Projection(uris), new ReleaseProjection(uris, record, kept));
        this.reference = new StoredReference(uris, record, store.patient());
        this.postcodes = new LoadedPostcodes(record, kept);
        this.tokens = new Tokens(folder.root(), SystemClock.UTC);
        this.audit = new AuditLog(folder.root(), SystemClock.UTC);
        this.drafts = new Drafts(folder.root().resolve("drafts"), SystemClock.UTC);
        this.health = new FolderHealth(folder, record, store, SystemClock.UTC);
        this.published = new CurrentResults(uris, record, store);
        RecentElectorates recent = new RecentElectorates();
        this.publisher =
                new Publisher(uris, record, appending, kept, updater, this::checker, published::of, recent, clock);
        this.imports = new ReferencePublisher(
                uris, record, appending, store.patient(), kept, updater, this::relink, SystemClock.UTC);
        this.compaction = store instanceof Renewable renewable
                ? Optional.of(new Compaction(record, renewable, updater, SystemClock.UTC))
                : Optional.empty();
        try {
            updater.catchUpAtStart();
            VocabularyGraph.keep(store.patient(), uris);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a data folder, which is made where it is missing.
     *
     * @param baseUri where URIs are to begin; absent to take what the folder has, or the default
     * @throws DataFolderException where the folder cannot be used, with the reason and the mend
     */
    public static Deployment open(Path folder, Optional<String> baseUri) throws DataFolderException {
        return open(folder, baseUri, SystemClock.UTC);
    }

    /**
     * Opens a data folder, in which declarations are accepted at the times of another clock, as rehearsals need it.
     *
     * @throws DataFolderException where the folder cannot be used, with the reason and the mend
     */
    public static Deployment open(Path folder, Optional<String> baseUri, Clock clock) throws DataFolderException {
        return open(folder, baseUri, clock, Stores.EMBEDDED);
    }

    /**
     * Opens a data folder with a store of a certain kind.
     *
     * @throws DataFolderException where the folder cannot be used, with the reason and the mend
     */
    public static Deployment open(Path folder, Optional<String> baseUri, Clock clock, Stores stores)
            throws DataFolderException {
        DataFolder data = DataFolder.open(folder, baseUri);
        @Nullable RecordLog record = null;
        @Nullable Store store = null;
        try {
            record = RecordLog.open(data.record());
            try {
                store = stores.open(data.store());
                return new Deployment(data, record, store, clock);
            } catch (RuntimeException e) {
                if (!DamagedStore.isShownBy(e)) {
                    throw e;
                }
                Closing.all(store);
                DamagedStore.setAside(data, stores, e);
                store = stores.open(data.store());
                return new Deployment(data, record, store, clock);
            }
        } catch (DamagedRecordException e) {
            Closing.all(store, record, data);
            throw new DataFolderException(
                    e.getMessage() + ". Bring back the record of " + folder + " from a copy; nothing was changed.", e);
        } catch (IOException | RuntimeException e) {
            Closing.all(store, record, data);
            throw new DataFolderException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
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
    private Remapping relink() {
        Set<BallotId> waiting = TemporaryAreas.waiting(store.patient());
        return waiting.isEmpty() ? Remapping.NONE : remap(RemapPurpose.codesFor(waiting));
    }

    private Remapping remap(RemapPurpose purpose) {
        Remapper remapper =
                new Remapper(uris, record, kept, folder.mappings(), published::of, SystemClock.UTC, purpose);
        SubmissionChecker comparing = new SubmissionChecker(
                uris, record::contestOf, this::reference, new StoredContests(store.patient()), remapper::results);
        return later(() -> remapper.run(comparing));
    }

    /** Makes the store small; absent where it is of a kind that looks after itself. */
    public Optional<Compacted> compact() {
        return compaction.flatMap(Compaction::run);
    }

    /** Makes the store small where it has become so large that it cannot wait. */
    public Optional<Compacted> compactIfDue() {
        return compaction.filter(Compaction::isDue).flatMap(Compaction::run);
    }

    /** Makes the store small where that is worth the work and no results are coming in. */
    public Optional<Compacted> compactIfWorthIt() {
        return compaction.filter(Compaction::isWorthItNow).flatMap(Compaction::run);
    }

    public Publisher publisher() {
        return publisher;
    }

    /** Checks submissions against what was declared before, and publishes nothing. */
    public SubmissionChecker checker() {
        return new SubmissionChecker(
                uris, record::contestOf, this::reference, new StoredContests(store.patient()), published::of);
    }

    /** A checker that notes what it compares with. */
    private SubmissionChecker checker(Looked looked) {
        return new SubmissionChecker(
                uris,
                looked::contestOf,
                this::reference,
                looked.earlier(new StoredContests(store.patient())),
                looked.results(published::of));
    }

    /** Where in what was sent the figures of a result stand. */
    public FigureSources figureSources() {
        return new FigureSources(record, new KeptSubmissions(folder.submissions()), folder.mappings(), checker());
    }

    /** What was declared of each contest at every time. */
    public History history() {
        return new History(record);
    }

    /** The record's entries as a tree, to show that one of them is there. */
    public EntryTree tree() {
        return tree;
    }

    /** What was declared, corrected, withdrawn and redacted, in the order in which it was. */
    public Changes changes() {
        return new Changes(record);
    }

    /** How councils' own tables are read. */
    public KeptMappings mappings() {
        return folder.mappings();
    }

    /** Who may publish over HTTP. */
    public Tokens tokens() {
        return tokens;
    }

    /** What was done with this folder. */
    public AuditLog audit() {
        return audit;
    }

    /** What was sent to be looked at before it is published. */
    public Drafts drafts() {
        return drafts;
    }

    /** Where a part of the system may keep what belongs to no other, such as {@code drafts}. */
    public Path folder(String name) {
        return folder.root().resolve(name);
    }

    /** How the folder is. */
    public FolderHealth health() {
        return health;
    }

    /** Imports reference data. */
    public ReferencePublisher imports() {
        return imports;
    }

    /** The postcodes that are loaded; absent where none are. */
    public Optional<Postcodes> postcodes() {
        return postcodes.current();
    }

    /** The reference data that is loaded. */
    public ReferenceData reference() {
        return reference.current();
    }

    public Store store() {
        return store;
    }

    public Uris uris() {
        return uris;
    }

    /** How many contests the record knows. */
    public int contests() {
        return record.contests();
    }

    @Override
    public void close() {
        compaction.ifPresent(Compaction::stop);
        Closing.all(store, record, folder);
    }
}
