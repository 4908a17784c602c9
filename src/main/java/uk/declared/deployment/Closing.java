package uk.declared.deployment;

import org.jspecify.annotations.Nullable;

/** Closes what was opened where something has failed already, and that is what the caller is told. */
final class Closing {
    private Closing() {}

    static void all(@Nullable AutoCloseable... parts) {
        for (@Nullable AutoCloseable part : parts) {
            quietly(part);
        }
    }

    private static void quietly(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            return;
        }
    }
}
