package uk.declared.web.search;

import java.util.Arrays;
import java.util.Optional;

/** What can be looked for; of things that match alike an earlier kind comes first. */
enum SearchKind {
    COUNCIL("council", 4),
    AREA("area", 3),
    PARTY("party", 3),
    ELECTION("election", 2),
    CANDIDATE("candidate", 1);

    private final String key;
    private final float weight;

    SearchKind(String key, float weight) {
        this.key = key;
        this.weight = weight;
    }

    /** How much more a thing of this kind weighs than one of another that matches alike. */
    float weight() {
        return weight;
    }

    /** The word for it in addresses and message files. */
    String key() {
        return key;
    }

    static Optional<SearchKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    static SearchKind of(Kind kind) {
        return switch (kind) {
            case AREA -> AREA;
            case COUNCIL, BODY -> COUNCIL;
            case PARTY -> PARTY;
        };
    }
}
