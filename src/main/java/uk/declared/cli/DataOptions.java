package uk.declared.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import uk.declared.publish.DataFolderException;
import uk.declared.publish.Deployment;

/** Which data folder, and where its URIs begin. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:DECLARED_DATA:-declared-data}",
            description = "The data folder (default: declared-data in the current folder, or DECLARED_DATA).")
    private Path folder = Path.of("declared-data");

    @Option(
            names = "--base-uri",
            paramLabel = "URI",
            defaultValue = "${env:DECLARED_BASE_URI}",
            description = "Where all URIs begin; fixed in the data folder at its first use"
                    + " (default: http://localhost:8080, or DECLARED_BASE_URI).")
    private Optional<String> baseUri = Optional.empty();

    Path folder() {
        return folder;
    }

    Optional<String> baseUri() {
        return baseUri.filter(uri -> !uri.isBlank());
    }

    /** Opens the data folder. */
    Deployment open() {
        try {
            return Deployment.open(folder, baseUri());
        } catch (DataFolderException e) {
            throw new RefusedException(e);
        }
    }
}
