package uk.declared.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The disk failed while something was published. What matters then is whether it is recorded: what is will be seen as soon as the
 * disk is right again, and what is not has to be sent again.
 */
public final class StorageFailedException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private final boolean recorded;

    private StorageFailedException(boolean recorded, IOException cause) {
        super(
                (recorded
                                ? "What was sent IS recorded and is not lost; it will be seen as soon as the disk can be written to again."
                                : "What was sent is NOT recorded. Send it again when the disk can be written to again.")
                        + " (" + reason(cause) + ")",
                cause);
        this.recorded = recorded;
    }

    /** What was sent is in the record, and something after that failed. */
    public static StorageFailedException afterRecording(Exception cause) {
        if (cause instanceof StorageFailedException known && known.recorded) {
            return known;
        }
        return new StorageFailedException(true, cause instanceof IOException io ? io : new IOException(cause));
    }

    /** What was sent is not in the record. */
    static StorageFailedException beforeRecording(IOException cause) {
        return new StorageFailedException(false, cause);
    }

    /** Whether what was sent is in the record. */
    public boolean isRecorded() {
        return recorded;
    }

    /** Why a disk cannot be written to, in the system's words; absent where a failure is of another kind. */
    public static Optional<String> diskFailure(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            String small = text.toLowerCase(Locale.ROOT);
            if (small.contains("no space left")
                    || small.contains("quota exceeded")
                    || small.contains("read-only file")) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static String reason(Throwable cause) {
        return diskFailure(cause).orElse(String.valueOf(cause.getMessage()));
    }
}
