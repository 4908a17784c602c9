package uk.declared.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.election.Source;
import uk.declared.publish.Deployment;
import uk.declared.publish.Publication;
import uk.declared.report.Report;
import uk.declared.report.TextReport;
import uk.declared.submission.ReadOptions;

/** Publishes submissions into a data folder. */
@Command(
        name = "publish",
        description = "Checks files, appends what conforms to the record, and applies it to the store."
                + " A file with a violation is refused as a whole.")
final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--source",
            paramLabel = "S",
            defaultValue = "operator",
            description = "Who says so: council, operator or third-party. Default: operator.")
    private String source = "operator";

    @Option(names = "--to", paramLabel = "URL", description = "A running server to publish to (not there yet).")
    private Optional<String> server = Optional.empty();

    @Option(names = "--token-file", paramLabel = "F", description = "The token for --to (not there yet).")
    private Optional<String> tokenFile = Optional.empty();

    @Option(
            names = "--conforming",
            description = "Publishes the contests that conform and leaves the others in the report.")
    private boolean conforming;

    @Override
    public Integer call() {
        if (server.isPresent() || tokenFile.isPresent()) {
            throw new RefusedException("--to and --token-file are not there yet:"
                    + " publish whole files into a data folder while no server runs on it.");
        }
        Source who = Source.of(source)
                .orElseThrow(() -> new RefusedException("There is no source “" + source + "”. Choose one of "
                        + Arrays.stream(Source.values()).map(Source::notation).collect(Collectors.joining(", "))
                        + "."));
        try (Deployment deployment = data.open()) {
            ReadOptions options = reading.readOptions(deployment.mappings());
            return reading.forEach(
                    submission -> {
                        Publication publication = deployment.publisher().publish(submission, options, who, conforming);
                        say(publication);
                        return publication.report().refused() ? ExitCode.VIOLATIONS : ExitCode.CONFORMS;
                    },
                    this::say);
        }
    }

    private void say(Publication publication) {
        say(publication.report());
        if (publication.refused()) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        long corrections = publication.published().stream()
                .filter(version -> version.version() > 1)
                .count();
        out.printf(
                Locale.UK,
                "Published %,d contests (%,d of them as a new version), %,d unchanged.%n",
                publication.published().size(),
                corrections,
                publication.unchanged());
        publication.leftOut().forEach(contest -> out.println("  Left out, since it does not conform: " + contest));
        publication.outranked().forEach(contest -> out.println("  Left as the council declared it: " + contest));
        out.flush();
    }

    private void say(Report report) {
        spec.commandLine().getOut().print(new TextReport(Locale.getDefault()).write(report));
        spec.commandLine().getOut().flush();
    }
}
