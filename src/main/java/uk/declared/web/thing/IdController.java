package uk.declared.web.thing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.ProblemException;

/**
 * Leads from a thing to the document about it: 303 See Other (Cool URIs for the Semantic Web, section 4.2). A part of a
 * thing, such as a rejection, is described in the document of the whole, or else in one of its own. The temporary name of an area leads to the area
 * with its code, once that is known.
 */
@RestController
final class IdController {
    private final ThingDescriptions things;

    IdController(ThingDescriptions things) {
        this.things = things;
    }

    @GetMapping(Uris.THINGS + "**")
    ResponseEntity<Void> seeDocument(HttpServletRequest request) {
        String document = Requests.path(request, Uris.THINGS)
                .or(() -> Requests.decoded(request, Uris.THINGS))
                .or(() -> Requests.hyphenated(request, Uris.THINGS))
                .filter(things::knows)
                .map(things::documentOf)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.thing"));
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.LOCATION, request.getContextPath() + document + query);
        headers.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
        headers.setCacheControl("no-cache");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).headers(headers).build();
    }
}
