package uk.declared.cli;

import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import uk.declared.publish.StorageFailedException;
import uk.declared.store.ForeignStoreException;
import uk.declared.store.StoreUnavailableException;
import uk.declared.web.settings.SettingsException;

/** Says what went wrong in one sentence. A stack trace is shown only where {@code DECLARED_DEBUG} is set. */
final class PlainErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parsed) {
        commandLine.getErr().println(sentence(exception));
        if (System.getenv("DECLARED_DEBUG") != null) {
            exception.printStackTrace(commandLine.getErr());
        }
        return ExitCode.UNREADABLE;
    }

    /** Whether the process has been told to end. */
    private static boolean isEnding() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static String sentence(Exception exception) {
        if (exception instanceof RefusedException || exception instanceof SettingsException) {
            return String.valueOf(exception.getMessage());
        }
        if (isEnding()) {
            return "It was told to stop while it was starting, and stops. Nothing was lost.";
        }
        if (exception instanceof StorageFailedException failed) {
            return String.valueOf(failed.getMessage());
        }
        if (exception instanceof ForeignStoreException foreign) {
            return String.valueOf(foreign.getMessage());
        }
        if (exception instanceof StoreUnavailableException away) {
            return away.getMessage() + " What is said above to be published is recorded; do again what is not.";
        }
        Optional<String> disk = StorageFailedException.diskFailure(exception);
        if (disk.isPresent()) {
            return "The disk cannot be written to: " + disk.get()
                    + ". What is said above to be published is recorded, and nothing else. Make space and do it again; what is"
                    + " recorded already is not recorded twice.";
        }
        if (exception instanceof UncheckedIOException io) {
            return "The disk or the network failed: " + io.getMessage();
        }
        return "Something failed that should not: " + exception
                + ". Please report it; DECLARED_DEBUG=1 shows where it happened.";
    }
}
