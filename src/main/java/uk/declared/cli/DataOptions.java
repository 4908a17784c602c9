package uk.declared.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.declared.access.AuditLog;
import uk.declared.access.Holder;
import uk.declared.deployment.Deployment;
import uk.declared.folder.BaseUri;
import uk.declared.folder.DataFolder;
import uk.declared.folder.DataFolderException;
import uk.declared.ground.SystemClock;
import uk.declared.store.Stores;

/** Which data folder, and where its URIs begin. */
final class DataOptions {
    private static final String USUAL = "declared-data";
    private static final String OF_REHEARSAL = "declared-rehearsal";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:DECLARED_DATA:-declared-data}",
            description = "The data folder (default: declared-data in the current folder, or DECLARED_DATA).")
    private Path folder = Path.of(USUAL);

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--base-uri",
            paramLabel = "URI",
            defaultValue = "${env:DECLARED_BASE_URI}",
            description = "Where all URIs begin; fixed in the data folder at its first use"
                    + " (default: http://localhost:8080, or DECLARED_BASE_URI).")
    private Optional<String> baseUri = Optional.empty();

    @Option(
            names = {"--rehearsal", "--declared.rehearsal"},
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${sys:declared.rehearsal:-${env:DECLARED_REHEARSAL:-false}}",
            description =
                    "A rehearsal: in a folder of its own (default: declared-rehearsal), under URIs that begin with"
                            + " http://rehearsal., and marked as a test everywhere. Or DECLARED_REHEARSAL=true.")
    private boolean rehearsal;

    /** The folder; a rehearsal never falls into the usual one unless that is named. */
    Path folder() {
        return rehearsal && folder.equals(Path.of(USUAL)) ? Path.of(OF_REHEARSAL) : folder;
    }

    /** Notes in the folder's audit log what was done from the command line; a server may be running on the folder. */
    void note(String action, Map<String, String> details) {
        new AuditLog(folder(), SystemClock.UTC).note(Holder.COMMAND_LINE, action, details);
    }

    /** The folder, where one was named. */
    Optional<Path> named() {
        return Optional.of(folder).filter(path -> !path.equals(Path.of(USUAL)));
    }

    /** Where the store is: in the folder, or elsewhere. */
    Stores stores() {
        return store.stores();
    }

    Optional<String> baseUri() {
        Optional<String> named = baseUri.filter(uri -> !uri.isBlank());
        if (!rehearsal) {
            return named;
        }
        try {
            return Optional.of(BaseUri.rehearsal(named.orElse(BaseUri.DEFAULT)));
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    /** Opens the data folder; one that was not begun yet begins with this base where no other is named. */
    Deployment openOr(String base) {
        if (rehearsal || baseUri().isPresent() || DataFolder.isBegun(folder())) {
            return open();
        }
        try {
            return Deployment.open(folder(), Optional.of(base), SystemClock.UTC, stores());
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }

    /** Opens the data folder. */
    Deployment open() {
        try {
            return Deployment.open(folder(), baseUri(), SystemClock.UTC, stores());
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }
}
