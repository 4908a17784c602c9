package uk.declared.export;

import java.util.List;
import org.apache.jena.query.Query;

/** A list of contests, elections or bodies as a table: a query, the names of whose variables are the headings. */
public enum ListTable {
    /** The contests of an election. */
    CONTESTS_OF_ELECTION("contests-of-election", "contests"),
    CONTESTS_OF_AREA("contests-of-area", "contests"),
    ELECTIONS_OF_DAY("elections-of-day", "elections"),
    ELECTIONS_OF_GROUP("elections-of-group", "elections"),
    ELECTIONS_OF_BODY("elections-of-body", "elections"),
    ELECTIONS_OF_PARTY("elections-of-party", "elections-of-party"),
    ELECTIONS("elections", "elections"),
    BODIES("bodies", "bodies");

    private final String layout;
    private final Query query;

    ListTable(String query, String layout) {
        this.layout = layout;
        this.query = ExportQueries.read("lists/" + query);
    }

    /** The name under which its columns are described. */
    public String layout() {
        return layout;
    }

    public List<String> headings() {
        return query.getResultVars();
    }

    /** The query; where the list is of a thing's, that is {@code ?thing}. */
    Query query() {
        return query;
    }
}
