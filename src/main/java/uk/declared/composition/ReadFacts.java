package uk.declared.composition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Entry;
import uk.declared.composition.CouncilFacts.NamedArea;

/**
 * What was read of one council that only changes with what is published or imported of it.
 *
 * @param governs the code of the area that it governs
 * @param contests by their URI, without what is said of the election as a whole
 * @param areas that may be its wards, by their URI
 * @param names by which parties of the entries were found; absent where none has a name alone
 */
record ReadFacts(
        Optional<String> governs,
        Map<Node, Contest> contests,
        Map<Node, List<NamedArea>> areas,
        List<Entry> entries,
        @Nullable PartyNames names) {
    /** How much there is of it, in things. */
    int size() {
        return contests.size() + areas.size() + entries.size();
    }
}
