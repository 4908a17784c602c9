package uk.declared.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.receipt.SignatureException;
import uk.declared.receipt.SigningKey;

/** Makes the key that a publisher signs with. */
@Command(
        name = "key",
        description =
                "Makes a key to sign releases and receipts with, in a file that only you may read, and shows its public"
                        + " half. A server signs with the file that DECLARED_SIGNING_KEY names.")
final class KeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to make.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try {
            SigningKey key = SigningKey.make(file);
            spec.commandLine().getOut().println(key.publicKeys());
            spec.commandLine().getOut().flush();
            return ExitCode.CONFORMS;
        } catch (SignatureException e) {
            throw new RefusedException(e);
        }
    }
}
