package uk.declared.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.declared.receipt.CheckedReceipt;
import uk.declared.receipt.CheckedReceipt.Outcome;
import uk.declared.receipt.CheckedReceipt.Step;
import uk.declared.receipt.PublicKeys;
import uk.declared.receipt.Receipt;
import uk.declared.receipt.SignatureException;
import uk.declared.record.Sha256;

/** Checks a receipt, or a file's signature, with nothing but files. */
@Command(
        name = "check",
        description =
                "Checks a receipt with nothing but files; or with --signature, whether a file such as a release's manifest.json was"
                        + " signed. Exit code 0: what was checked holds; 1: it does not; 2: it cannot be read.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The receipt, or the file that was signed.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The publisher's keys, as {base}/.well-known/jwks.json lists them. Needed for signatures.")
    private Optional<Path> keys = Optional.empty();

    @Option(
            names = "--sent",
            paramLabel = "FILE",
            description = "What was sent to be published; checks that the entry came of exactly this file.")
    private Optional<Path> sent = Optional.empty();

    @Option(names = "--signature", paramLabel = "FILE", description = "The signature, detached from the file.")
    private Optional<Path> signature = Optional.empty();

    @Override
    public Integer call() {
        try {
            Optional<PublicKeys> known =
                    keys.isPresent() ? Optional.of(PublicKeys.of(Files.readString(keys.get()))) : Optional.empty();
            return signature.isPresent() ? signature(known, signature.get()) : receipt(known);
        } catch (IOException e) {
            throw new RefusedException("A file cannot be read: " + e.getMessage(), e);
        } catch (SignatureException e) {
            throw new RefusedException(e);
        }
    }

    private int signature(Optional<PublicKeys> known, Path detached) throws IOException {
        PublicKeys publisher =
                known.orElseThrow(() -> new RefusedException("Give the publisher's keys too: --keys FILE."));
        boolean signed = publisher.signed(Files.readString(file), Files.readString(detached));
        spec.commandLine()
                .getOut()
                .println(
                        signed
                                ? file + " was signed with one of these keys."
                                : file + " was not signed with one of these keys, or has changed since.");
        spec.commandLine().getOut().flush();
        return signed ? ExitCode.CONFORMS : ExitCode.VIOLATIONS;
    }

    private int receipt(Optional<PublicKeys> known) throws IOException, SignatureException {
        Optional<String> hash =
                sent.isPresent() ? Optional.of(Sha256.of(Files.readAllBytes(sent.get()))) : Optional.empty();
        CheckedReceipt checked = CheckedReceipt.of(Receipt.read(Files.readString(file)), known, hash);
        PrintWriter out = spec.commandLine().getOut();
        checked.declaration()
                .ifPresent(entry -> out.printf(
                        Locale.UK,
                        "%s, version %d, accepted at %s by %s: entry %,d of %,d.%n",
                        entry.contest(),
                        entry.version(),
                        entry.time(),
                        checked.head().base(),
                        checked.entry(),
                        checked.head().entries()));
        if (checked.redacted()) {
            out.println(
                    "The entry's content was taken out of the record: nothing of what the receipt says of it can be checked.");
        }
        line(out, checked, Step.ENTRY, "The entry is what its own hash says");
        line(out, checked, Step.TREE, "The entry is in the record whose head is named");
        line(out, checked, Step.SIGNATURE, "The head is signed with one of the keys");
        line(out, checked, Step.FILE, "The entry came of the file that was sent");
        out.flush();
        return checked.holds() ? ExitCode.CONFORMS : ExitCode.VIOLATIONS;
    }

    private static void line(PrintWriter out, CheckedReceipt checked, Step step, String what) {
        Outcome outcome = checked.of(step);
        out.println((outcome == Outcome.HOLDS
                        ? "yes          "
                        : outcome == Outcome.FAILS ? "NO           " : "not checked  ")
                + what);
    }
}
