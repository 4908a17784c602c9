package uk.declared.store.remote;

import java.nio.file.Path;
import java.util.Optional;
import uk.declared.store.Origin;
import uk.declared.store.Store;
import uk.declared.store.Stores;

/** The one store at an address, whatever place in the data folder it is for. */
public final class RemoteStores implements Stores {
    private final RemoteAddress address;
    private final boolean takesOver;

    public RemoteStores(RemoteAddress address) {
        this(address, false);
    }

    /** @param takesOver whether a store that was not filled from the record which it is opened for is emptied first */
    public RemoteStores(RemoteAddress address, boolean takesOver) {
        this.address = address;
        this.takesOver = takesOver;
    }

    @Override
    public Store open(Path place) {
        return RemoteStore.at(address, Optional.empty());
    }

    @Override
    public Store open(Path place, Origin origin) {
        RemoteStore store = RemoteStore.at(address, Optional.of(origin));
        if (takesOver) {
            store.takeOver();
        }
        return store;
    }

    /** A store elsewhere is looked after there. */
    @Override
    public boolean setAside(Path place, Path elsewhere) {
        return false;
    }

    @Override
    public void discard(Path place) {
        RemoteStore.at(address, Optional.empty()).discard();
    }

    @Override
    public void discard(Path place, Origin origin) {
        RemoteStore store = RemoteStore.at(address, Optional.of(origin));
        if (takesOver) {
            store.takeOver();
        }
        store.discard();
    }
}
