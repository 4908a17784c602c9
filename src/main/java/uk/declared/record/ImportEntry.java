package uk.declared.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.declared.election.Rights;

/**
 * One release of reference data as the record keeps it: which kept file, and what of it. The file itself is kept with the
 * submissions, and the store's graph is made from it again whenever it is needed.
 *
 * @param data the kind of reference data, such as {@code geography}
 * @param release the last part of the name of the release's graph
 * @param supersedes the releases of the same kind that it takes the place of
 * @param file the SHA-256 of the file
 * @param fileName the name that the file came under
 * @param table the path of the table within a ZIP file, else empty
 * @param importer the version of the importer that accepted it
 * @param time when it was accepted
 * @param things how many things the release tells of
 * @param rights the licence that was stated for the file; absent where the publisher's usual one holds
 */
public record ImportEntry(
        String data,
        String release,
        List<String> supersedes,
        String file,
        String fileName,
        String table,
        String importer,
        Instant time,
        int things,
        Optional<Rights> rights) {
    public ImportEntry {
        supersedes = List.copyOf(supersedes);
    }
}
