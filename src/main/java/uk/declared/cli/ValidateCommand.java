package uk.declared.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.deployment.Deployment;
import uk.declared.folder.BaseUri;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.KnownContests;
import uk.declared.publish.SubmissionChecker;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Report;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.MarkedCopy;
import uk.declared.validation.EarlierContests;

/** Says what is wrong in submissions and how to mend it; writes nothing. */
@Command(
        name = "validate",
        description =
                "Says what is wrong in files and how to mend it. Exit code 0: conforms; 1: violations; 2: unreadable.")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A data folder to check against; without it a file is checked by itself.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, html, json, or turtle: a SHACL validation report.")
    private ReportFormat form = ReportFormat.TEXT;

    @Option(names = "--all", description = "Names every finding, and not only the first of each rule.")
    private boolean all;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "The language of the report: en or cy. Default: the system's.")
    private Optional<ReportLanguage> language = Optional.empty();

    @Option(
            names = "--marked",
            paramLabel = "OUT",
            description = "Writes a copy of the file, a CSV file or a workbook, with the findings in its cells.")
    private Optional<Path> marked = Optional.empty();

    @Override
    public Integer call() {
        if (data.isEmpty()) {
            return check(
                    new SubmissionChecker(
                            new Uris(BaseUri.DEFAULT),
                            KnownContests.NONE,
                            () -> ReferenceData.NONE,
                            EarlierContests.NONE),
                    reading.readOptions());
        }
        try (Deployment deployment =
                Deployment.open(data.get(), Optional.empty(), SystemClock.UTC, StoreOptions.set())) {
            return check(deployment.checker(), reading.readOptions(deployment.mappings()));
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    private int check(SubmissionChecker checker, ReadOptions options) {
        return reading.forEach(
                submission -> {
                    Report report = checker.check(submission, options);
                    say(report);
                    if (marked.isPresent()) {
                        mark(submission, report, marked.get());
                    }
                    return report.refused() ? ExitCode.VIOLATIONS : ExitCode.CONFORMS;
                },
                this::say);
    }

    private void mark(Submission submission, Report report, Path copy) throws UnreadableSubmissionException {
        try {
            if (!MarkedCopy.isPossible(submission)) {
                throw new RefusedException("A marked copy is made of CSV files and workbooks of at most "
                        + MarkedCopy.MAX_BYTES / (1024 * 1024) + " MiB, which " + submission.name()
                        + " is not; the report names every cell.");
            }
            try (OutputStream out = Files.newOutputStream(copy)) {
                MarkedCopy.write(submission, report, locale(), out);
            }
        } catch (IOException e) {
            throw new RefusedException("The marked copy cannot be written to " + copy + ": " + e.getMessage(), e);
        }
    }

    private Locale locale() {
        return language.map(ReportLanguage::locale).orElseGet(Locale::getDefault);
    }

    private void say(Report report) {
        spec.commandLine().getOut().print(form.write(report, locale(), all));
        spec.commandLine().getOut().flush();
    }
}
