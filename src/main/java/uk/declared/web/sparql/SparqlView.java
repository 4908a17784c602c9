package uk.declared.web.sparql;

import java.util.List;
import java.util.Optional;
import uk.declared.query.QueryTable;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.ResultCell;
import uk.declared.web.query.AnswerDrawings;

/**
 * The page of the query editor.
 *
 * @param query the text in the editor
 * @param refusal why it was not answered
 * @param result its answer
 * @param drawing the answer as a chart and as a map, where it has figures
 * @param examples queries to begin with
 * @param downloads the same answer in other formats
 * @param assets where the editor's script and styles are
 */
record SparqlView(
        String query,
        Optional<String> refusal,
        Optional<Result> result,
        Optional<AnswerDrawings.Drawing> drawing,
        List<NamedLink> downloads,
        List<NamedLink> examples,
        String assets) {
    /**
     * An answer as the page shows it: rows, or yes or no, or a graph in Turtle.
     *
     * @param table the same rows, to be drawn
     * @param more whether there are more rows than are shown
     */
    record Result(
            List<String> columns,
            List<List<ResultCell>> rows,
            QueryTable table,
            boolean more,
            Optional<Boolean> truth,
            Optional<String> graph) {}
}
