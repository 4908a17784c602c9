package uk.declared.store.remote;

import java.nio.file.Path;
import uk.declared.store.Store;
import uk.declared.store.Stores;

/** The one store at an address, whatever place in the data folder it is for. */
public final class RemoteStores implements Stores {
    private final RemoteAddress address;

    public RemoteStores(RemoteAddress address) {
        this.address = address;
    }

    @Override
    public Store open(Path place) {
        return RemoteStore.at(address);
    }

    /** A store elsewhere is looked after there. */
    @Override
    public boolean setAside(Path place, Path elsewhere) {
        return false;
    }

    @Override
    public void discard(Path place) {
        RemoteStore.at(address).discard();
    }
}
