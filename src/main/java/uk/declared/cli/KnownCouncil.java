package uk.declared.cli;

import java.util.Optional;
import uk.declared.election.Councils;

/** Holds commands to councils that there are. */
final class KnownCouncil {
    private KnownCouncil() {}

    /**
     * Lets a council pass that the shipped table knows, and whoever names none.
     *
     * @throws RefusedException where there is no such council; it names those that are spelt alike
     */
    static void require(Optional<String> slug) {
        Councils councils = Councils.shipped();
        slug.filter(named -> !councils.knows(named)).ifPresent(named -> {
            throw new RefusedException("There is no council “" + named + "”. Is it one of "
                    + String.join(", ", councils.slugsLike(named)) + "?");
        });
    }
}
