package uk.declared.election;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a source says about its declaration rather than about the result.
 *
 * @param publicationDate when the source published it
 * @param publisher the council that publishes it
 * @param returningOfficer the returning officer's name
 * @param contactName the department to ask
 * @param contactEmail its published e-mail address
 * @param contactTelephone its published telephone number
 * @param page the page on which the source announces it
 * @param service the service that it was published under, in the local government service list
 */
public record DeclarationDetails(
        Optional<LocalDate> publicationDate,
        Optional<ElectedBody> publisher,
        Optional<String> returningOfficer,
        Optional<String> contactName,
        Optional<String> contactEmail,
        Optional<String> contactTelephone,
        Optional<URI> page,
        Optional<URI> service) {
    /** Nothing said. */
    public static final DeclarationDetails NONE = new DeclarationDetails(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
