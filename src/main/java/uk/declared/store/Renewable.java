package uk.declared.store;

import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/** A store whose files can be made anew while it is in use. */
public interface Renewable extends Store {
    /**
     * A successor that holds what the store holds now.
     *
     * @param step is run again and again on the way; what it throws ends the work without effect
     */
    Successor successor(Runnable step);

    /**
     * The same in a small part of the time: it keeps all terms that the store was ever given, whether or not anything names them still.
     *
     * @param step is run again and again on the way; what it throws ends the work without effect
     */
    Successor quickSuccessor(Runnable step);

    /**
     * A successor that holds these quads and stands at no position yet.
     *
     * @param quads gives them to what it is handed; the same one may come twice
     */
    Successor successor(Consumer<Consumer<Quad>> quads);

    /** Counts predicates and types, so that patterns of queries are looked up in a good order. */
    void count();

    /** The length of the files in use, in bytes. */
    long bytes();

    /** The length of the files when they were last made anew, in bytes; 0 where they never were. */
    long bytesWhenMade();
}
