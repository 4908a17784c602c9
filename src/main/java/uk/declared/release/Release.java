package uk.declared.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A release, as its manifest states it.
 *
 * @param number counted from 1
 * @param made when the state was frozen
 * @param base where all its URIs begin
 * @param entries how many entries the record had
 * @param head the hash of the last of them, which covers all before
 * @param file the name of the file of quads
 * @param sha256 of that file
 * @param bytes how long the file is
 * @param quads how many quads it holds
 * @param contests how many contests the record knew
 * @param publisher who publishes
 * @param licence the URI of the licence of what names none of its own
 * @param sources whose data it holds, each with its licence
 * @param previous the number of the release before and the SHA-256 of its manifest; absent for the first
 * @param program the version of the program that made it
 */
public record Release(
        int number,
        Instant made,
        String base,
        long entries,
        String head,
        String file,
        String sha256,
        long bytes,
        long quads,
        int contests,
        String publisher,
        String licence,
        List<Source> sources,
        Optional<Previous> previous,
        String program) {
    public Release {
        sources = List.copyOf(sources);
    }

    /**
     * Whose data a release holds.
     *
     * @param licence its URI; that of the release where it names none
     */
    public record Source(String name, String licence) {}

    /** @param manifestSha256 by which a chain of releases can be checked */
    public record Previous(int number, String manifestSha256) {}

    /** That what it held must not be handed out any more. */
    public record Withheld(Instant time, String reason) {}

    /** The page about it. */
    public String page() {
        return base + "/data/releases/" + number;
    }

    public String title() {
        return "Election results published at " + base + ", release " + number;
    }
}
