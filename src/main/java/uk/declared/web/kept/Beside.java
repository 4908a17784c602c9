package uk.declared.web.kept;

/** Something beside the store that answers depend on. */
public interface Beside {
    /** Whether the answers at a path depend on it. */
    boolean concerns(String path);

    /** A short text that changes with it. */
    String state();
}
