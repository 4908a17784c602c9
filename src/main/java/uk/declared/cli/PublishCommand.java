package uk.declared.cli;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.election.Rights;
import uk.declared.election.Source;
import uk.declared.publish.Planned;
import uk.declared.publish.Publication;
import uk.declared.publish.PublicationText;
import uk.declared.publish.Publisher;
import uk.declared.publish.StorageFailedException;
import uk.declared.publish.Terms;
import uk.declared.report.Report;
import uk.declared.report.TextReport;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/** Publishes submissions into a data folder. */
@Command(
        name = "publish",
        description = "Checks files, appends what conforms to the record, and applies it to the store."
                + " A file with a violation is refused as a"
                + " whole, unless --conforming is given.")
final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private RightsOptions rights = new RightsOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--source",
            paramLabel = "S",
            description = "Who says so: council, operator or third-party."
                    + " Default: third-party for formats in which others collect results; else operator, and with"
                    + " --to whoever the token belongs to.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--to", paramLabel = "URL", description = "A running server to publish to; needs --token-file.")
    private Optional<String> server = Optional.empty();

    @Option(names = "--token-file", paramLabel = "F", description = "A file that holds the token for --to.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--conforming",
            description = "Publishes the contests that conform and leaves the others in the report.")
    private boolean conforming;

    @Option(
            names = "--override",
            description = "Replaces what a source of higher precedence declared, such as the council itself.")
    private boolean override;

    @Option(
            names = "--accept-losses",
            description =
                    "Publishes also what lacks figures or identifiers that are published; without it such contests stay"
                            + " as they are, and the report lists what would be lost.")
    private boolean losing;

    @Override
    public Integer call() {
        Optional<Source> who = source.map(PublishCommand::source);
        if (server.isPresent() != tokenFile.isPresent()) {
            throw new RefusedException("--to and --token-file go together: name the server and the file of the token.");
        }
        return server.isPresent() && tokenFile.isPresent()
                ? publishTo(RemotePublisher.to(server.get(), tokenFile.get()), who)
                : publishHere(terms(who.map(Terms::of).orElseGet(() -> Terms.usually(Source.OPERATOR))));
    }

    private Terms terms(Terms who) {
        Terms usual = rights.stated().map(who::under).orElse(who);
        Terms terms = conforming ? usual.whatConforms() : usual;
        Terms chosen = override ? terms.whoeverDeclaredIt() : terms;
        return losing ? chosen.evenWithLosses() : chosen;
    }

    /** Many files are read beside one another, appended in the order in which they are named, and put into the store in one go. */
    private int publishHere(Terms terms) {
        try (Deployment deployment = data.open()) {
            Publisher publisher = deployment.publisher();
            ReadOptions options = reading.readOptions(deployment.mappings());
            int code = reading.forEach(
                    new ReadingOptions.Steps<Planned>() {
                        @Override
                        public Planned ahead(Submission submission) throws UnreadableSubmissionException {
                            return publisher.plan(submission, options, terms);
                        }

                        @Override
                        public int inTurn(Planned planned) throws UnreadableSubmissionException {
                            Publication publication = publisher.append(planned);
                            note(deployment, planned.submission(), publication);
                            say(publication);
                            return publication.report().refused() ? ExitCode.VIOLATIONS : ExitCode.CONFORMS;
                        }
                    },
                    this::say);
            publisher.apply();
            if (publisher.isWaitingForStore()) {
                spec.commandLine()
                        .getErr()
                        .println(
                                "The store does not answer. What is said above to be published is recorded, and is seen as soon as a server"
                                        + " or a command finds the store again.");
            }
            deployment.upkeep().compactIfDue();
            return code;
        }
    }

    private static void note(Deployment deployment, Submission submission, Publication publication) {
        try {
            deployment.audit().note(Holder.COMMAND_LINE, "publish", details(submission, publication));
        } catch (UncheckedIOException e) {
            throw publication.published().isEmpty() ? e : StorageFailedException.afterRecording(e);
        }
    }

    private int publishTo(RemotePublisher remote, Optional<Source> who) {
        Map<String, String> terms = new LinkedHashMap<>();
        who.ifPresent(says -> terms.put("source", says.notation()));
        rights.stated().ifPresent(stated -> {
            terms.put("licence", stated.licence().map(URI::toString).orElse(Rights.NONE));
            stated.attribution().ifPresent(name -> terms.put("attribution", name));
        });
        if (conforming) {
            terms.put("conforming", "true");
        }
        if (override) {
            terms.put("override", "true");
        }
        if (losing) {
            terms.put("accept-losses", "true");
        }
        return reading.forEach(
                submission -> {
                    RemotePublisher.Answer answer =
                            remote.publish(submission, reading.readOptions(), terms, Locale.getDefault());
                    spec.commandLine().getOut().print(answer.text());
                    spec.commandLine().getOut().flush();
                    return answer.exitCode();
                },
                this::say);
    }

    private static Source source(String notation) {
        return Source.of(notation)
                .orElseThrow(() -> new RefusedException("There is no source “" + notation + "”. Choose one of "
                        + Arrays.stream(Source.values()).map(Source::notation).collect(Collectors.joining(", "))
                        + "."));
    }

    private static Map<String, String> details(Submission submission, Publication publication) {
        return Map.of(
                "submission",
                submission.sha256(),
                "outcome",
                publication.refused() ? "refused" : "published",
                "declarations",
                Integer.toString(publication.published().size()));
    }

    private void say(Publication publication) {
        say(publication.report());
        if (publication.refused()) {
            return;
        }
        spec.commandLine().getOut().print(new PublicationText(Locale.getDefault()).write(publication));
        spec.commandLine().getOut().flush();
    }

    private void say(Report report) {
        spec.commandLine().getOut().print(new TextReport(Locale.getDefault()).write(report));
        spec.commandLine().getOut().flush();
    }
}
