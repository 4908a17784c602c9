package uk.declared.web.thing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.declared.web.http.Representation;

/** A kind of thing that has URIs: the first part of their path, and the name of the query that describes one. */
enum ThingKind {
    CONTEST("contest", 1, Representation.OF_GRAPHS),
    CANDIDACY("candidacy", 2, Representation.OF_DOCUMENTS),
    ELECTION("election", 1, Representation.OF_PLACES),
    AREA("area", 1, Representation.OF_PLACES),
    COUNCIL("council", 1, Representation.OF_TABLES),
    BODY("body", 1, Representation.OF_TABLES),
    PARTY("party", 1, Representation.OF_TABLES),
    PERSON("person", 1, Representation.OF_DOCUMENTS),
    DECLARATION("declaration", 2, Representation.OF_DOCUMENTS),
    SUBMISSION("submission", 1, Representation.OF_DOCUMENTS);

    private final String path;
    private final int segments;
    private final List<Representation> forms;

    ThingKind(String path, int segments, List<Representation> forms) {
        this.path = path;
        this.segments = segments;
        this.forms = forms;
    }

    /** The forms in which the documents about things of this kind can be had. */
    List<Representation> forms() {
        return forms;
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
