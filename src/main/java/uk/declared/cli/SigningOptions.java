package uk.declared.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import uk.declared.receipt.SignatureException;
import uk.declared.receipt.SigningKey;

/** What to sign with. */
final class SigningOptions {
    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            defaultValue = "${env:DECLARED_SIGNING_KEY}",
            description = "The file with the key to sign with, as `key` makes it, or DECLARED_SIGNING_KEY."
                    + " Without one nothing is signed.")
    private Optional<Path> file = Optional.empty();

    Optional<SigningKey> key() throws SignatureException {
        return file.isPresent() && !file.get().toString().isBlank()
                ? Optional.of(SigningKey.read(file.get()))
                : Optional.empty();
    }
}
