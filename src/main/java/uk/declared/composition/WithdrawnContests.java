package uk.declared.composition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.NamedArea;
import uk.declared.election.BallotId;
import uk.declared.election.ElectionId;
import uk.declared.election.Office;
import uk.declared.election.Outcome;
import uk.declared.election.Slug;
import uk.declared.linkeddata.Uris;

/**
 * The contests of a council of which everything was taken back. Their identifiers are all that is left of them: they tell the
 * day, whether it was a by-election, and the ward by its slug. Where the ward's contest of that day is published under
 * another identifier, that is what counts.
 */
final class WithdrawnContests {
    private final Uris uris;
    private final String slug;
    private final List<Contest> published;
    private final List<NamedArea> areas;

    WithdrawnContests(Uris uris, String slug, List<Contest> published, List<NamedArea> areas) {
        this.uris = uris;
        this.slug = slug;
        this.published = published;
        this.areas = areas;
    }

    /** @param withdrawn the identifiers of all councils' such contests */
    List<Contest> in(Collection<String> withdrawn) {
        return withdrawn.stream()
                .map(id -> id.split("\\."))
                .filter(id -> id.length > 3 && id[0].equals(Office.COUNCILLOR.idPrefix()) && id[1].equals(slug))
                .flatMap(id -> of(id).stream())
                .toList();
    }

    /** @param parts of the identifier, such as {@code local}, {@code trafford}, {@code sale-moor}, {@code by}, {@code 2024-05-02} */
    private Optional<Contest> of(String[] parts) {
        LocalDate day = LocalDate.parse(parts[parts.length - 1]);
        return areas.stream()
                .filter(area -> area.inForceOn(day) && Slug.of(area.name()).equals(parts[2]))
                .findFirst()
                .map(NamedArea::area)
                .filter(area -> published.stream()
                        .noneMatch(other ->
                                other.area().equals(area) && other.day().equals(day)))
                .map(area -> new Contest(
                        uris.contest(new BallotId(String.join(".", parts))),
                        uris.election(new ElectionId(parts[0] + "." + slug + "." + day)),
                        area,
                        day,
                        !parts[3].equals("by"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Outcome.WITHDRAWN,
                        0,
                        List.of(),
                        Set.of()));
    }
}
