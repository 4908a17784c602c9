package uk.declared.submission.row;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.GssCode;
import uk.declared.election.OfficeAreas;
import uk.declared.election.Slug;
import uk.declared.reference.AreaRecord;
import uk.declared.reference.Geography;
import uk.declared.submission.text.BallotName;

/**
 * Finds the area that Democracy Club's identifier of a ballot names by its slug, among those of the council on the polling
 * day. A slug is compared letter for letter with those of the areas' names, as Democracy Club makes them: what is neither
 * letter nor digit is dropped, so that “Mill Hill &amp; Moorgate” is {@code mill-hill-moorgate}; older ones spell “and” out.
 */
final class BallotAreas {
    private final Geography geography;

    BallotAreas(Geography geography) {
        this.geography = geography;
    }

    /** The one area of the council whose slug this is; empty where there is none, or several. */
    Optional<AreaRecord> area(BallotName ballot) {
        Optional<Council> council =
                ballot.body().flatMap(slug -> Councils.shipped().bySlug(slug, ballot.day()));
        if (council.isEmpty() || ballot.area().isEmpty()) {
            return Optional.empty();
        }
        Map<GssCode, AreaRecord> found = new LinkedHashMap<>();
        areas(council.get(), ballot.day())
                .filter(area -> hasSlug(area, ballot.area().get()))
                .forEach(area -> found.put(area.code(), area));
        return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
    }

    /** Whether a slug is made of one of the area's names. */
    static boolean hasSlug(AreaRecord area, String slug) {
        return area.names().anyMatch(name -> isSlug(slug, name));
    }

    /** The name of an area that a slug is made of, which a later one may have followed; its name of today where no name but the Welsh one is meant. */
    static String named(AreaRecord area, String slug) {
        return Stream.concat(Stream.of(area.name()), area.otherNames().stream())
                .filter(name -> isSlug(slug, name))
                .findFirst()
                .orElse(area.name());
    }

    private static boolean isSlug(String slug, String name) {
        return Stream.of(name, name.replace("&", " and "), name.replace("/", " "))
                .map(Slug::of)
                .anyMatch(slug::equals);
    }

    private Stream<AreaRecord> areas(Council council, LocalDate day) {
        List<GssCode> places = council.codesAround(day);
        return places.stream()
                .flatMap(place -> geography.electoralAreas(place, day).stream())
                .filter(area -> OfficeAreas.shipped()
                        .entities("councillor", Optional.of(council.type()))
                        .contains(area.code().entity()));
    }
}
