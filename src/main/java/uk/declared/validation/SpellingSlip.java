package uk.declared.validation;

import uk.declared.election.Distance;
import uk.declared.reference.Names;

/** Whether a name can only be another one with a letter or two wrong. */
final class SpellingSlip {
    /** One letter in so many may be wrong. Short names have none to spare: Norton and Morton are two wards. */
    private static final int LETTERS = 7;

    /** More than any ward's name has, in characters. */
    private static final int COMPARED = 100;

    private SpellingSlip() {}

    /** Whether the name is this one but for a letter in seven. */
    static boolean is(String name, String known) {
        String wanted = plain(name);
        return Distance.between(wanted, plain(known)) * LETTERS <= wanted.length();
    }

    /** Whether the name may be short for this one, or a longer or an older spelling of it: a third of its letters are alike, or one holds the other. */
    static boolean mayBe(String name, String known) {
        String wanted = plain(name);
        String other = plain(known);
        return wanted.contains(other)
                || other.contains(wanted)
                || Distance.between(wanted, other) * 3 <= 2 * Math.max(wanted.length(), other.length());
    }

    private static String plain(String name) {
        return Names.plain(name.substring(0, Math.min(COMPARED, name.length())));
    }
}
