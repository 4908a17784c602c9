package uk.declared.web.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import uk.declared.election.Rights;
import uk.declared.linkeddata.Licences;

/**
 * Under which licences a document may be used.
 *
 * @param licences of what it shows; several where parts are under different ones
 * @param unknown whether no licence is known of something that it shows
 * @param attributions whom to name
 */
public record DocumentRights(List<URI> licences, boolean unknown, List<String> attributions) {
    public DocumentRights {
        licences = List.copyOf(licences);
        attributions = List.copyOf(attributions);
    }

    /** All of it is under one licence. */
    public static DocumentRights of(URI licence) {
        return new DocumentRights(List.of(licence), false, List.of());
    }

    /** What somebody stated. */
    public static DocumentRights of(Rights rights) {
        return new DocumentRights(
                rights.licence().map(Licences::usual).stream().toList(),
                rights.licence().isEmpty(),
                rights.attribution().stream().toList());
    }

    /** What is made of several parts is under the licences of all of them. */
    public static DocumentRights of(List<DocumentRights> parts) {
        return new DocumentRights(
                parts.stream()
                        .flatMap(part -> part.licences().stream())
                        .distinct()
                        .toList(),
                parts.stream().anyMatch(DocumentRights::unknown),
                parts.stream()
                        .flatMap(part -> part.attributions().stream())
                        .distinct()
                        .toList());
    }

    /** The licences by their names in a language, for pages. */
    public List<NamedLink> named(String language) {
        return licences.stream()
                .map(licence ->
                        new NamedLink(licence.toString(), Licences.name(licence, Locale.forLanguageTag(language))))
                .toList();
    }
}
