package uk.declared.export;

import java.util.Optional;
import java.util.function.Function;
import uk.declared.election.RejectionGround;

/**
 * A column of a table of candidacies.
 *
 * @param heading as readers of the layout know it
 * @param value what stands in it on the row of a candidacy; absent where nothing is said
 */
record CsvColumn(String heading, Function<Line, Optional<String>> value) {
    /** A property of the contest, under its vocabulary's name. */
    static CsvColumn ofContest(String heading, String property) {
        return new CsvColumn(heading, line -> line.ofContest(property));
    }

    /** A property of the candidacy, under its vocabulary's name. */
    static CsvColumn ofCandidacy(String heading, String property) {
        return new CsvColumn(heading, line -> line.ofCandidacy(property));
    }

    /** A property of another vocabulary that the contest's latest declaration has. */
    static CsvColumn ofDeclaration(String heading, String property) {
        return new CsvColumn(heading, line -> line.declared(property));
    }

    /** Papers rejected on a ground. */
    static CsvColumn rejected(String heading, RejectionGround ground) {
        return new CsvColumn(heading, line -> line.contest().rejected(ground));
    }
}
