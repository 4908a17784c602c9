package uk.declared.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import uk.declared.store.Stores;
import uk.declared.store.remote.RemoteAddress;
import uk.declared.store.remote.RemoteStores;
import uk.declared.web.settings.Settings;

/** Which store: that of the data folder, or one elsewhere. */
final class StoreOptions {
    private static final String URL = "declared.store.url";

    /** Where Spring Boot looks for settings besides the environment and the system's properties. */
    private static final List<String> PLACES =
            List.of("application.properties", "application.yaml", "application.yml", "config");

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "A SPARQL 1.1 store that is used instead of the one in the data folder, such as"
                    + " http://localhost:3030/declared (docs/operations.md). Or the setting declared.store.url.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--take-over",
            description =
                    "Empties that store first where it was filled from another record, or holds other people’s graphs;"
                            + " without this it is left as it is.")
    private boolean takesOver;

    /** The stores that were chosen: by the option, or else by the settings. */
    Stores stores() {
        return chosen(url, takesOver);
    }

    /** The stores that the settings choose. */
    static Stores set() {
        return chosen(Optional.empty(), false);
    }

    private static Stores chosen(Optional<String> named, boolean takesOver) {
        if (named.isEmpty() && !mayBeSet()) {
            return embedded(takesOver);
        }
        Settings settings = Settings.here();
        return named.or(() -> settings.value(URL))
                .<Stores>map(url -> new RemoteStores(address(url, settings), takesOver))
                .orElseGet(() -> embedded(takesOver));
    }

    private static Stores embedded(boolean takesOver) {
        if (takesOver) {
            throw new RefusedException(
                    "--take-over empties a store elsewhere, and none is named. Name it with --store or declared.store.url.");
        }
        return Stores.EMBEDDED;
    }

    /** Whether there is a place that may name a store: reading all settings takes longer than many a command. */
    private static boolean mayBeSet() {
        return PLACES.stream().anyMatch(file -> Files.exists(Path.of(file)))
                || Stream.concat(
                                System.getenv().keySet().stream(),
                                System.getProperties().stringPropertyNames().stream())
                        .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                        .anyMatch(name -> name.startsWith("declaredstore") || name.startsWith("spring"));
    }

    private static RemoteAddress address(String url, Settings settings) {
        URI query = uri(url, URL);
        URI update = settings.value("declared.store.update-url")
                .map(other -> uri(other, "declared.store.update-url"))
                .orElse(query);
        return new RemoteAddress(query, update, credentials(settings));
    }

    private static URI uri(String text, String setting) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new RefusedException(wrong(text, setting), e);
        }
        throw new RefusedException(wrong(text, setting));
    }

    private static String wrong(String text, String setting) {
        return "“" + text + "” (" + setting
                + ") is no address of a store. Write one such as http://localhost:3030/declared;"
                + " a name and a password go into declared.store.user and declared.store.password-file.";
    }

    private static Optional<RemoteAddress.Credentials> credentials(Settings settings) {
        Optional<String> user = settings.value("declared.store.user");
        Optional<String> file = settings.value("declared.store.password-file");
        if (user.isPresent() != file.isPresent()) {
            throw new RefusedException(
                    "declared.store.user and declared.store.password-file go together: set both or neither.");
        }
        return user.map(name -> new RemoteAddress.Credentials(name, password(Path.of(file.orElseThrow()))));
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new RefusedException(
                    "The password of the store cannot be read from " + file + " (declared.store.password-file): "
                            + e.getMessage(),
                    e);
        }
    }
}
