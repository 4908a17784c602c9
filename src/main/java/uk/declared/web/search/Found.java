package uk.declared.web.search;

import java.util.List;
import java.util.Optional;

/**
 * A thing that can be found.
 *
 * @param id the path of its URI below {@code /id/}, such as {@code area/E05015239}
 * @param names the name that it goes by, then its further names
 * @param about where or when it belongs, in words: of a candidate the contest, of an area the council; absent where the name
 *     says it all
 * @param from the first day that it was there, or the polling day
 * @param until the last day that it was there; absent where that has not come or is not known
 * @param code its code, where it has one
 * @param kindName what kind of area it is, in English and in Welsh
 * @param result what was declared of it last
 */
record Found(
        String id,
        SearchKind kind,
        List<String> names,
        Optional<String> about,
        Optional<String> from,
        Optional<String> until,
        Optional<String> code,
        Optional<KindName> kindName,
        Optional<Result> result) {
    Found {
        names = List.copyOf(names);
    }

    /** The name of a kind of area in both languages. */
    record KindName(String english, String welsh) {}

    /**
     * What was declared of a thing last.
     *
     * @param id of the contest or election, as a path below {@code /id/}
     * @param day of the poll
     * @param winners who was elected, with their parties; of a candidate themselves; empty of a council
     * @param votes of a candidate
     * @param elected whether a candidate was elected
     */
    record Result(String id, String day, List<String> winners, Optional<Integer> votes, boolean elected) {
        Result {
            winners = List.copyOf(winners);
        }
    }

    /** The name that it goes by. */
    String name() {
        return names.get(0);
    }
}
