package uk.declared.geometry;

import java.io.IOException;
import java.util.Optional;

/** A file of features that is read one by one, so that it need not fit into the memory. */
interface FeatureSource {
    /** Takes features; what is wrong with one ends the reading. */
    @FunctionalInterface
    interface Sink {
        void accept(Feature feature) throws UnreadableBoundariesException;
    }

    /** The system that the coordinates are in, as the file says; absent where it says nothing. */
    Optional<String> declaredSystem() throws IOException, UnreadableBoundariesException;

    /** Reads all features, in the file's order. */
    void forEach(Sink sink) throws IOException, UnreadableBoundariesException;
}
