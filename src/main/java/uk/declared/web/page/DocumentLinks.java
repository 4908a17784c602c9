package uk.declared.web.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import uk.declared.linkeddata.Uris;
import uk.declared.web.http.Representation;

/**
 * Where a document is and what it goes with; sent as Link headers (RFC 8288) with every form of it.
 *
 * @param thing the URI of what it is about
 * @param canonical the document's own URI
 * @param path the document's path on this server, the context path left out
 * @param rights under which licences it may be used
 * @param vocabulary the path of the vocabulary that it is written in
 * @param forms in which it can be had
 * @param tables further layouts of it as a table
 */
public record DocumentLinks(
        String thing,
        String canonical,
        String path,
        DocumentRights rights,
        String vocabulary,
        List<Representation> forms,
        List<NamedLink> tables) {
    public DocumentLinks {
        forms = List.copyOf(forms);
        tables = List.copyOf(tables);
    }

    /** The links of a document that is no table, all of it under one licence. */
    public DocumentLinks(String thing, String canonical, String path, URI licence, String vocabulary) {
        this(thing, canonical, path, DocumentRights.of(licence), vocabulary);
    }

    /** The links of a document that is no table, and perhaps under several licences. */
    public DocumentLinks(String thing, String canonical, String path, DocumentRights rights, String vocabulary) {
        this(thing, canonical, path, rights, vocabulary, Representation.OF_DOCUMENTS, List.of());
    }

    /** The path of the query editor with a query about the thing; empty of things that no query is made for. */
    public String question() {
        return path.matches(Uris.DOCUMENTS + "(contest|election|council|area|party)/[^/]+")
                ? "/sparql?about=" + URLEncoder.encode(thing, StandardCharsets.UTF_8)
                : "";
    }

    /** The document in each of its forms. */
    public List<Alternate> alternates() {
        return forms.stream()
                .map(representation -> Alternate.of(path, representation))
                .toList();
    }

    /** The document in each of its forms that is no page. */
    public List<Alternate> data() {
        return alternates().stream()
                .filter(alternate -> !alternate.representation().equals(Representation.HTML))
                .toList();
    }

    /**
     * Adds the Link headers.
     *
     * @param contextPath where this server's paths begin
     */
    public void addTo(HttpHeaders headers, String contextPath) {
        headers.add(HttpHeaders.LINK, "<" + canonical + ">; rel=\"canonical\"");
        // RFC 8574: what is cited is the thing, whose URI stays.
        headers.add(HttpHeaders.LINK, "<" + ascii(thing) + ">; rel=\"cite-as\"");
        for (Alternate alternate : alternates()) {
            headers.add(
                    HttpHeaders.LINK,
                    "<" + contextPath + alternate.href() + ">; rel=\"alternate\"; type=\"" + alternate.mediaType()
                            + "\"");
        }
        for (URI licence : rights.licences()) {
            headers.add(HttpHeaders.LINK, "<" + licence + ">; rel=\"license\"");
        }
        headers.add(HttpHeaders.LINK, "<" + contextPath + vocabulary + ">; rel=\"describedby\"");
    }

    /** An IRI as a URI, since a header holds ASCII alone (RFC 3987, section 3.1). */
    private static String ascii(String iri) {
        StringBuilder uri = new StringBuilder(iri.length());
        for (byte octet : iri.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0) {
                uri.append((char) octet);
            } else {
                uri.append(String.format("%%%02X", octet & 0xff));
            }
        }
        return uri.toString();
    }
}
