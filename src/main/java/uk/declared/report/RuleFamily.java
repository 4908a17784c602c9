package uk.declared.report;

import java.util.Locale;

/** The families of rules in the order of their numbers: a number's first digit tells the family. Each has a file in {@code shapes/}. */
public enum RuleFamily {
    READING,
    IDENTITY,
    CANDIDATES,
    VOTES,
    WINNERS,
    ACCOUNT,
    COUNT,
    PLAUSIBILITY;

    /**
     * The family of a rule.
     *
     * @param number such as {@code F402}
     */
    static RuleFamily of(String number) {
        return values()[number.charAt(1) - '0'];
    }

    /** Whether there are shapes in its file; reading finds what it finds before there is any data for them. */
    public boolean hasShapes() {
        return this != READING;
    }

    /** Its file, named from the root of the class path, in Turtle. */
    public String file() {
        return "shapes/" + name().toLowerCase(Locale.ROOT) + ".ttl";
    }
}
