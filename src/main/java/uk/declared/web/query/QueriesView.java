package uk.declared.web.query;

import java.util.List;

/** The list of queries. */
record QueriesView(List<Entry> queries) {
    /**
     * One query.
     *
     * @param href the path of its page
     */
    record Entry(String href, String title, String description) {}
}
