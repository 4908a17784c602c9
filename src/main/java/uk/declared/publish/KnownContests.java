package uk.declared.publish;

import java.util.Optional;
import uk.declared.election.BallotId;
import uk.declared.election.ContestIdentity;

/** Finds the contests that were declared before, so that a ward spelt anew keeps its URI. */
@FunctionalInterface
public interface KnownContests {
    /** Knows none. */
    KnownContests NONE = identity -> Optional.empty();

    /** The identifier under which this contest was first declared. */
    Optional<BallotId> contestOf(ContestIdentity identity);
}
