package uk.declared.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The levels that ONS's lookups have columns for, and the letters that the names of those columns begin with. Areas of the
 * lowest levels do not lie in one another: parishes, wards and constituencies are drawn independently.
 */
enum AreaLevel {
    WARD("wd"),
    DIVISION("ced"),
    PARISH("par", "parncp"),
    DISTRICT_ELECTORAL_AREA("dea"),
    CONSTITUENCY("pcon"),
    DISTRICT("lad"),
    COUNTY("cty", "utla", "ctyua", "mcty"),
    COMBINED_AUTHORITY("cauth"),
    REGION("rgn"),
    COUNTRY("ctry"),
    UNITED_KINGDOM("uk");

    private final List<String> letters;

    AreaLevel(String... letters) {
        this.letters = List.of(letters);
    }

    /** The level that a column is of, by the letters that its name begins with, in lower case. */
    static Optional<AreaLevel> of(String letters) {
        return Arrays.stream(values())
                .filter(level -> level.letters.contains(letters))
                .findFirst();
    }

    /** The letters by which releases name it. */
    String notation() {
        return letters.get(0);
    }

    /** The levels directly above, each in the order of preference where a lookup lacks the one before. */
    List<List<AreaLevel>> above() {
        return switch (this) {
            case WARD, PARISH, DISTRICT_ELECTORAL_AREA -> List.of(List.of(DISTRICT, COUNTY));
            case DIVISION -> List.of(List.of(COUNTY, DISTRICT));
            case CONSTITUENCY, UNITED_KINGDOM -> List.of();
            case DISTRICT -> List.of(List.of(COUNTY, REGION, COUNTRY), List.of(COMBINED_AUTHORITY));
            case COUNTY -> List.of(List.of(REGION, COUNTRY));
            case COMBINED_AUTHORITY, REGION -> List.of(List.of(COUNTRY));
            case COUNTRY -> List.of(List.of(UNITED_KINGDOM));
        };
    }
}
