package uk.declared.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.Uris;
import uk.declared.postcode.Postcodes;

/**
 * A directory of postcodes. The store says of it that it is there, whose it is and when it was imported; the postcodes
 * themselves stand in its file.
 */
final class PostcodeRelease implements ReferenceRelease {
    private final Postcodes postcodes;

    private PostcodeRelease(Postcodes postcodes) {
        this.postcodes = postcodes;
    }

    /** @param extract the file that was made of the directory */
    static PostcodeRelease read(Path extract, String name) throws UnreadableReferenceException {
        try {
            return new PostcodeRelease(Postcodes.open(extract));
        } catch (IOException e) {
            throw new UnreadableReferenceException(
                    name + " cannot be read (" + e.getMessage() + "). Import the directory of postcodes again.", e);
        }
    }

    /** The postcodes of today are those of one directory: a later import takes the place of all before. */
    @Override
    public Facts facts() {
        List<String> leftOut = new ArrayList<>();
        if (postcodes.unusable() > 0) {
            leftOut.add(String.format(Locale.UK, "%,d rows without a postcode.", postcodes.unusable()));
        }
        return Facts.of(ReferenceKind.POSTCODES, "directory-" + postcodes.asAt(), postcodes.live(), "postcodes in use")
                .leavingOut(leftOut)
                .superseding(earlier -> true)
                .namingNothing()
                .from(Source.ONS);
    }

    @Override
    public Stream<Triple> triples(Uris uris) {
        return Stream.empty();
    }
}
