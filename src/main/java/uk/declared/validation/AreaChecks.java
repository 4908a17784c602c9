package uk.declared.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;

/**
 * Looks a contest's area up in the geography:
 *
 * <ol>
 *   <li>a kind of area that is not loaded is not checked, and that is said,
 *   <li>a code of a kind that is loaded is known,
 *   <li>and in force on polling day; the first election to new wards may be held before they begin,
 *   <li>and the area lies in the council's, then or, for a council that starts later, afterwards.
 * </ol>
 */
final class AreaChecks {
    /** A new ward's first election is held up to so many days before it begins; shadow councils sit about a year. */
    private static final int DAYS_AHEAD = 400;

    private final Geography geography;
    private final Councils councils = Councils.shipped();

    AreaChecks(Geography geography) {
        this.geography = geography;
    }

    void add(ContestView contest, CheckTriples check) {
        Optional<GssCode> code = contest.object(contest.contest(), "statisticalGeography")
                .filter(Node::isURI)
                .map(Node::getURI)
                .flatMap(uri -> GssCode.parse(uri.substring(uri.lastIndexOf('/') + 1)));
        Optional<LocalDate> day = contest.day("pollingDate");
        if (code.isEmpty() || day.isEmpty() || !geography.isLoaded()) {
            return;
        }
        if (!geography.covers(code.get().entity())) {
            check.add(contest.contest(), "areaKindNotLoaded", code.get().entity());
            return;
        }
        Optional<AreaRecord> area = geography.area(code.get());
        if (area.isEmpty()) {
            check.add(contest.contest(), "areaUnknown", code.get().value());
        } else {
            compareDays(contest, area.get(), day.get(), check);
            compareCouncil(contest, area.get(), day.get(), check);
        }
    }

    private void compareDays(ContestView contest, AreaRecord area, LocalDate day, CheckTriples check) {
        area.operativeUntil().filter(day::isAfter).ifPresent(last -> {
            check.add(contest.contest(), "areaEnded", last.toString());
            check.add(contest.contest(), "areaSuccessors", successors(area));
        });
        area.operativeFrom()
                .filter(first -> first.isAfter(day.plusDays(DAYS_AHEAD)))
                .ifPresent(first -> check.add(contest.contest(), "areaBegins", first.toString()));
    }

    /** As “E05015239 (Altrincham)”; a dash where the geography names none. */
    private String successors(AreaRecord area) {
        String names = area.successors().stream()
                .map(code -> code.value()
                        + geography
                                .area(code)
                                .map(next -> " (" + next.name() + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "\u2013" : names;
    }

    /** Only an area that lies in another council of the table is certain to be wrong. */
    private void compareCouncil(ContestView contest, AreaRecord area, LocalDate day, CheckTriples check) {
        Optional<GssCode> council = contest.object(contest.contest(), "councilArea")
                .filter(Node::isURI)
                .map(Node::getURI)
                .flatMap(uri -> GssCode.parse(uri.substring(uri.lastIndexOf('/') + 1)));
        if (council.filter(area.code()::equals).isPresent()) {
            return;
        }
        Optional<String> wanted = council.flatMap(code -> slug(code, day));
        Set<String> found = Stream.concat(Stream.of(area), above(area))
                .flatMap(each -> each.parents().stream())
                .filter(parent -> parent.until().filter(day::isAfter).isEmpty())
                .flatMap(parent -> slug(parent.code(), day).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean same = area.parents().stream()
                .anyMatch(parent -> council.filter(parent.code()::equals).isPresent());
        if (wanted.isPresent() && !found.isEmpty() && !found.contains(wanted.get()) && !same) {
            check.add(contest.contest(), "areaOfAnotherCouncil", String.join(", ", found));
        }
    }

    /** The areas that it lies in, one level up. */
    private Stream<AreaRecord> above(AreaRecord area) {
        List<GssCode> parents =
                area.parents().stream().map(AreaRecord.Parent::code).distinct().toList();
        return parents.stream().flatMap(code -> geography.area(code).stream());
    }

    private Optional<String> slug(GssCode code, LocalDate day) {
        return councils.byCode(code, day).map(Council::slug);
    }
}
