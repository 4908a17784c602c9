package uk.declared.web.thing;

import java.util.Comparator;
import java.util.List;

/** Reads the declarations of a contest. */
final class Declarations {
    private Declarations() {}

    /** All that the graph holds, the latest version first. */
    static List<Facts> latestFirst(Facts contest) {
        return contest.partsBy("declarationOf").stream()
                .filter(declaration -> declaration.integer("version").isPresent())
                .sorted(Comparator.comparing((Facts declaration) ->
                                declaration.integer("version").orElse(0))
                        .reversed())
                .toList();
    }
}
