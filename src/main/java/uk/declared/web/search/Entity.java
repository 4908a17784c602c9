package uk.declared.web.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A thing with everything that a name can be matched with.
 *
 * @param id the path of its URI below {@code /id/}, such as {@code area/E05015239}
 * @param names every name that it has or had, the label first
 * @param code its code, where it has one
 * @param from the first day that it was there; absent where that is not known
 * @param until the last day; absent where that is not known or has not come
 * @param within the identifiers of the areas that it lies in, and of the bodies that are elected in it
 */
public record Entity(
        String id,
        Kind kind,
        List<String> names,
        Optional<String> code,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Set<String> within) {
    /** The name that it goes by. */
    public String name() {
        return names.get(0);
    }

    /** Whether it was there on a day. */
    public boolean on(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }
}
