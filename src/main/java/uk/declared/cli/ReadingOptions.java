package uk.declared.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.declared.folder.KeptMappings;
import uk.declared.report.Report;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.mapping.ColumnMappings;
import uk.declared.submission.read.SubmissionReader;

/** Which files, and what is known beside them. */
final class ReadingOptions {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What a council sent; - reads standard input.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "F",
            completionCandidates = FormatNames.class,
            description = "The format, where it should not be recognised by content: ${COMPLETION-CANDIDATES}.")
    private Optional<String> format = Optional.empty();

    @Option(names = "--council", paramLabel = "SLUG", description = "The council, for files that do not name it.")
    private Optional<String> council = Optional.empty();

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "The polling day (such as 2024-05-02), for files that do not name it.")
    private Optional<LocalDate> pollingDate = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How a council's own table is read: a mapping of its columns, see declared mapping.")
    private Optional<Path> mapping = Optional.empty();

    /** What is said beside the files. */
    ReadOptions readOptions() {
        return new ReadOptions(format, council, pollingDate, given());
    }

    /** The same with the mappings that a data folder keeps for the council. */
    ReadOptions readOptions(KeptMappings kept) {
        List<ColumnMapping> mappings = new ArrayList<>(given());
        try {
            if (council.isPresent()) {
                mappings.addAll(kept.of(council.get()));
            }
        } catch (IOException e) {
            throw new RefusedException(e);
        }
        return new ReadOptions(format, council, pollingDate, mappings);
    }

    private List<ColumnMapping> given() {
        try {
            return mapping.isPresent() ? List.of(ColumnMappings.read(mapping.get())) : List.of();
        } catch (NoSuchFileException e) {
            throw new RefusedException("There is no mapping " + e.getFile() + ".", e);
        } catch (IOException e) {
            throw new RefusedException(e);
        }
    }

    /** The names of all formats that are read, for the help. */
    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SubmissionReader.formats().keySet().iterator();
        }
    }

    /** Something to do with one submission. */
    @FunctionalInterface
    interface Action {
        /** @return the exit code that this submission calls for */
        int on(Submission submission) throws UnreadableSubmissionException;
    }

    /**
     * Does something with every file; one that cannot be read does not keep the others from their turn.
     *
     * @param unreadable takes the report on a file that cannot be read
     * @return the highest exit code of all
     */
    int forEach(Action action, Consumer<Report> unreadable) {
        int code = ExitCode.CONFORMS;
        for (Path file : files) {
            code = Math.max(code, on(file, action, unreadable));
        }
        return code;
    }

    /**
     * Something to do with one submission in two steps, the first of which may be done for several at a time.
     *
     * @param <T> what comes of the first step
     */
    interface Steps<T extends AutoCloseable> {
        T ahead(Submission submission) throws UnreadableSubmissionException;

        /** @return the exit code that this submission calls for */
        int inTurn(T worked) throws UnreadableSubmissionException;
    }

    /** The same in two steps: the second is taken in the order in which the files are named. */
    <T extends AutoCloseable> int forEach(Steps<T> steps, Consumer<Report> unreadable) {
        if (files.size() == 1 || files.contains(Path.of("-"))) {
            return forEach(submission -> both(submission, steps), unreadable);
        }
        List<Callable<T>> tasks = files.stream()
                .<Callable<T>>map(file -> () -> steps.ahead(Submission.open(file)))
                .toList();
        int code = ExitCode.CONFORMS;
        try (Ahead<T> ahead = new Ahead<>(tasks)) {
            while (ahead.hasNext()) {
                code = Math.max(code, inTurn(ahead, steps, unreadable));
            }
        }
        return code;
    }

    private static <T extends AutoCloseable> int inTurn(Ahead<T> ahead, Steps<T> steps, Consumer<Report> unreadable) {
        try {
            return finish(ahead.next(), steps);
        } catch (UnreadableSubmissionException e) {
            unreadable.accept(Report.unreadable(e.finding()));
            return ExitCode.UNREADABLE;
        }
    }

    private static <T extends AutoCloseable> int both(Submission submission, Steps<T> steps)
            throws UnreadableSubmissionException {
        return finish(steps.ahead(submission), steps);
    }

    private static <T extends AutoCloseable> int finish(T worked, Steps<T> steps) throws UnreadableSubmissionException {
        try {
            return steps.inTurn(worked);
        } finally {
            close(worked);
        }
    }

    private static void close(AutoCloseable worked) {
        try {
            worked.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int on(Path file, Action action, Consumer<Report> unreadable) {
        try {
            if (file.toString().equals("-")) {
                return onStandardInput(action);
            }
            return action.on(Submission.open(file));
        } catch (UnreadableSubmissionException e) {
            unreadable.accept(Report.unreadable(e.finding()));
            return ExitCode.UNREADABLE;
        }
    }

    private static int onStandardInput(Action action) throws UnreadableSubmissionException {
        try {
            Path copy = Files.createTempFile("declared-", "-input");
            try {
                Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
                return action.on(Submission.open(copy, "standard input"));
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new RefusedException("Standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
