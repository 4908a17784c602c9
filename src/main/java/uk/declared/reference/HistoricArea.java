package uk.declared.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.declared.election.GssCode;

/**
 * One area with all that the history says of it, in the order of time.
 *
 * @param spans each with a name and a parent; at least one
 */
record HistoricArea(GssCode code, List<Span> spans) {
    /**
     * A time during which name and parent stayed what they were.
     *
     * @param name in English, empty where the source gives none
     * @param welshName empty where the source gives none
     * @param gaelicName empty where the source gives none
     * @param from the first day, absent where the source does not say
     * @param until the last day, absent while it goes on
     * @param order the order that began it
     * @param hectares of land; absent where the source does not say
     */
    record Span(
            String name,
            String welshName,
            String gaelicName,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<GssCode> parent,
            ChangeOrder order,
            Optional<BigDecimal> hectares) {}

    HistoricArea {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing((Span span) -> span.from().orElse(LocalDate.MIN))
                .thenComparing(span -> span.until().orElse(LocalDate.MAX)));
        spans = List.copyOf(sorted);
    }

    Span last() {
        return spans.get(spans.size() - 1);
    }

    Optional<LocalDate> from() {
        return spans.get(0).from();
    }

    /** The last day of the code; absent while any of its spans goes on. */
    Optional<LocalDate> until() {
        boolean live = spans.stream().anyMatch(span -> span.until().isEmpty());
        return live
                ? Optional.empty()
                : spans.stream().flatMap(span -> span.until().stream()).max(Comparator.naturalOrder());
    }

    /** The areas that it lay in, spans that follow on one another without a gap made one. */
    List<AreaRecord.Parent> parents() {
        List<AreaRecord.Parent> parents = new ArrayList<>();
        for (Span span : spans) {
            if (span.parent().isEmpty()) {
                continue;
            }
            AreaRecord.Parent next = new AreaRecord.Parent(span.parent().get(), span.from(), span.until());
            int end = parents.size() - 1;
            if (end >= 0 && followsOn(parents.get(end), next)) {
                AreaRecord.Parent before = parents.remove(end);
                next = new AreaRecord.Parent(next.code(), before.from(), later(before.until(), next.until()));
            }
            parents.add(next);
        }
        return parents;
    }

    /** The parent on a day; where there was none on it, the last one. Without a day, the last one. */
    Optional<GssCode> parentOn(Optional<LocalDate> day) {
        List<AreaRecord.Parent> parents = parents();
        return day.flatMap(
                        on -> parents.stream().filter(parent -> parent.on(on)).findFirst())
                .or(() -> parents.isEmpty() ? Optional.empty() : Optional.of(parents.get(parents.size() - 1)))
                .map(AreaRecord.Parent::code);
    }

    private static boolean followsOn(AreaRecord.Parent before, AreaRecord.Parent next) {
        return before.code().equals(next.code())
                && (before.until().isEmpty()
                        || next.from().isEmpty()
                        || !next.from().get().isAfter(before.until().get().plusDays(1)));
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(day -> other.map(end -> end.isAfter(day) ? end : day));
    }
}
