package uk.declared.reference;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.election.GssCode;

/**
 * One area as the geography knows it.
 *
 * @param name in English
 * @param welshName where the source gives one
 * @param otherNames what else it is or was called: former names, names in Gaelic
 * @param operativeFrom the first day of the code; absent where the source does not say
 * @param operativeUntil the last day of the code, inclusive; absent while it is live
 * @param parents the areas that it lay in, each with its days, in their order
 * @param successors the codes that took its place, where the source says so
 * @param knownOnlyIn the years of the lookups that alone tell of it, so that its days are not known; absent where a
 *     history does
 */
public record AreaRecord(
        GssCode code,
        String name,
        Optional<String> welshName,
        List<String> otherNames,
        Optional<LocalDate> operativeFrom,
        Optional<LocalDate> operativeUntil,
        List<Parent> parents,
        List<GssCode> successors,
        Optional<Set<Integer>> knownOnlyIn) {
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    public AreaRecord {
        otherNames = List.copyOf(otherNames);
        parents = List.copyOf(parents);
        successors = List.copyOf(successors);
        knownOnlyIn = knownOnlyIn.map(Set::copyOf);
    }

    /** An area that a history tells of. */
    public AreaRecord(
            GssCode code,
            String name,
            Optional<String> welshName,
            Optional<LocalDate> operativeFrom,
            Optional<LocalDate> operativeUntil,
            List<Parent> parents,
            List<GssCode> successors) {
        this(code, name, welshName, List.of(), operativeFrom, operativeUntil, parents, successors, Optional.empty());
    }

    /** Every name that it has and had. */
    public Stream<String> names() {
        return Stream.concat(Stream.concat(Stream.of(name), welshName.stream()), otherNames.stream())
                .distinct();
    }

    /**
     * Whether a text names it, but for what {@link Names#plain} leaves out. A text may give two names with a stroke between
     * them, as bilingual sources do, and something in brackets behind.
     */
    public boolean isCalled(String text) {
        String bare = IN_BRACKETS.matcher(text).replaceFirst("");
        Set<String> given = Stream.concat(Stream.of(text, bare), Arrays.stream(bare.split("/")))
                .map(Names::plain)
                .collect(Collectors.toSet());
        return names().map(Names::plain).anyMatch(given::contains);
    }

    /** An area that another lay in, and the days between which it did, inclusive. */
    public record Parent(GssCode code, Optional<LocalDate> from, Optional<LocalDate> until) {
        /** Whether this was so on a day. */
        public boolean on(LocalDate day) {
            return within(day, from, until);
        }
    }

    /**
     * Whether the code was in force on a day. A lookup of a year is of the areas after the elections of its May, since new
     * wards begin with them: of an area that only lookups tell of, it is known from May to December of their years.
     */
    public boolean liveOn(LocalDate day) {
        boolean attested = knownOnlyIn
                .map(years -> years.contains(day.getYear()) && day.getMonth().compareTo(Month.MAY) >= 0)
                .orElse(true);
        return attested && within(day, operativeFrom, operativeUntil);
    }

    private static boolean within(LocalDate day, Optional<LocalDate> from, Optional<LocalDate> until) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }
}
