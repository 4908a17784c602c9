package uk.declared.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.BaseUri;
import uk.declared.publish.DataFolderException;
import uk.declared.publish.Deployment;
import uk.declared.publish.KnownContests;
import uk.declared.publish.SubmissionChecker;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Report;
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
            description = "text, json, or turtle: a SHACL validation report.")
    private ReportFormat form = ReportFormat.TEXT;

    @Override
    public Integer call() {
        if (data.isEmpty()) {
            return check(new SubmissionChecker(
                    new Uris(BaseUri.DEFAULT), KnownContests.NONE, () -> ReferenceData.NONE, EarlierContests.NONE));
        }
        try (Deployment deployment = Deployment.open(data.get(), Optional.empty())) {
            return check(deployment.checker());
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    private int check(SubmissionChecker checker) {
        return reading.forEach(
                submission -> {
                    Report report = checker.check(submission, reading.readOptions());
                    say(report);
                    return report.refused() ? ExitCode.VIOLATIONS : ExitCode.CONFORMS;
                },
                this::say);
    }

    private void say(Report report) {
        spec.commandLine().getOut().print(form.write(report));
        spec.commandLine().getOut().flush();
    }
}
