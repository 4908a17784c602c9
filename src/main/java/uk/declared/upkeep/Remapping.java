package uk.declared.upkeep;

import java.util.List;
import uk.declared.election.BallotId;
import uk.declared.publish.Publication;

/**
 * What came of mapping the kept submissions anew.
 *
 * @param looked how many contests were mapped anew
 * @param changed those that say something else now, each as a further version
 * @param refused contests that break a rule now, and stay as they are
 * @param missing the SHA-256 of submissions that are no longer kept; their contests stay as they are
 */
public record Remapping(int looked, List<Publication.Version> changed, List<BallotId> refused, List<String> missing) {
    /** Nothing was to be done. */
    public static final Remapping NONE = new Remapping(0, List.of(), List.of(), List.of());

    public Remapping {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
        missing = List.copyOf(missing);
    }
}
