package uk.declared.election;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A count by the single transferable vote.
 *
 * @param quota how many votes elect a candidate, where the source says
 * @param stages in their order; the first preferences are stage 1
 */
public record Count(Optional<BigDecimal> quota, List<CountStage> stages) {
    /** The decimal places that votes are counted to: Scottish Local Government Elections Order 2011, schedule 1, rule 49. */
    public static final int PLACES = 5;

    public Count {
        stages = List.copyOf(stages);
    }
}
