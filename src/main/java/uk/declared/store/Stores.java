package uk.declared.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** Opens stores. Whoever starts the program chooses of which kind they are; the others know {@link Store} alone. */
public interface Stores {
    /** Those of TDB2, in this process. */
    Stores EMBEDDED = new Stores() {
        @Override
        public Store open(Path place) throws IOException {
            return EmbeddedStore.open(place);
        }

        @Override
        public boolean setAside(Path place, Path elsewhere) throws IOException {
            new StoreFiles(place).setAside(elsewhere);
            return true;
        }

        @Override
        public void discard(Path place) throws IOException {
            FileUtils.deleteDirectory(place.toFile());
        }
    };

    /**
     * The store of a place, which is empty where there was none.
     *
     * @param place of the store in its data folder, by which a store elsewhere may be named
     * @throws StoreInUseException where another process holds it
     * @throws IOException where it cannot be made
     */
    Store open(Path place) throws IOException;

    /**
     * The same, for a record: a store elsewhere that was filled from another one is left as it is.
     *
     * @throws IOException where it cannot be made
     */
    default Store open(Path place, Origin origin) throws IOException {
        return open(place);
    }

    /**
     * Moves a store that cannot be used, and that nobody has open, elsewhere; an empty one is begun in its place.
     *
     * @param elsewhere beside it, and not there yet
     * @return whether that was done; not where the store is looked after by others
     */
    boolean setAside(Path place, Path elsewhere) throws IOException;

    /** Throws away a store that nobody has open; the record has all that it takes to make it anew. */
    void discard(Path place) throws IOException;

    /**
     * The same, where it is the store of a record.
     *
     * @throws ForeignStoreException where it is not; it is left as it is then
     */
    default void discard(Path place, Origin origin) throws IOException {
        discard(place);
    }
}
