package uk.declared.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.ground.SystemClock;
import uk.declared.receipt.Receipts;
import uk.declared.receipt.SignatureException;
import uk.declared.record.RecordedVersion;

/** Gives a receipt that a declaration stands in the record. */
@Command(
        name = "receipt",
        description =
                "Writes a receipt: that a declaration stands in the record, to be checked by anyone with `check`.")
final class ReceiptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Parameters(index = "0", paramLabel = "CONTEST", description = "The contest's identifier.")
    private String contest = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "The number of the version. Default: the last one.")
    private Optional<Integer> version = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write. Default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        try (Deployment deployment = data.open()) {
            List<RecordedVersion> versions = deployment.history().of(new BallotId(contest));
            RecordedVersion wanted = versions.stream()
                    .filter(one ->
                            version.map(number -> number == one.version()).orElse(one.version() == versions.size()))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("The record has no such version of " + contest + "."));
            String receipt = new Receipts(deployment.tree(), deployment.uris().base(), signing.key(), SystemClock.UTC)
                    .of(wanted.sequence())
                    .text();
            if (output.isPresent()) {
                Files.writeString(output.get(), receipt);
            } else {
                spec.commandLine().getOut().print(receipt);
                spec.commandLine().getOut().flush();
            }
            return ExitCode.CONFORMS;
        } catch (SignatureException e) {
            throw new RefusedException(e);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("“" + contest + "” is no identifier of a contest: " + e.getMessage(), e);
        }
    }
}
