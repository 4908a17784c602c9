package uk.declared.web.sparql;

import java.util.List;
import java.util.Optional;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.ResultCell;

/**
 * The page of the query editor.
 *
 * @param query the text in the editor
 * @param refusal why it was not answered
 * @param result its answer
 * @param downloads the same answer in other formats
 * @param assets where the editor's script and styles are
 */
record SparqlView(
        String query, Optional<String> refusal, Optional<Result> result, List<NamedLink> downloads, String assets) {
    /**
     * An answer as the page shows it: rows, or yes or no, or a graph in Turtle.
     *
     * @param more whether there are more rows than are shown
     */
    record Result(
            List<String> columns,
            List<List<ResultCell>> rows,
            boolean more,
            Optional<Boolean> truth,
            Optional<String> graph) {}
}
