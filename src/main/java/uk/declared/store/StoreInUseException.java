package uk.declared.store;

/** Another process holds the store's folder. */
public final class StoreInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreInUseException(String folder, Throwable cause) {
        super(
                "The store in " + folder
                        + " is in use by another process. Stop that process, or name another data folder with --data.",
                cause);
    }
}
