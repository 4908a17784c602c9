package uk.declared.imports;

import java.util.List;
import java.util.stream.Stream;
import uk.declared.record.ImportEntry;

/**
 * What became of one table of an imported file.
 *
 * @param release the name of the release
 * @param things how many things it tells of
 * @param thingsAre what they are, in the plural
 * @param leftOut what was left out of it and why
 * @param superseded the releases that it took the place of
 * @param unchanged whether it was there already, so that nothing was changed
 * @param relinked how many contests got the code of their area once the file, of which this is the last table, was there
 */
public record Imported(
        String release,
        int things,
        String thingsAre,
        List<String> leftOut,
        List<String> superseded,
        boolean unchanged,
        int relinked) {
    public Imported {
        leftOut = List.copyOf(leftOut);
        superseded = List.copyOf(superseded);
    }

    Imported withRelinked(int contests) {
        return new Imported(release, things, thingsAre, leftOut, superseded, unchanged, contests);
    }

    /** The same with something more that was left out. */
    Imported noting(List<String> further) {
        return new Imported(
                release,
                things,
                thingsAre,
                Stream.concat(leftOut.stream(), further.stream()).toList(),
                superseded,
                unchanged,
                relinked);
    }

    /** Whether an earlier import was of this very table of this very file, under the same licence. */
    static boolean same(ImportEntry one, ImportEntry other) {
        return one.file().equals(other.file())
                && one.table().equals(other.table())
                && one.release().equals(other.release())
                && one.rights().equals(other.rights());
    }
}
