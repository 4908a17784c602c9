package uk.declared.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import uk.declared.composition.CouncilSeats;
import uk.declared.election.Rights;
import uk.declared.folder.KeptSubmissions;
import uk.declared.linkeddata.Uris;
import uk.declared.postcode.PostcodeExtract;
import uk.declared.postcode.UnreadablePostcodesException;
import uk.declared.projection.CurrentReleases;
import uk.declared.projection.StoreUpdater;
import uk.declared.publish.Appending;
import uk.declared.record.ImportEntry;
import uk.declared.record.RecordBatch;
import uk.declared.record.RecordLog;
import uk.declared.reference.ReferenceImporter;
import uk.declared.reference.ReferenceKind;
import uk.declared.reference.ReferenceRelease;
import uk.declared.reference.UnreadableReferenceException;
import uk.declared.store.Store;
import uk.declared.upkeep.Remapping;

/**
 * The flow from a file of reference data to the store:
 *
 * <ol>
 *   <li>read the file completely; what cannot be used refuses it, and nothing is kept,
 *   <li>keep the file, byte for byte, by its hash (of postcodes the extract of it),
 *   <li>append to the record which of its tables is which release, and force it to disk,
 *   <li>apply the releases to the store, in one transaction,
 *   <li>after an import of geography, give the contests that only name their area its code, where it is known now.
 * </ol>
 */
public final class ReferencePublisher {
    private final Uris uris;
    private final Store store;
    private final RecordLog record;
    private final Appending appending;
    private final KeptSubmissions kept;
    private final StoreUpdater updater;
    private final Supplier<Remapping> relink;
    private final Clock clock;

    /** @param relink gives contests whose areas had no code the codes that are known now */
    public ReferencePublisher(
            Uris uris,
            RecordLog record,
            Appending appending,
            Store store,
            KeptSubmissions kept,
            StoreUpdater updater,
            Supplier<Remapping> relink,
            Clock clock) {
        this.uris = uris;
        this.store = store;
        this.record = record;
        this.appending = appending;
        this.kept = kept;
        this.updater = updater;
        this.relink = relink;
        this.clock = clock;
    }

    /** Imports a file under its publisher's usual licence. */
    public List<Imported> publish(ReferenceKind kind, Path file) throws UnreadableReferenceException {
        return publish(kind, file, Optional.empty());
    }

    /**
     * Imports a file.
     *
     * @param rights the licence that is stated for it; absent where its publisher's usual one holds
     * @return what became of each of its tables
     * @throws UnreadableReferenceException where it is refused
     * @throws UncheckedIOException where the disk fails; what was not acknowledged is then not in the record
     */
    public synchronized List<Imported> publish(ReferenceKind kind, Path file, Optional<Rights> rights)
            throws UnreadableReferenceException {
        if (!Files.isRegularFile(file)) {
            throw UnreadableReferenceException.missing(file);
        }
        try {
            String name = String.valueOf(file.getFileName());
            Path copy = kept.unfinished();
            try {
                take(kind, file, name, copy);
                List<ReferenceRelease> releases = ReferenceImporter.read(kind, copy, name);
                List<Imported> imported;
                synchronized (appending) {
                    imported = append(releases, copy, name, rights);
                }
                updater.catchUp();
                return withWhatFollowed(kind, imported);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an import of a kind led to elsewhere, where it may: contests that found their areas, councillors that found no ward. */
    private List<Imported> withWhatFollowed(ReferenceKind kind, List<Imported> imported) {
        if (kind == ReferenceKind.GEOGRAPHY) {
            return relinked(imported);
        }
        return kind == ReferenceKind.COMPOSITION
                ? imported.stream().map(this::withUnmatched).toList()
                : imported;
    }

    /** A file is kept as it came, byte for byte; of a directory of postcodes, a gigabyte of it, only what is asked of it. */
    private static void take(ReferenceKind kind, Path file, String name, Path copy)
            throws IOException, UnreadableReferenceException {
        if (kind != ReferenceKind.POSTCODES) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            PostcodeExtract.make(file, name, copy);
        } catch (UnreadablePostcodesException e) {
            throw new UnreadableReferenceException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A newer geography may know the codes of areas that results only named. */
    private List<Imported> relinked(List<Imported> imported) {
        if (imported.stream().allMatch(Imported::unchanged)) {
            return imported;
        }
        int contests = relink.get().changed().size();
        List<Imported> all = new ArrayList<>(imported);
        all.set(all.size() - 1, all.get(all.size() - 1).withRelinked(contests));
        return all;
    }

    /** What a table of councillors names that is not known can be said once it is in the store. */
    private Imported withUnmatched(Imported imported) {
        return imported.noting(new CouncilSeats(uris, ReferenceImporter.councilOf(imported.release()))
                .unmatched((query, bindings) -> store.select(
                        query,
                        bindings,
                        rows -> rows.stream().map(Binding::detach).toList())));
    }

    private List<Imported> append(List<ReferenceRelease> releases, Path copy, String name, Optional<Rights> rights)
            throws IOException {
        String hash = KeptSubmissions.hash(copy);
        List<Imported> imported = new ArrayList<>();
        List<ImportEntry> current =
                new ArrayList<>(CurrentReleases.of(releases.get(0).kind().notation(), record.imports()));
        try (RecordBatch batch = record.begin()) {
            for (ReferenceRelease release : releases) {
                ImportEntry entry = entry(release, current, name, hash, rights);
                boolean unchanged = current.stream().anyMatch(earlier -> Imported.same(earlier, entry));
                imported.add(new Imported(
                        entry.release(),
                        release.things(),
                        release.thingsAre(),
                        release.leftOut(),
                        unchanged ? List.of() : replaced(release, current).toList(),
                        unchanged,
                        0));
                if (!unchanged) {
                    batch.add(entry);
                    current.removeIf(earlier -> entry.release().equals(earlier.release())
                            || entry.supersedes().contains(earlier.release()));
                    current.add(entry);
                }
            }
            if (batch.size() > 0) {
                kept.keep(copy, hash);
                batch.commit(hash);
            }
        }
        return imported;
    }

    private ImportEntry entry(
            ReferenceRelease release, List<ImportEntry> current, String name, String hash, Optional<Rights> rights) {
        return new ImportEntry(
                release.kind().notation(),
                release.name(),
                replaced(release, current)
                        .filter(earlier -> !earlier.equals(release.name()))
                        .toList(),
                hash,
                name,
                release.table(),
                ReferenceImporter.VERSION,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                release.things(),
                rights);
    }

    private static Stream<String> replaced(ReferenceRelease release, List<ImportEntry> current) {
        return current.stream()
                .map(ImportEntry::release)
                .filter(earlier -> earlier.equals(release.name()) || release.supersedes(earlier));
    }
}
