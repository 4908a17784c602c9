package uk.declared.store;

import java.nio.file.Path;

/** A process that opens a store and holds it until it is stopped. */
final class StoreHolder {
    private StoreHolder() {}

    public static void main(String[] folder) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(Path.of(folder[0]))) {
            System.out.println("held");
            System.in.read();
        }
    }
}
