package uk.declared.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.StoreUpdater;
import uk.declared.projection.StoredReference;
import uk.declared.projection.VocabularyGraph;
import uk.declared.publish.Publisher;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.Renewable;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;

/** Keeps the store where the record is: at a start, and after it did not answer for a while. */
final class Abreast {
    private static final Logger LOG = LoggerFactory.getLogger(Abreast.class);

    private final Uris uris;
    private final Store store;
    private final StoreUpdater updater;
    private final StoredReference reference;
    private final Publisher publisher;
    private final FolderHealth health;
    private volatile boolean begun;

    Abreast(
            Uris uris,
            Store store,
            StoreUpdater updater,
            StoredReference reference,
            Publisher publisher,
            FolderHealth health) {
        this.uris = uris;
        this.store = store;
        this.updater = updater;
        this.reference = reference;
        this.publisher = publisher;
        this.health = health;
    }

    /** What a start does to the store; one elsewhere that does not answer yet gets it later. */
    void begin() {
        try {
            updater.catchUpAtStart();
            VocabularyGraph.keep(store.patient(), uris);
            if (!(store instanceof Renewable)) {
                // Submissions can then be checked while the store does not answer.
                reference.current();
            }
            sayWhetherMadeOtherwise();
            begun = true;
        } catch (ForeignStoreException e) {
            throw e;
        } catch (StoreUnavailableException e) {
            LOG.warn("{}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sayWhetherMadeOtherwise() {
        if (!store.isOfAnotherProjection()) {
            return;
        }
        LOG.warn(
                "The store was made by another version of this program. {}",
                store instanceof Renewable
                        ? "It is made anew from the record when no results are coming in; `declared rebuild` does so at once."
                        : "`declared rebuild` makes it anew from the record.");
    }

    void catchUp() {
        if (!begun) {
            begin();
        } else if (health.behind() > 0) {
            publisher.apply();
        }
    }
}
