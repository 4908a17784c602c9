package uk.declared.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import uk.declared.access.AuditLog;
import uk.declared.access.Holder;
import uk.declared.election.BallotId;
import uk.declared.folder.DataFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.folder.KeptSubmissions;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.RecordVerifier;
import uk.declared.projection.Verification;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.RecordLog;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.Store;
import uk.declared.store.Stores;
import uk.declared.upkeep.Redactor;

/** What is done with a data folder while nobody has it open. */
public final class ClosedFolder {
    private ClosedFolder() {}

    /**
     * Throws the store away and makes it anew from the record.
     *
     * @return how many entries of the record it was made from
     */
    public static long rebuild(Path folder, Optional<String> baseUri) throws DataFolderException {
        return rebuild(folder, baseUri, Stores.EMBEDDED);
    }

    /**
     * Does the same with a store of a certain kind.
     *
     * @throws DataFolderException where that cannot be done; a store elsewhere that was filled from another record is left as it is
     */
    public static long rebuild(Path folder, Optional<String> baseUri, Stores stores) throws DataFolderException {
        try (DataFolder data = DataFolder.open(folder, baseUri);
                RecordLog record = RecordLog.open(data.record())) {
            stores.discard(data.store(), new RecordOrigin(data, record));
            data.derived().delete();
        } catch (DamagedRecordException e) {
            throw new DataFolderException("The record of " + folder + " is damaged: " + e.getMessage(), e);
        } catch (ForeignStoreException e) {
            throw new DataFolderException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new DataFolderException("The store in " + folder + " cannot be thrown away: " + e.getMessage(), e);
        }
        try (Deployment deployment = Deployment.open(folder, baseUri, SystemClock.UTC, stores)) {
            return deployment.publisher().position();
        }
    }

    /**
     * Takes an earlier version of a contest out of the record for a person's sake, and makes the store anew.
     *
     * @param withFile whether what was sent is deleted too
     * @return the number of the record's entry that was redacted
     * @throws DataFolderException where that cannot be done, with the reason and what to do
     */
    public static long redact(Path folder, BallotId contest, int version, String reason, boolean withFile)
            throws DataFolderException {
        return redact(folder, contest, version, reason, withFile, Stores.EMBEDDED);
    }

    /** Does the same with a store of a certain kind. */
    public static long redact(
            Path folder, BallotId contest, int version, String reason, boolean withFile, Stores stores)
            throws DataFolderException {
        long entry;
        try (DataFolder data = DataFolder.open(folder, Optional.empty())) {
            entry = new Redactor(data, SystemClock.UTC).redact(contest, version, reason, withFile);
            new AuditLog(data.root(), SystemClock.UTC)
                    .note(
                            Holder.COMMAND_LINE,
                            "redact",
                            Map.of("contest", contest.value(), "version", Integer.toString(version)));
        } catch (DamagedRecordException e) {
            throw new DataFolderException("The record of " + folder + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
        rebuild(folder, Optional.empty(), stores);
        return entry;
    }

    /**
     * Takes out of a copy of a record what it says was taken out of the original, and makes the store anew.
     *
     * @throws DataFolderException where that cannot be done, with the reason
     */
    public static void redactAsRecorded(Path folder, Stores stores) throws DataFolderException {
        try (DataFolder data = DataFolder.open(folder, Optional.empty())) {
            new Redactor(data, SystemClock.UTC).redactAsRecorded();
        } catch (DamagedRecordException e) {
            throw new DataFolderException("The record of " + folder + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
        rebuild(folder, Optional.empty(), stores);
    }

    /**
     * Checks the record's chain, the files that it names, and the store against the record. Nothing is changed, but that what
     * was never acknowledged is cut off the record's end, as at every start.
     *
     * @throws DataFolderException where the record is damaged, with the entry, or the folder cannot be used
     */
    public static Verification verify(Path folder) throws DataFolderException {
        return verify(folder, Stores.EMBEDDED);
    }

    /** Does the same with a store of a certain kind; the second one, made from the record alone, is always in this process. */
    public static Verification verify(Path folder, Stores stores) throws DataFolderException {
        try (DataFolder data = DataFolder.open(folder, Optional.empty());
                RecordLog record = RecordLog.openWhole(data.record())) {
            RecordVerifier verifier = new RecordVerifier(
                    new Uris(data.baseUri()),
                    record,
                    new KeptSubmissions(data.submissions()),
                    Stores.EMBEDDED,
                    data.isCopy());
            Optional<Store> store =
                    DamagedStore.opened(() -> stores.open(data.store(), new RecordOrigin(data, record)));
            if (store.isEmpty()) {
                return verifier.withoutStore(Verification.NotCompared.DAMAGED);
            }
            try (Store opened = store.get()) {
                return verifier.verify(opened);
            }
        } catch (DamagedRecordException e) {
            throw new DataFolderException("The record of " + folder + " is damaged: " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }
}
