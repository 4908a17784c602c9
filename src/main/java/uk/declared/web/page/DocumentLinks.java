package uk.declared.web.page;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import uk.declared.web.http.Representation;

/**
 * Where a document is and what it goes with; sent as Link headers (RFC 8288) with every form of it.
 *
 * @param thing the URI of what it is about
 * @param canonical the document's own URI
 * @param path the document's path on this server, the context path left out
 * @param licence under which it may be used
 * @param vocabulary the path of the vocabulary that it is written in
 */
public record DocumentLinks(String thing, String canonical, String path, URI licence, String vocabulary) {
    /** The document in each of its forms. */
    public List<Alternate> alternates() {
        return Representation.OF_DOCUMENTS.stream()
                .map(representation -> Alternate.of(path, representation))
                .toList();
    }

    /** The document in each of its RDF syntaxes. */
    public List<Alternate> data() {
        return alternates().stream()
                .filter(alternate -> alternate.representation().syntax().isPresent())
                .toList();
    }

    /**
     * Adds the Link headers.
     *
     * @param contextPath where this server's paths begin
     */
    public void addTo(HttpHeaders headers, String contextPath) {
        headers.add(HttpHeaders.LINK, "<" + canonical + ">; rel=\"canonical\"");
        for (Alternate alternate : alternates()) {
            headers.add(
                    HttpHeaders.LINK,
                    "<" + contextPath + alternate.href() + ">; rel=\"alternate\"; type=\"" + alternate.mediaType()
                            + "\"");
        }
        headers.add(HttpHeaders.LINK, "<" + licence + ">; rel=\"license\"");
        headers.add(HttpHeaders.LINK, "<" + contextPath + vocabulary + ">; rel=\"describedby\"");
    }
}
