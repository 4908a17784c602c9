package uk.declared.projection;

import java.util.List;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotId;

/** The results as they are published. */
@FunctionalInterface
public interface PublishedResults {
    /** There are none. */
    PublishedResults NONE = contest -> List.of();

    /** The statements of a contest's current result; none where it is not published, or withdrawn. */
    List<Triple> of(BallotId contest);
}
