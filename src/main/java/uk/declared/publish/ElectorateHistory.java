package uk.declared.publish;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import uk.declared.validation.EarlierContests;

/**
 * The electorates of the contests that a submission has given so far, and before them those that are published: a file of
 * ten years is compared with itself.
 */
final class ElectorateHistory implements EarlierContests {
    private final EarlierContests published;
    private final Map<String, TreeMap<LocalDate, Integer>> submitted = new HashMap<>();

    ElectorateHistory(EarlierContests published) {
        this.published = published;
    }

    /** Notes a contest of the submission. */
    void add(String area, String office, LocalDate day, OptionalInt electorate) {
        electorate.ifPresent(persons -> submitted
                .computeIfAbsent(key(area, office), missing -> new TreeMap<>())
                .put(day, persons));
    }

    @Override
    public Optional<Electorate> lastElectorate(String area, String office, LocalDate before) {
        Optional<Electorate> here = Optional.ofNullable(submitted.get(key(area, office)))
                .flatMap(days -> Optional.ofNullable(days.lowerEntry(before)))
                .map(entry -> new Electorate(entry.getKey(), entry.getValue()));
        Optional<Electorate> there = published.lastElectorate(area, office, before);
        boolean hereIsLater = here.isPresent()
                && there.filter(last -> last.day().isAfter(here.get().day())).isEmpty();
        return hereIsLater ? here : there;
    }

    /** An area together with an office. */
    static String key(String area, String office) {
        return area + ' ' + office;
    }
}
