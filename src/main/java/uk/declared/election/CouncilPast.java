package uk.declared.election;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that identifies a council, or did: a row of {@code declared/council-history.csv}.
 *
 * @param kind what it is
 * @param value the code, the name or the short name
 * @param from the first day on which it held, where that is known
 * @param until the last day; absent for what is only another name
 */
public record CouncilPast(Kind kind, String value, Optional<LocalDate> from, Optional<LocalDate> until) {
    /** What a row of the table tells. */
    public enum Kind {
        /** A GSS code that the area had. */
        CODE,
        /** A name that the place had. */
        NAME,
        /** A name that the council had. */
        OFFICIAL_NAME,
        /** Another name by which it is known, on any day. */
        ALSO,
        /** Another short name in identifiers. */
        SLUG;

        boolean isName() {
            return this == NAME || this == OFFICIAL_NAME || this == ALSO;
        }
    }

    /** Whether it held on a day. What has no last day is no more than another name, and holds on none. */
    boolean on(LocalDate day) {
        return until.isPresent()
                && !day.isAfter(until.get())
                && from.filter(day::isBefore).isEmpty();
    }

    Optional<GssCode> code() {
        return kind == Kind.CODE ? GssCode.parse(value) : Optional.empty();
    }
}
