package uk.declared.web.search;

import java.util.List;
import java.util.Optional;

/**
 * A thing that can be found.
 *
 * @param id the path of its URI below {@code /id/}, such as {@code area/E05015239}
 * @param names the name that it goes by, then its further names
 * @param about where or when it belongs, in words: of a candidate the contest; absent where the name says it all
 * @param from the first day that it was there, or the polling day
 * @param until the last day that it was there; absent where that has not come or is not known
 * @param code its code, where it has one
 */
record Found(
        String id,
        SearchKind kind,
        List<String> names,
        Optional<String> about,
        Optional<String> from,
        Optional<String> until,
        Optional<String> code) {
    Found {
        names = List.copyOf(names);
    }

    /** The name that it goes by. */
    String name() {
        return names.get(0);
    }
}
