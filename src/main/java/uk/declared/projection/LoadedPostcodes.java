package uk.declared.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.declared.folder.KeptSubmissions;
import uk.declared.postcode.Postcodes;
import uk.declared.record.ImportEntry;
import uk.declared.record.RecordLog;
import uk.declared.reference.ReferenceKind;

/** The directory of postcodes that was imported last, opened once. */
public final class LoadedPostcodes {
    private final RecordLog record;
    private final KeptSubmissions kept;
    private @Nullable Postcodes opened;
    private String file = "";

    public LoadedPostcodes(RecordLog record, KeptSubmissions kept) {
        this.record = record;
        this.kept = kept;
    }

    /** Absent where none was imported. */
    public synchronized Optional<Postcodes> current() {
        List<ImportEntry> releases = CurrentReleases.of(ReferenceKind.POSTCODES.notation(), record.imports());
        if (releases.isEmpty()) {
            return Optional.empty();
        }
        String wanted = releases.get(releases.size() - 1).file();
        if (opened == null || !wanted.equals(file)) {
            try {
                opened = Postcodes.open(kept.path(wanted));
                file = wanted;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.of(opened);
    }
}
