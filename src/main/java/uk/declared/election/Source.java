package uk.declared.election;

import java.util.Arrays;
import java.util.Optional;

/** Who says so, in the order of precedence: an earlier one is not replaced by a later one by itself. */
public enum Source {
    COUNCIL("council"),
    OPERATOR("operator"),
    THIRD_PARTY("third-party");

    private final String notation;

    Source(String notation) {
        this.notation = notation;
    }

    /** The notation in the vocabulary's code list {@code source}. */
    public String notation() {
        return notation;
    }

    /** Whether this source's word stands against the other's. */
    public boolean outranks(Source other) {
        return compareTo(other) < 0;
    }

    /** The source of that notation. */
    public static Optional<Source> of(String notation) {
        return Arrays.stream(values())
                .filter(source -> source.notation.equals(notation))
                .findFirst();
    }
}
