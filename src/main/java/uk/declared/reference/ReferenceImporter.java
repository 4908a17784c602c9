package uk.declared.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads files of reference data, each recognised by its headings. */
public final class ReferenceImporter {
    /** Rises when what is made from a file changes. */
    public static final String VERSION = "2";

    private static final Pattern DAY_OF_RELEASE = Pattern.compile("(-before)?-\\d{4}-\\d\\d-\\d\\d$");

    private ReferenceImporter() {}

    /**
     * Reads a file completely.
     *
     * @param kind what it is said to hold
     * @param name the name to speak of it by
     * @return its tables; at least one
     * @throws UnreadableReferenceException where it is not such a file, or a row cannot be used
     */
    public static List<ReferenceRelease> read(ReferenceKind kind, Path file, String name)
            throws UnreadableReferenceException {
        List<ReferenceRelease> releases = kind.reader().read(file, name);
        if (releases.isEmpty()) {
            throw new UnreadableReferenceException(
                    name + " is none of the files that are known: give " + kind.files() + ".");
        }
        return releases;
    }

    /** The short name of the council whose composition a release tells, from the release's name. */
    public static String councilOf(String release) {
        return DAY_OF_RELEASE.matcher(release).replaceFirst("");
    }
}
