package uk.declared.web.http;

/**
 * An address that helps where another did not.
 *
 * @param href a path
 * @param title what is found there
 */
public record ProblemLink(String href, String title) {}
