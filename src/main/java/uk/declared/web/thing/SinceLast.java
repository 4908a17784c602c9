package uk.declared.web.thing;

import java.util.List;
import java.util.Optional;
import uk.declared.web.page.NamedLink;
import uk.declared.web.thing.Winners.Winner;

/**
 * A contest beside the one before it. Texts are ready to be read.
 *
 * @param contest the one before; absent where none is known
 * @param where it was held, where that is another area
 * @param why there is nothing to compare; empty where there is
 * @param lines share of votes by party; empty where there is nothing to compare
 * @param swing in a sentence
 * @param notes on what to bear in mind
 * @param winners who was elected then
 * @param turnout then
 */
record SinceLast(
        Optional<NamedLink> contest,
        String where,
        String why,
        List<Line> lines,
        Optional<String> swing,
        List<String> notes,
        List<Winner> winners,
        Optional<String> turnout) {
    /**
     * A party's share of all votes.
     *
     * @param now empty where nobody stood for it
     * @param change in points of per cent, with its sign; empty where it stood once only
     */
    record Line(Affiliation affiliation, String colour, String now, String before, String change) {}

    /** Nothing is known of an earlier contest. */
    static SinceLast nothing(String why) {
        return new SinceLast(
                Optional.empty(), "", why, List.of(), Optional.empty(), List.of(), List.of(), Optional.empty());
    }
}
