package uk.declared.web.page;

/**
 * A link as a page shows it.
 *
 * @param href a path of this server, or a URI elsewhere
 * @param label the text to click
 */
public record NamedLink(String href, String label) {}
