package uk.declared.web.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The list of queries.
 *
 * @param words that those shown have; empty where all are
 */
record QueriesView(String words, List<Group> groups) {
    /**
     * Queries about one thing.
     *
     * @param key by which the page leads to it
     */
    record Group(String key, String name, List<Entry> queries) {}

    /**
     * One query.
     *
     * @param href the path of its page
     */
    record Entry(String href, String title, String description) {
        /** Whether its texts have all of some words. */
        boolean hasAll(String words) {
            String text = (title + " " + description).toLowerCase(Locale.ROOT);
            return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
        }
    }
}
