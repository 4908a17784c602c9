package uk.declared.composition;

import java.util.Optional;
import org.apache.jena.graph.Node;

/** Who or what is in a seat. */
sealed interface Occupant {
    /** Nobody, as the sources say. */
    record Vacant() implements Occupant {}

    /** Somebody, or nobody: the sources do not say. */
    record Unknown() implements Occupant {}

    /**
     * Somebody who holds it.
     *
     * @param membership the URI of the membership, which stands for the holder: names do not
     * @param affiliation the party, or the code for independents or for those of whom nothing is said
     * @param candidacy by which the seat was won, where a result says so
     * @param person where the source identifies one
     */
    record Holder(Node membership, String name, Node affiliation, Optional<Node> candidacy, Optional<Node> person)
            implements Occupant {
        /** Of two holders that share a membership the later knowledge of affiliation counts; they are one. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Holder holder && holder.membership.equals(membership);
        }

        @Override
        public int hashCode() {
            return membership.hashCode();
        }
    }

    Occupant VACANT = new Vacant();
    Occupant UNKNOWN = new Unknown();
}
