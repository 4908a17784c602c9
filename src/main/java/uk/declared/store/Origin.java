package uk.declared.store;

import java.util.Optional;

/** The record that a store is filled from, as far as it tells the store's from another one. */
public interface Origin {
    /** Where its URIs begin. */
    String base();

    /** The hash of its first entry; absent where it has none yet. */
    Optional<String> firstEntry();

    /** Whether the record stood at a position once. */
    boolean has(Position position);
}
