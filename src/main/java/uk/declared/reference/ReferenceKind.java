package uk.declared.reference;

import java.util.Arrays;
import java.util.Optional;

/** A kind of reference data that can be imported. */
public enum ReferenceKind {
    /** Areas: their names, dates, parents and successors. */
    GEOGRAPHY("geography", "areas"),

    /** The register of political parties. */
    PARTIES("parties", "parties"),

    /** Where areas are: their boundaries. */
    BOUNDARIES("boundaries", "areas"),

    /** Counts of people and households by area. */
    CENSUS("census", "areas"),

    /** Who sits on councils: tables of sitting councillors. */
    COMPOSITION("composition", "councils"),

    /** How earlier elections would have gone in wards that are new, as somebody reckons. */
    NOTIONAL("notional", "areas"),

    /** Which ward a postcode lies in; kept in a file of its own, of which the store says only that it is there. */
    POSTCODES("postcodes", "areas"),

    /** Layouts of hexagons that stand in for maps; they are imported as boundaries are. */
    HEXAGONS("hexagons", "areas");

    private final String notation;
    private final String described;

    ReferenceKind(String notation, String described) {
        this.notation = notation;
        this.described = described;
    }

    /** The word for it on the command line, in the record and in URIs. */
    public String notation() {
        return notation;
    }

    /** The data set in which results describe the same things, as far as they name them. */
    public String described() {
        return described;
    }

    /** Whether a person asks for it by its word; layouts of hexagons are asked for as boundaries. */
    public boolean isAskedFor() {
        return this != HEXAGONS;
    }

    /** The kind of this word. */
    public static Optional<ReferenceKind> of(String notation) {
        return Arrays.stream(values())
                .filter(kind -> kind.notation.equals(notation))
                .findFirst();
    }
}
