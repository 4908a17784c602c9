package uk.declared.store;

/**
 * A store that is made beside the one in use, in files of its own without what was overwritten, and then takes its place. Where it
 * is closed before, nothing has happened.
 */
public interface Successor extends AutoCloseable {
    /** The store to be, for bringing it up to date; another one after it was packed. */
    Store store();

    /** Writes its indexes anew with every block full, which is for when little is to come any more. */
    void pack();

    /**
     * Takes the place of the store in use. A copy of that takes along what was written since; to any other, nobody may write from the last
     * bringing up to date on. Whoever reads the former store reads on; whoever comes now reads the new one.
     */
    void takeOver();

    @Override
    void close();
}
