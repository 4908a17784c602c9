package uk.declared.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.deployment.Deployment;
import uk.declared.dump.Dump;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;

/** Writes a dump of what is published. */
@Command(name = "export", description = "Writes a dump of what is published, or of one year's or election's results.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write; its ending says how: .nq, .nq.gz, .trig or .trig.gz.")
    private Path output = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            defaultValue = "all",
            description = "all, shared, other-licences, a year such as 2024, or an election such as"
                    + " local.trafford.2024-05-02."
                    + " Default: all.")
    private String only = "all";

    @Option(
            names = "--all-licences",
            description = "Also what is not under an open licence, or under none that is known.")
    private boolean allLicences;

    @Override
    public Integer call() {
        DumpFormat format = DumpFormat.ofFile(output.toString())
                .orElseThrow(() -> new RefusedException("The ending of " + output
                        + " names no syntax of dumps. Let it end in .nq, .nq.gz, .trig or .trig.gz."));
        DumpSelection selection = DumpSelection.parse(only)
                .orElseThrow(() -> new RefusedException("“" + only + "” is nothing that can be exported by itself."
                        + " Give all, shared, other-licences, a year, or an election's identifier."));
        try (Deployment deployment = data.open()) {
            Dump dump = Dump.write(
                    deployment.store(),
                    deployment.uris(),
                    allLicences ? selection.withEveryLicence() : selection,
                    format,
                    output);
            spec.commandLine().getOut().println(output + ": " + dump.quads() + " quads, SHA-256 " + dump.sha256());
            if (dump.leftOut() > 0) {
                spec.commandLine()
                        .getOut()
                        .println("  Left out: " + dump.leftOut()
                                + " graphs that are not under an open licence; --all-licences takes them in.");
            }
            return ExitCode.CONFORMS;
        } catch (IOException e) {
            throw new RefusedException("The dump cannot be written to " + output + ": " + e.getMessage(), e);
        }
    }
}
