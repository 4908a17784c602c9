package uk.declared.cli;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

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

    private static String sentence(Exception exception) {
        if (exception instanceof RefusedException) {
            return String.valueOf(exception.getMessage());
        }
        if (exception instanceof UncheckedIOException io) {
            return "The disk or the network failed: " + io.getMessage();
        }
        return "Something failed that should not: " + exception
                + ". Please report it; DECLARED_DEBUG=1 shows where it happened.";
    }
}
