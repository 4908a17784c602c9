package uk.declared.web.thing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.springframework.stereotype.Component;
import uk.declared.web.stored.StoredQuery;

/** The ballot papers and electors of a whole election, where each of its contests with a poll says both. */
@Component
final class ElectionTurnout {
    private final ThingDescriptions things;
    private final Query query = StoredQuery.read("election-turnout");

    ElectionTurnout(ThingDescriptions things) {
        this.things = things;
    }

    /**
     * What was cast in how many contests.
     *
     * @param papers ballot papers
     * @param electorate more than 0
     */
    record Whole(int contests, BigDecimal papers, BigDecimal electorate) {
        /** In per cent, half-up to one place. */
        BigDecimal percentage() {
            return papers.multiply(BigDecimal.valueOf(100)).divide(electorate, 1, RoundingMode.HALF_UP);
        }
    }

    /** Absent where there is one contest alone, or one that has a poll does not say both. */
    Optional<Whole> of(Node election) {
        return things.rows(query, election).stream()
                .findFirst()
                .filter(row -> row.integer("contests").orElse(0) > 1
                        && row.integer("silent").orElse(1) == 0
                        && row.decimal("electorate").orElse(BigDecimal.ZERO).signum() > 0)
                .map(row -> new Whole(
                        row.integer("contests").orElseThrow(),
                        row.decimal("cast").orElse(BigDecimal.ZERO),
                        row.decimal("electorate").orElseThrow()));
    }
}
