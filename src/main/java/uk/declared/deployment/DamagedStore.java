package uk.declared.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.declared.folder.DataFolder;
import uk.declared.publish.StorageFailedException;
import uk.declared.store.Store;
import uk.declared.store.StoreInUseException;
import uk.declared.store.StoreUnavailableException;
import uk.declared.store.Stores;

/**
 * A store whose files are not what was written. It is a projection of the record, so it is set aside, for whoever wants to find out
 * what happened, and made anew.
 */
final class DamagedStore {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedStore.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private DamagedStore() {}

    /**
     * Whether a failure to open a store, or to apply the record to it, can only come from its files. A full disk, a process that holds
     * it, and a store that belongs to another record are told to the operator instead.
     */
    static boolean isShownBy(RuntimeException failure) {
        return !(failure instanceof StoreInUseException)
                && !(failure instanceof StoreUnavailableException)
                && !(failure instanceof IllegalStateException)
                && StorageFailedException.diskFailure(failure).isEmpty();
    }

    /** Opens a store; absent where its files are not what was written. */
    static Optional<Store> opened(Opening opening) throws IOException {
        try {
            return Optional.of(opening.open());
        } catch (RuntimeException e) {
            if (!isShownBy(e)) {
                throw e;
            }
            LOG.warn("The store is damaged: {}", e.toString());
            return Optional.empty();
        }
    }

    /** How a store is opened. */
    @FunctionalInterface
    interface Opening {
        Store open() throws IOException;
    }

    /** Whether it could be set aside. */
    static boolean setAside(DataFolder data, Stores stores, RuntimeException failure) throws IOException {
        Path aside = data.root().resolve("store-damaged-" + TIME.format(Instant.now()));
        if (!stores.setAside(data.store(), aside)) {
            return false;
        }
        LOG.warn(
                "The store is damaged ({}). It was set aside as {}, which may be deleted, and is made anew from the record.",
                failure.toString(),
                aside);
        return true;
    }
}
