package uk.declared.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import uk.declared.election.Rights;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.Licences;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.Latest;
import uk.declared.record.RecordLog;

/** Under which licence the record last declared a contest. */
public final class RecordedRights {
    private final RecordLog record;

    public RecordedRights(RecordLog record) {
        this.record = record;
    }

    public Rights of(Latest latest) {
        try {
            DeclarationEntry entry =
                    ((Entry.Declared) record.entry(latest.sequence()).content()).declaration();
            return GraphSources.of(entry, CanonicalTriples.read(entry.declaration()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What holds for a whole that has one part under each: that of the part that may be passed on less freely. */
    public static Rights stricter(Rights earlier, Rights later) {
        return earlier.licence().filter(Licences::isOpen).isPresent() ? later : earlier;
    }
}
