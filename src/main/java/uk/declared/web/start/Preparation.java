package uk.declared.web.start;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.declared.store.Store;
import uk.declared.store.StoreUnavailableException;
import uk.declared.web.page.Prepared;

/**
 * After the start of a server with the results of a country, works out what takes seconds there, one after another in the
 * background, so that the first visitor does not wait for it. Where there is little, the first visitor waits for nothing.
 */
@Component
final class Preparation {
    /** Entries of the record: some ten councils' last years. */
    private static final long MUCH = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Store store;
    private final ObjectProvider<Prepared> all;

    Preparation(Store store, ObjectProvider<Prepared> all) {
        this.store = store;
        this.all = all;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!isMuch()) {
            return;
        }
        List<Prepared> some = all.orderedStream().toList();
        Thread thread = new Thread(() -> some.forEach(Preparation::prepare), "preparation");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** A store elsewhere that does not answer has nothing to prepare from. */
    private boolean isMuch() {
        try {
            return store.applied().sequence() >= MUCH;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    private static void prepare(Prepared one) {
        try {
            one.prepare();
        } catch (RuntimeException e) {
            // The server may have been stopped meanwhile; whoever asks later is told what is the matter.
            LOG.info("{} could not be prepared: {}", one.getClass().getSimpleName(), e.toString());
        }
    }
}
