package uk.declared.web.thing;

import java.util.Optional;
import uk.declared.web.map.MapView;

/**
 * What the contests of one election share on their pages.
 *
 * @param map of the areas of the election
 * @param turnout of the election as a whole
 */
record Neighbourhood(Optional<MapView> map, Optional<ElectionTurnout.Whole> turnout) {
    static final Neighbourhood NONE = new Neighbourhood(Optional.empty(), Optional.empty());

    /** What an object takes beside its texts, in bytes, roughly. */
    private static final int OVERHEAD = 200;

    /** What it takes in memory, in bytes, roughly. */
    int weight() {
        return OVERHEAD
                + map.stream()
                        .flatMap(drawing -> drawing.shapes().stream())
                        .mapToInt(shape -> OVERHEAD
                                + shape.path().length()
                                + shape.href().length()
                                + shape.title().length())
                        .sum();
    }
}
