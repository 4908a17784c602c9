package uk.declared.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;
import uk.declared.election.Office;
import uk.declared.election.OfficeAreas;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;

/**
 * Compares the code of a contest's area with all that it must agree with:
 *
 * <ol>
 *   <li>it is of a kind that the office is elected for,
 *   <li>a kind of area that is not loaded is not checked further, and that is said,
 *   <li>a code of a kind that is loaded is known,
 *   <li>and in force on polling day; the first election to new wards may be held before they begin,
 *   <li>and the area lies in the council's, then or, for a council that starts later, afterwards,
 *   <li>and it bears the name that the contest gives, which must not be that of another area of the council, a slip of the
 *       pen apart.
 * </ol>
 */
final class AreaChecks {
    /** A new ward's first election is held up to so many days before it begins; shadow councils sit about a year. */
    private static final int DAYS_AHEAD = 400;

    /** Offices whose contests are called by the areas that they are held for. */
    private static final Set<String> NAMED_BY_AREA =
            Set.of(Office.COUNCILLOR.notation(), Office.MEMBER_OF_PARLIAMENT.notation());

    private final Geography geography;
    private final Councils councils = Councils.shipped();

    AreaChecks(Geography geography) {
        this.geography = geography;
    }

    void add(ContestFigures contest, CheckTriples check) {
        contest.parts().forEach(part -> compareCountingArea(part, check));
        Optional<GssCode> code = code(contest, "statisticalGeography");
        Optional<LocalDate> day = contest.day("pollingDate");
        if (code.isEmpty() || day.isEmpty()) {
            return;
        }
        Optional<Council> council = code(contest, "councilArea").flatMap(area -> councils.byCode(area, day.get()));
        Set<String> kinds = OfficeAreas.shipped().entities(office(contest), council.map(Council::type));
        if (!kinds.isEmpty() && !kinds.contains(code.get().entity())) {
            check.add(contest.contest(), "areaOfAnotherKind", code.get().value());
            check.add(contest.contest(), "areaKinds", String.join(", ", kinds));
            return;
        }
        if (!geography.isLoaded()) {
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
            compareDays(contest, area.get(), council, day.get(), check);
            compareCouncil(contest, area.get(), day.get(), check);
            if (NAMED_BY_AREA.contains(office(contest))) {
                contest.given("areaNameGiven")
                        .ifPresent(name -> compareName(contest, area.get(), name, council, kinds, check));
            }
        }
    }

    /** The code of a counting area is known, where its kind is loaded, and is of an area that bears its name. */
    private void compareCountingArea(ContestFigures part, CheckTriples check) {
        Optional<GssCode> code = code(part, "countingArea").filter(of -> geography.covers(of.entity()));
        Optional<AreaRecord> area = code.flatMap(geography::area);
        if (code.isPresent() && area.isEmpty()) {
            check.add(part.contest(), "areaUnknown", code.get().value());
        }
        area.ifPresent(known -> part.label()
                .filter(name -> !known.isCalled(name))
                .ifPresent(name -> {
                    check.add(part.contest(), "areaCode", known.code().value());
                    check.add(part.contest(), "areaName", known.name());
                    check.add(part.contest(), "areaNamedOtherwise", name);
                }));
    }

    private void compareDays(
            ContestFigures contest, AreaRecord area, Optional<Council> council, LocalDate day, CheckTriples check) {
        area.operativeUntil().filter(day::isAfter).ifPresent(last -> {
            check.add(contest.contest(), "areaEnded", last.toString());
            check.add(contest.contest(), "areaSuccessors", successors(area, council, day));
        });
        area.operativeFrom()
                .filter(first -> first.isAfter(day.plusDays(DAYS_AHEAD)))
                .ifPresent(first -> check.add(contest.contest(), "areaBegins", first.toString()));
    }

