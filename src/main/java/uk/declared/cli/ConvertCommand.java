package uk.declared.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import uk.declared.deployment.Deployment;
import uk.declared.folder.BaseUri;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.publish.SubmissionConverter;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Report;
import uk.declared.report.TextReport;

/** Converts submissions to RDF without publishing them. */
@Command(
        name = "convert",
        description = "Converts files to RDF without publishing them. Findings go to standard error.")
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--to",
            paramLabel = "SYNTAX",
            defaultValue = "nquads",
            description = "nquads, ntriples, turtle or trig, which stream; jsonld or rdfxml. Default: nquads.")
    private String syntax = "nquads";

    @Option(names = "-o", paramLabel = "OUT", description = "A file to write; without it standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A data folder whose reference data names are looked up in, and whose URIs are used.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--base-uri",
            paramLabel = "URI",
            defaultValue = "${env:DECLARED_BASE_URI}",
            description = "Where all URIs begin (default: http://localhost:8080, or DECLARED_BASE_URI).")
    private Optional<String> baseUri = Optional.empty();

    @Override
    public Integer call() {
        if (data.isEmpty()) {
            return convert(new SubmissionConverter(uris(), ReferenceData.NONE));
        }
        Optional<String> wanted = baseUri.filter(uri -> !uri.isBlank());
        try (Deployment deployment = Deployment.open(data.get(), wanted, SystemClock.UTC, StoreOptions.set())) {
            return convert(new SubmissionConverter(deployment.uris(), deployment.reference()));
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    private int convert(SubmissionConverter converter) {
        RdfSyntax chosen = chosenSyntax();
        try (OutputStream output = open();
                RdfStreamWriter writer = RdfStreamWriter.open(chosen, output)) {
            return reading.forEach(
                    submission -> {
                        Report report = converter.convert(submission, reading.readOptions(), writer);
                        say(report);
                        return report.refused() ? ExitCode.VIOLATIONS : ExitCode.CONFORMS;
                    },
                    this::say);
        } catch (IOException e) {
            throw new RefusedException("The output cannot be written: " + e.getMessage(), e);
        }
    }

    private Uris uris() {
        try {
            return new Uris(
                    BaseUri.normalise(baseUri.filter(uri -> !uri.isBlank()).orElse(BaseUri.DEFAULT)));
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    private RdfSyntax chosenSyntax() {
        return RdfSyntax.ofOption(syntax)
                .orElseThrow(() -> new RefusedException("There is no syntax “" + syntax + "”. Choose one of "
                        + Arrays.stream(RdfSyntax.values())
                                .map(RdfSyntax::option)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private OutputStream open() throws IOException {
        OutputStream target = out.isPresent() ? Files.newOutputStream(out.get()) : new UnclosedOutput(System.out);
        return new BufferedOutputStream(target, 1 << 16);
    }

    private void say(Report report) {
        spec.commandLine().getErr().print(new TextReport(Locale.getDefault()).write(report));
        spec.commandLine().getErr().flush();
    }
}
