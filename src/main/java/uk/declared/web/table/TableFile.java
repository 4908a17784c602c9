package uk.declared.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A table that can be had.
 *
 * @param path of its document on this server, without suffix and context path
 * @param query what tells it from other tables of the document, with the question mark; empty where it is the first
 * @param fileName to save it under, without suffix
 * @param title what it is a table of
 * @param source the URI of what it is a table of
 * @param contest the URI of the only contest that it is about
 * @param columns the name under which its columns are described
 * @param headings of its columns
 * @param content writes it
 */
public record TableFile(
        String path,
        String query,
        String fileName,
        String title,
        String source,
        Optional<String> contest,
        String columns,
        List<String> headings,
        Content content) {
    /** The ending of a table's path. */
    public static final String SUFFIX = ".csv";

    /** The ending of the path of its description (Model for Tabular Data, section 5.3). */
    public static final String DESCRIPTION = ".csv-metadata.json";

    /** What writes a table. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Where the table is, seen from its description. */
    String url() {
        return path.substring(path.lastIndexOf('/') + 1) + SUFFIX + query;
    }
}
