package uk.declared.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSet;
import uk.declared.deployment.Deployment;
import uk.declared.dump.Dump;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.ground.Shipped;
import uk.declared.record.Sha256;
import uk.declared.store.Position;

/** Freezes the state of now: everything is written beside, checksums last, and gets its number in one step. */
public final class ReleaseMaker {
    private static final Query SOURCES = QueryFactory.create(resource("release-sources.rq"));

    private final Deployment deployment;
    private final Releases releases;
    private final Clock clock;
    private final Function<String, Optional<String>> signature;

    /** @param signature of a manifest, detached from it; absent where the publisher does not sign */
    public ReleaseMaker(Deployment deployment, Clock clock, Function<String, Optional<String>> signature) {
        this.signature = signature;
        this.deployment = deployment;
        this.releases = new Releases(deployment.folder(""));
        this.clock = clock;
    }

    /**
     * Makes the next release.
     *
     * @param publisher who is to be cited
     * @param licence the URI of the licence of what names none of its own
     * @param program the version of this program
     * @throws ReleaseException where nothing was recorded since the last one, or it cannot be written
     */
    public Release make(String publisher, String licence, String program) throws ReleaseException {
        List<Release> before = releases.all();
        Optional<Release> last = before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        Position position = deployment.store().applied();
        if (last.filter(release -> release.head().equals(position.hash())).isPresent()) {
            throw new ReleaseException(
                    "Nothing was recorded since release " + last.get().number() + ".");
        }
        if (position.sequence() == 0) {
            throw new ReleaseException("Nothing was published yet.");
        }
        int number = last.map(Release::number).orElse(0) + 1;
        Path unfinished = releases.folder().resolve("." + number + ".unfinished");
        try {
            FileUtils.deleteDirectory(unfinished.toFile());
            Files.createDirectories(unfinished);
            Release release = write(number, last, position, publisher, licence, program, unfinished);
            Files.move(unfinished, releases.folder().resolve(Integer.toString(number)), StandardCopyOption.ATOMIC_MOVE);
            return release;
        } catch (IOException e) {
            throw new ReleaseException(
                    "The release cannot be written to " + releases.folder() + ": " + e.getMessage(), e);
        }
    }

    private Release write(
            int number,
            Optional<Release> last,
            Position position,
            String publisher,
            String licence,
            String program,
            Path folder)
            throws IOException {
        String name = "declared-release-" + number + ".nq.gz";
        Dump dump = Dump.write(
                deployment.store(), deployment.uris(), DumpSelection.ALL, DumpFormat.N_QUADS, folder.resolve(name));
        Optional<Release.Previous> previous = Optional.empty();
        if (last.isPresent()) {
            Path manifest = releases.file(last.get(), Releases.MANIFEST).orElseThrow();
            previous = Optional.of(new Release.Previous(last.get().number(), Releases.sha256(manifest)));
        }
        Release release = new Release(
                number,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                deployment.uris().base(),
                position.sequence(),
                position.hash(),
                name,
                dump.sha256(),
                Files.size(dump.file()),
                dump.quads(),
                deployment.contests(),
                publisher,
                licence,
                sources(licence),
                previous,
                program);
        String manifest = ReleaseManifest.write(release);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Releases.MANIFEST, manifest);
        files.put(Releases.CITATION, Citation.cff(release));
        files.put(Releases.DATACITE, Citation.dataCite(release));
        signature.apply(manifest).ifPresent(text -> files.put(Releases.SIGNATURE, text + "\n"));
        StringBuilder sums = new StringBuilder(release.sha256() + "  " + name + "\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
            sums.append(Sha256.of(file.getValue()))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        Files.writeString(folder.resolve(Releases.CHECKSUMS), sums);
        return release;
    }

    private List<Release.Source> sources(String licence) {
        return deployment.store().select(SOURCES, Map.of(), rows -> sources(rows, licence));
    }

    private static List<Release.Source> sources(RowSet rows, String licence) {
        Set<Release.Source> sources = new LinkedHashSet<>();
        rows.forEach(row -> sources.add(new Release.Source(
                row.get("name").getLiteralLexicalForm(),
                Optional.ofNullable(row.get("licence"))
                        .map(node -> node.getURI())
                        .orElse(licence))));
        return List.copyOf(sources);
    }

    private static String resource(String name) {
        return Shipped.text(ReleaseMaker.class, name);
    }
}
