package uk.declared.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import uk.declared.election.Rights;

/** Under which licence files may be used, and whom to name. */
final class RightsOptions {
    @Option(
            names = "--licence",
            paramLabel = "IRI",
            description = "The address of the licence that the files are under, or none where no licence is known."
                    + " What is not under an open licence stays out of the open dumps.")
    private Optional<String> licence = Optional.empty();

    @Option(
            names = "--attribution",
            paramLabel = "TEXT",
            description = "Whom to name when the data are used; needs --licence.")
    private Optional<String> attribution = Optional.empty();

    /** What is stated; absent where nothing is. */
    Optional<Rights> stated() {
        if (licence.isEmpty() && attribution.isPresent()) {
            throw new RefusedException("--attribution needs --licence: name the licence's address, or none.");
        }
        try {
            return licence.map(address -> Rights.stated(address, attribution));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }
}
