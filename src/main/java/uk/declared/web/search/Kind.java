package uk.declared.web.search;

import java.util.Arrays;
import java.util.Optional;
import uk.declared.linkeddata.Vocabulary;

/** What can be looked for. */
public enum Kind {
    AREA("area", "Area", "Area"),
    COUNCIL("council", "Council", "Council"),
    BODY("body", "ElectedBody", "Other elected body"),
    PARTY("party", "Party", "Party");

    private final String path;
    private final String term;
    private final String title;

    Kind(String path, String term, String title) {
        this.path = path;
        this.term = term;
        this.title = title;
    }

    /** The URI of the class. */
    public String id() {
        return Vocabulary.NAMESPACE + term;
    }

    /** The first part of the paths of its things, below that of all things. */
    public String path() {
        return path;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** The kind of a thing, by its path below that of all things. */
    static Optional<Kind> ofPath(String path) {
        return Arrays.stream(values())
                .filter(kind -> path.startsWith(kind.path + "/"))
                .findFirst();
    }

    /** The kind that a client names, by the URI of the class or its local name; the electoral area is an area. */
    public static Optional<Kind> named(String name) {
        String local = name.startsWith(Vocabulary.NAMESPACE) ? name.substring(Vocabulary.NAMESPACE.length()) : name;
        return local.equals("ElectoralArea")
                ? Optional.of(AREA)
                : Arrays.stream(values())
                        .filter(kind -> kind.term.equalsIgnoreCase(local) || kind.path.equalsIgnoreCase(local))
                        .findFirst();
    }
}
