package uk.declared.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A page before it is rendered.
 *
 * @param template its name below {@code templates}
 * @param title of the window, without the site's name
 * @param view what the template shows, its texts ready to be read
 * @param breadcrumbs the way down to it from the start page, itself left out
 * @param document the document that it is the HTML form of; none for pages that are nothing but pages
 */
public record Page(
        String template, String title, Object view, List<NamedLink> breadcrumbs, Optional<DocumentLinks> document) {
    public Page {
        breadcrumbs = List.copyOf(breadcrumbs);
    }

    /** A page that is nothing but a page. */
    public static Page of(String template, String title, Object view, NamedLink... breadcrumbs) {
        return new Page(template, title, view, List.of(breadcrumbs), Optional.empty());
    }

    /** The same page as the HTML form of a document. */
    public Page of(DocumentLinks of) {
        return new Page(template, title, view, breadcrumbs, Optional.of(of));
    }
}
