package uk.declared.election;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A principal council of the shipped tables.
 *
 * @param slug Democracy Club's short name for it, part of its URIs and of its contests' identifiers
 * @param name the name of the place
 * @param officialName the council's own name
 * @param welshName the Welsh name of the place, for councils in Wales
 * @param code the GSS code of the area that it governs, the latest
 * @param past what it was called and coded before, and what else it is called
 * @param type the kind of council, as the table names it: {@code district}, {@code county} …
 * @param nation where it is
 * @param start when it came into being; members may have been elected up to a year before
 * @param end its last day
 * @param officialUri the URI that it has among open data communities
 */
public record Council(
        String slug,
        String name,
        String officialName,
        Optional<String> welshName,
        Optional<GssCode> code,
        List<CouncilPast> past,
        String type,
        Nation nation,
        Optional<LocalDate> start,
        Optional<LocalDate> end,
        Optional<URI> officialUri) {
    public Council {
        past = List.copyOf(past);
    }

    /** Whether members could be elected to it on a day: shadow elections are held up to a year before it starts. */
    public boolean electsOn(LocalDate day) {
        boolean begun = start.map(from -> !day.isBefore(from.minusYears(1))).orElse(true);
        boolean ended = end.map(day::isAfter).orElse(false);
        return begun && !ended;
    }

    /** Codes of the same area before a change of its boundary, the oldest first. */
    public List<GssCode> earlierCodes() {
        return past.stream().flatMap(each -> each.code().stream()).toList();
    }

    /** All codes that its area has and had, that of a day first. */
    public List<GssCode> codesAround(LocalDate day) {
        return Stream.concat(codeOn(day).stream(), Stream.concat(code.stream(), earlierCodes().stream()))
                .distinct()
                .toList();
    }

    /** The code of its area on a day. */
    public Optional<GssCode> codeOn(LocalDate day) {
        return past.stream()
                .filter(each -> each.on(day))
                .flatMap(each -> each.code().stream())
                .findFirst()
                .or(() -> code);
    }

    /** The council's own name on a day. */
    public String officialNameOn(LocalDate day) {
        return past(CouncilPast.Kind.OFFICIAL_NAME, day).orElse(officialName);
    }

    /** The name of the place on a day. */
    public String nameOn(LocalDate day) {
        return past(CouncilPast.Kind.NAME, day).orElse(name);
    }

    /** Every name that it has and had, of the place and its own, in English, Welsh and Gaelic. */
    public Stream<String> names() {
        return Stream.concat(
                Stream.concat(Stream.of(name, officialName), welshName.stream()),
                past.stream().filter(each -> each.kind().isName()).map(CouncilPast::value));
    }

    /** Every short name that stands for it in identifiers. */
    Stream<String> slugs() {
        return Stream.concat(
                Stream.of(slug),
                past.stream()
                        .filter(each -> each.kind() == CouncilPast.Kind.SLUG)
                        .map(CouncilPast::value));
    }

    private Optional<String> past(CouncilPast.Kind kind, LocalDate day) {
        return past.stream()
                .filter(each -> each.kind() == kind && each.on(day))
                .map(CouncilPast::value)
                .findFirst();
    }

    /** The council as a body that members are elected to, as it is now. */
    public ElectedBody body() {
        return new ElectedBody(ElectedBody.Kind.COUNCIL, slug, officialName, code, officialUri);
    }

    /** The same with the name and the code that it had on a day. */
    public ElectedBody bodyOn(LocalDate day) {
        return new ElectedBody(ElectedBody.Kind.COUNCIL, slug, officialNameOn(day), codeOn(day), officialUri);
    }
}
