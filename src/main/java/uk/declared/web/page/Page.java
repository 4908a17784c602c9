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

    /**
     * Of which declarations the page shows something, so that it is to change with them: {@code all}, {@code
     * council:trafford}, {@code contest:local.trafford.altrincham.2024-05-02}; empty where of none.
     */
    public String live() {
        if (template.equals("home") || template.equals("map")) {
            return "all";
        }
        String thing = document.map(of -> of.thing()).orElse("");
        String name = thing.substring(thing.lastIndexOf('/') + 1);
        return switch (template) {
            case "contest" -> "contest:" + name;
            case "council" -> "council:" + name;
            case "election" ->
                name.startsWith("local.") ? "council:" + name.replaceFirst("^local\\.([^.]*).*", "$1") : "all";
            default -> "";
        };
    }

    /** The path of a picture for those who share a link to it; empty where there is none. */
    public String picture() {
        if (view instanceof Pictured pictured) {
            return pictured.picture();
        }
        String thing = document.map(of -> of.thing()).orElse("");
        return template.equals("contest")
                ? "/pictures/contest/" + thing.substring(thing.lastIndexOf('/') + 1) + ".png"
                : "";
    }

    /** A view that has a picture. */
    public interface Pictured {
        /** Its path. */
        String picture();
    }

    /** A view of something that can be cited though it is the form of no document. */
    public interface Citable {
        /** What is cited; absent where there is nothing yet. */
        Optional<Cited> cited();
    }

    /**
     * What is cited.
     *
     * @param path of the page, with its parameters
     * @param description of the data set that it is, for search engines
     */
    public record Cited(String uri, String path, String description) {}

    /** A page that is nothing but a page. */
    public static Page of(String template, String title, Object view, NamedLink... breadcrumbs) {
        return new Page(template, title, view, List.of(breadcrumbs), Optional.empty());
    }

    /** The same page as the HTML form of a document. */
    public Page of(DocumentLinks of) {
        return new Page(template, title, view, breadcrumbs, Optional.of(of));
    }
}