    /** Those that the geography names, else the council's areas of that name on the day; a dash where there are none. */
    private String successors(AreaRecord area, Optional<Council> council, LocalDate day) {
        String named = area.successors().stream()
                .map(code -> geography.area(code).map(AreaChecks::written).orElse(code.value()))
                .collect(Collectors.joining(", "));
        if (!named.isEmpty()) {
            return named;
        }
        Set<String> alike = around(council, day)
                .flatMap(within -> geography.electoralAreas(area.name(), within, day).stream())
                .filter(other -> other.code().entity().equals(area.code().entity()))
                .map(AreaChecks::written)
                .collect(Collectors.toCollection(TreeSet::new));
        return alike.isEmpty() ? "\u2013" : String.join(", ", alike);
    }

    private static Stream<GssCode> around(Optional<Council> council, LocalDate day) {
        return council.map(each -> each.codesAround(day)).orElse(List.of()).stream();
    }

    /** As “E05015239 (Altrincham)”. */
    private static String written(AreaRecord area) {
        return area.code().value() + " (" + area.name() + ")";
    }

    /** Only an area that lies in another council of the table is certain to be wrong. */
    private void compareCouncil(ContestFigures contest, AreaRecord area, LocalDate day, CheckTriples check) {
        Optional<GssCode> council = code(contest, "councilArea");
        if (council.filter(area.code()::equals).isPresent()) {
            return;
        }
        Optional<String> wanted = council.flatMap(code -> slug(code, day));
        Set<String> found = Stream.concat(
                        slug(area.code(), day).stream(),
                        Stream.concat(Stream.of(area), above(area))
                                .flatMap(each -> each.parents().stream())
                                .filter(parent ->
                                        parent.until().filter(day::isAfter).isEmpty())
                                .flatMap(parent -> slug(parent.code(), day).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean same = area.parents().stream()
                .anyMatch(parent -> council.filter(parent.code()::equals).isPresent());
        if (wanted.isPresent() && !found.isEmpty() && !found.contains(wanted.get()) && !same) {
            check.add(contest.contest(), "areaOfAnotherCouncil", String.join(", ", found));
        }
    }

    /** A name that is spelt in a way of its own is a doubt; one that another area of the council bears is a contradiction. */
    private void compareName(
            ContestFigures contest,
            AreaRecord area,
            String name,
            Optional<Council> council,
            Set<String> kinds,
            CheckTriples check) {
        LocalDate day = contest.day("pollingDate").orElseThrow();
        if (area.isCalled(name)) {
            return;
        }
        Predicate<AreaRecord> another =
                other -> kinds.contains(other.code().entity()) && !other.code().equals(area.code());
        Set<String> others = around(council, day)
                .flatMap(within -> geography.electoralAreas(name, within, day).stream())
                .filter(another)
                .map(AreaChecks::written)
                .collect(Collectors.toCollection(TreeSet::new));
        if (others.isEmpty() && !SpellingSlip.mayBe(name, area.name())) {
            around(council, day)
                    .flatMap(within -> geography.electoralAreas(within, day).stream())
                    .filter(another.and(other -> SpellingSlip.is(name, other.name())))
                    .map(AreaChecks::written)
                    .forEach(others::add);
        }
        check.add(contest.contest(), "areaCode", area.code().value());
        check.add(contest.contest(), "areaName", area.name());
        check.add(
                contest.contest(),
                others.isEmpty() ? "areaNamedOtherwise" : "areaOfAnotherName",
                others.isEmpty() ? name : String.join(", ", others));
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

    private static String office(ContestFigures contest) {
        return contest.object(contest.contest(), "office")
                .filter(Node::isURI)
                .map(Node::getURI)
                .map(uri -> Uris.lastPart(uri))
                .orElse("");
    }

    private static Optional<GssCode> code(ContestFigures contest, String property) {
        return contest.object(contest.contest(), property)
                .filter(Node::isURI)
                .map(Node::getURI)
                .flatMap(uri -> GssCode.parse(Uris.lastPart(uri)));
    }
}
