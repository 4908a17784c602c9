package uk.declared.web.page;

import uk.declared.web.http.Representation;

/**
 * A document in one of its forms.
 *
 * @param href its path, with the suffix that names the form
 */
public record Alternate(String href, Representation representation) {
    /** The form of the document at a path. */
    public static Alternate of(String path, Representation representation) {
        return new Alternate(path + "." + representation.suffix(), representation);
    }

    public String mediaType() {
        return representation.mediaType();
    }

    public String title() {
        return representation.title();
    }
}
