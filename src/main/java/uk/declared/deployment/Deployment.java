package uk.declared.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.declared.access.AuditLog;
import uk.declared.access.Tokens;
import uk.declared.composition.FactsCache;
import uk.declared.draft.Drafts;
import uk.declared.folder.DataFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.folder.DerivedFiles;
import uk.declared.folder.KeptMappings;
import uk.declared.folder.KeptSubmissions;
import uk.declared.ground.SystemClock;
import uk.declared.history.Changes;
import uk.declared.history.History;
import uk.declared.imports.ReferencePublisher;
import uk.declared.linkeddata.Uris;
import uk.declared.postcode.Postcodes;
import uk.declared.projection.CurrentResults;
import uk.declared.projection.LoadedPostcodes;
import uk.declared.projection.Projection;
import uk.declared.projection.ReleaseProjection;
import uk.declared.projection.StoreUpdater;
import uk.declared.projection.StoredReference;
import uk.declared.publish.Appending;
import uk.declared.publish.ComingPolls;
import uk.declared.publish.FigureSources;
import uk.declared.publish.Looked;
import uk.declared.publish.Publisher;
import uk.declared.publish.RecentElectorates;
import uk.declared.publish.StoredContests;
import uk.declared.publish.SubmissionChecker;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.EntryTree;
import uk.declared.record.RecordLog;
import uk.declared.reference.ReferenceData;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.Store;
import uk.declared.store.Stores;

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
    private final FactsCache facts;
    private final StoredReference reference;
    private final LoadedPostcodes postcodes;
    private final CurrentResults published;
    private final Tokens tokens;
    private final AuditLog audit;
    private final Drafts drafts;
    private final FolderHealth health;
    private final Upkeep upkeep;
    private final KeptSubmissions kept;
    private final Abreast abreast;
    private final EntryTree tree;
    private final Appending appending = new Appending();
    private final ComingPolls coming;

    Deployment(DataFolder folder, RecordLog record, Store store, Clock clock) {
        this.folder = folder;
        this.record = record;
        this.tree = new EntryTree(record, folder.record());
        this.store = store;
        this.uris = new Uris(folder.baseUri());
        this.coming = ComingPolls.by(clock, uris);
        this.kept = new KeptSubmissions(folder.submissions());
        StoreUpdater updater =
                new StoreUpdater(uris, record, store, new Projection(uris), new ReleaseProjection(uris, record, kept));
        this.facts = updater.facts();
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
        this.upkeep = new Upkeep(
                folder, record, store, kept, updater, appending, publisher, published, reference, drafts, clock);
        this.imports = new ReferencePublisher(
                uris, record, appending, store.patient(), kept, updater, upkeep::relink, SystemClock.UTC);
        this.abreast = new Abreast(uris, store, updater, reference, publisher, health);
        abreast.begin();
    }

    /** What was read of councils when the store was last written to. */
    public FactsCache facts() {
        return facts;
    }

    /** Brings the store to where the record is, where it is not. */
    public void catchUp() {
        abreast.catchUp();
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
                store = stores.open(data.store(), new RecordOrigin(data, record));
                return new Deployment(data, record, store, clock);
            } catch (RuntimeException e) {
                if (!DamagedStore.isShownBy(e)) {
                    throw e;
                }
                Closing.all(store);
                if (!DamagedStore.setAside(data, stores, e)) {
                    throw e;
                }
                store = stores.open(data.store(), new RecordOrigin(data, record));
                return new Deployment(data, record, store, clock);
            }
        } catch (DamagedRecordException e) {
            Closing.all(store, record, data);
            throw new DataFolderException(
                    e.getMessage() + ". Bring back the record of " + folder + " from a copy; nothing was changed.", e);
        } catch (ForeignStoreException e) {
            Closing.all(store, record, data);
            throw new DataFolderException(String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            Closing.all(store, record, data);
            throw new DataFolderException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    public Publisher publisher() {
        return publisher;
    }

    /** What is done later with what was published. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Checks submissions against what was declared before, and publishes nothing. */
    public SubmissionChecker checker() {
        return new SubmissionChecker(
                uris, record::contestOf, this::reference, new StoredContests(store.patient()), published::of, coming);
    }

    /** A checker that notes what it compares with. */
    private SubmissionChecker checker(Looked looked) {
        return new SubmissionChecker(
                uris,
                looked::contestOf,
                this::reference,
                looked.earlier(new StoredContests(store.patient())),
                looked.results(published::of),
                coming);
    }

    /** Where in what was sent the figures of a result stand. */
    public FigureSources figureSources() {
        return new FigureSources(record, new KeptSubmissions(folder.submissions()), folder.mappings(), checker());
    }

    /** The record, for whoever carries it elsewhere. */
    public RecordLog record() {
        return record;
    }

    /** What was sent, for the same. */
    public KeptSubmissions kept() {
        return kept;
    }

    /**
     * Appends entries as another record has them, of which this one is a copy, and makes them seen.
     *
     * @param lines whole submissions, in order, from the entry on that follows this record's last; the files that reference data
     *     is made from are kept already
     * @throws DamagedRecordException where they do not follow; nothing is changed then
     */
    public void copy(List<String> lines) throws IOException, DamagedRecordException {
        synchronized (appending) {
            record.copy(lines);
        }
        publisher.apply();
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

    /** What was worked out from all that is published. */
    public DerivedFiles derived() {
        return folder.derived();
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
        upkeep.stop();
        Closing.all(store, record, folder);
    }
}
