package uk.declared.projection;

import java.util.ArrayList;
import java.util.List;
import uk.declared.record.ImportEntry;
import uk.declared.record.RecordedImport;

/** Which releases of reference data stand, after some of the record's imports or all of them. */
public final class CurrentReleases {
    private CurrentReleases() {}

    /**
     * The releases of one kind that nothing has superseded.
     *
     * @param imports of the record, in order
     * @param before counts only imports whose entries have lower numbers
     */
    public static List<ImportEntry> of(String data, List<RecordedImport> imports, long before) {
        List<ImportEntry> current = new ArrayList<>();
        for (RecordedImport each : imports) {
            ImportEntry entry = each.entry();
            if (each.sequence() < before && entry.data().equals(data)) {
                current.removeIf(earlier -> earlier.release().equals(entry.release())
                        || entry.supersedes().contains(earlier.release()));
                current.add(entry);
            }
        }
        return current;
    }

    /** The releases of one kind that stand now. */
    public static List<ImportEntry> of(String data, List<RecordedImport> imports) {
        return of(data, imports, Long.MAX_VALUE);
    }
}
