package uk.declared.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;
import uk.declared.record.Sha256;

/**
 * The releases of a data folder, each a folder of its own below {@code releases/}: the quads, the manifest, what is needed to cite
 * it, and the checksums of these. Nothing is written there twice; only what must not be handed out any more is taken away.
 */
public final class Releases {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.json.jws";
    static final String CITATION = "CITATION.cff";
    static final String DATACITE = "datacite.json";
    static final String CHECKSUMS = "SHA256SUMS";
    private static final String WITHHELD = "withheld.json";

    private final Path folder;

    /** @param dataFolder the folder of the deployment */
    public Releases(Path dataFolder) {
        this.folder = dataFolder.resolve("releases");
    }

    Path folder() {
        return folder;
    }

    /** All releases, the first first. */
    public List<Release> all() throws ReleaseException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Release> releases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            List<Integer> numbers = folders.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.matches("[1-9]\\d{0,6}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            for (int number : numbers) {
                releases.add(read(number));
            }
        } catch (IOException e) {
            throw new ReleaseException("The releases in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return releases;
    }

    /** The release of a number. */
    public Optional<Release> find(int number) throws ReleaseException {
        return Files.isDirectory(of(number)) ? Optional.of(read(number)) : Optional.empty();
    }

    /** The release of a number, which has to be there and whole. */
    public Release usable(int number) throws ReleaseException {
        Release release = find(number)
                .orElseThrow(() -> new ReleaseException("There is no release " + number + " in " + folder + "."));
        Optional<Release.Withheld> withheld = withheld(release);
        if (withheld.isPresent()) {
            throw new ReleaseException("Release " + number + " is withheld since "
                    + withheld.get().time() + ": " + withheld.get().reason());
        }
        List<String> wrong = differences(release);
        if (!wrong.isEmpty()) {
            throw new ReleaseException("Release " + number + " is not what was released: " + wrong.get(0)
                    + ". Bring back its folder from a copy.");
        }
        return release;
    }

    private Release read(int number) throws ReleaseException {
        try {
            return ReleaseManifest.read(Files.readString(of(number).resolve(MANIFEST)));
        } catch (IOException e) {
            throw new ReleaseException("The manifest of release " + number + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path of(int number) {
        return folder.resolve(Integer.toString(number));
    }

    /** One of a release's files; absent where it has none of the name. */
    public Optional<Path> file(Release release, String name) {
        boolean its = name.equals(release.file())
                || Stream.of(MANIFEST, SIGNATURE, CITATION, DATACITE, CHECKSUMS).anyMatch(name::equals);
        return Optional.of(of(release.number()).resolve(name)).filter(path -> its && Files.isRegularFile(path));
    }

    /** The names of the files that a release has, the quads first. */
    public List<String> files(Release release) {
        return Stream.of(release.file(), MANIFEST, SIGNATURE, CITATION, DATACITE, CHECKSUMS)
                .filter(name -> file(release, name).isPresent())
                .toList();
    }

    /** That a release's quads were taken away, where they were. */
    public Optional<Release.Withheld> withheld(Release release) {
        Path note = of(release.number()).resolve(WITHHELD);
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.INDENTED.readTree(Files.readString(note));
            return Optional.of(new Release.Withheld(
                    Instant.parse(json.path("time").asString()),
                    json.path("reason").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes away the quads of every release that holds what an entry of the record said. Their checksums and manifests stay.
     *
     * @return the numbers of these releases
     */
    public List<Integer> withhold(long entry, String reason, Instant time) throws ReleaseException {
        List<Integer> numbers = new ArrayList<>();
        for (Release release : all()) {
            if (release.entries() >= entry && withheld(release).isEmpty()) {
                withhold(release, reason, time);
                numbers.add(release.number());
            }
        }
        return numbers;
    }

    private void withhold(Release release, String reason, Instant time) throws ReleaseException {
        String note = Json.INDENTED.writeValueAsString(Json.INDENTED
                .createObjectNode()
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("reason", reason));
        try {
            Files.writeString(of(release.number()).resolve(WITHHELD), note + "\n");
            Files.deleteIfExists(of(release.number()).resolve(release.file()));
            ReleaseStore.forget(this, release);
        } catch (IOException e) {
            throw new ReleaseException(
                    "Release " + release.number() + " holds what was redacted and cannot be withheld: " + e.getMessage()
                            + ". Delete " + of(release.number()).resolve(release.file()),
                    e);
        }
    }

    /** What of a release is not as its checksums say, in a sentence each; what was withheld may be gone. */
    public List<String> differences(Release release) throws ReleaseException {
        List<String> wrong = new ArrayList<>();
        boolean isWithheld = withheld(release).isPresent();
        try {
            List<String> lines = Files.readAllLines(of(release.number()).resolve(CHECKSUMS));
            for (String line : lines) {
                String name = line.substring(line.indexOf("  ") + 2);
                Path file = of(release.number()).resolve(name);
                if (!Files.exists(file)) {
                    if (!isWithheld || !name.equals(release.file())) {
                        wrong.add(name + " is gone");
                    }
                } else if (!line.startsWith(sha256(file) + "  ")) {
                    wrong.add(name + " has changed");
                }
            }
            boolean listed = lines.contains(release.sha256() + "  " + release.file());
            if (!listed
                    || lines.stream()
                                    .filter(line -> !line.endsWith("  " + SIGNATURE))
                                    .count()
                            != 4) {
                wrong.add(CHECKSUMS + " does not list what the manifest names");
            }
            Optional<Release.Previous> previous = release.previous();
            if (previous.isPresent()
                    && !sha256(of(previous.get().number()).resolve(MANIFEST))
                            .equals(previous.get().manifestSha256())) {
                wrong.add("the manifest of release " + previous.get().number() + " before it has changed");
            }
        } catch (IOException | StringIndexOutOfBoundsException e) {
            wrong.add("it cannot be read (" + e.getMessage() + ")");
        }
        return wrong;
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
