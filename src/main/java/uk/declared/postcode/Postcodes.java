package uk.declared.postcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import uk.declared.election.GssCode;

/** The postcodes of an extract, to be looked up. Only where the postcodes of each outward code stand is in memory. */
public final class Postcodes {
    private final Path file;
    private final PostcodeFile head;

    private Postcodes(Path file, PostcodeFile head) {
        this.file = file;
        this.head = head;
    }

    /** @throws IOException where it is no extract, or the disk fails */
    public static Postcodes open(Path extract) throws IOException {
        return new Postcodes(extract, PostcodeFile.read(extract));
    }

    /**
     * What is known of a postcode.
     *
     * @param ward the code of the ward in which it lies, or lay; absent where the directory gives none
     * @param division the code of the county electoral division
     * @param ended the month in which it was ended; absent while it is in use
     */
    public record Entry(
            Postcode postcode, Optional<GssCode> ward, Optional<GssCode> division, Optional<YearMonth> ended) {}

    /** What is known of a postcode; absent where the directory has it not. */
    public Optional<Entry> find(Postcode postcode) {
        try {
            return head.find(postcode, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last month whose changes it knows. */
    public YearMonth asAt() {
        return head.latest();
    }

    /** How many postcodes are in use. */
    public int live() {
        return head.live();
    }

    /** How many are no longer. */
    public int ended() {
        return head.ended();
    }

    /** How many rows of the directory had no postcode that could be read. */
    public int unusable() {
        return head.unusable();
    }
}
