package uk.declared.count;

import java.util.List;
import uk.declared.election.Count;

/** What came of a count. */
public sealed interface Counted {
    /** All stages up to the last. */
    Count count();

    /**
     * All seats are filled.
     *
     * @param elected candidates counted from 0, in their order
     */
    record Complete(Count count, List<Integer> elected) implements Counted {
        public Complete {
            elected = List.copyOf(elected);
        }
    }

    /**
     * The count stops until a lot is drawn.
     *
     * @param count the stages up to there
     */
    record Undecided(Count count, Tie tie) implements Counted {}
}
