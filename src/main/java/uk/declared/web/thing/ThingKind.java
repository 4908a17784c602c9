package uk.declared.web.thing;

import java.util.Arrays;
import java.util.Optional;

/** A kind of thing that has URIs: the first part of their path, and the name of the query that describes one. */
enum ThingKind {
    CONTEST("contest", 1),
    CANDIDACY("candidacy", 2),
    ELECTION("election", 1),
    AREA("area", 1),
    COUNCIL("council", 1),
    BODY("body", 1),
    PARTY("party", 1),
    DECLARATION("declaration", 2),
    SUBMISSION("submission", 1);

    private final String path;
    private final int segments;

    ThingKind(String path, int segments) {
        this.path = path;
        this.segments = segments;
    }

    /** The first part of the path of its URIs, also the name of its query and its template. */
    String path() {
        return path;
    }

    /** How many parts of the path name one thing; what follows is a part of that thing, such as a rejection. */
    int segments() {
        return segments;
    }

    static Optional<ThingKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
