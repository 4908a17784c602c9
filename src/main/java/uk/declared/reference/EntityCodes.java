package uk.declared.reference;

import java.util.Set;

/**
 * The kinds of areas, by the three characters that their codes begin with (ONS, Register of Geographic Codes).
 */
final class EntityCodes {
    /**
     * Wards and electoral divisions, district electoral areas, and constituencies. The wards of Northern Ireland
     * ({@code N08}) are none: councillors there are elected for district electoral areas ({@code N10}).
     */
    private static final Set<String> ELECTORAL = Set.of(
            "E05", "E58", "W05", "S13", "N10", "E14", "W07", "S14", "N05", "N06", "E32", "S16", "S17", "W09", "W10",
            "W57");

    /** What members of principal councils are elected for. */
    private static final Set<String> OF_COUNCILS = Set.of("E05", "E58", "W05", "S13", "N10");

    /** Output areas, super output areas, data zones and workplace zones: hundreds of thousands, and nobody votes by them. */
    private static final Set<String> SMALL = Set.of(
            "E00", "E01", "E02", "E33", "W00", "W01", "W02", "W35", "S00", "S01", "S02", "S34", "N00", "N01", "N19",
            "N20", "N21");

    private EntityCodes() {}

    /** Whether contests are held for areas of this kind. */
    static boolean isElectoral(String entity) {
        return ELECTORAL.contains(entity);
    }

    /** Whether councils consist of areas of this kind. */
    static boolean isOfCouncils(String entity) {
        return OF_COUNCILS.contains(entity);
    }

    /** Whether areas of this kind are left out of an import. */
    static boolean isSmall(String entity) {
        return SMALL.contains(entity);
    }
}
