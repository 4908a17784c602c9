package uk.declared.web.query;

import java.util.List;
import java.util.Optional;
import uk.declared.web.map.MapView;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pager;
import uk.declared.web.page.ResultCell;

/**
 * The page of one query.
 *
 * @param path of the page
 * @param fields of its form, one for each parameter
 * @param refusal why the values that were given cannot be used
 * @param result the answer, where all values were given
 * @param downloads the same answer as data
 * @param editor the query editor with this query and these values
 * @param snippet HTML that shows this page within another, empty without an answer
 * @param cited the query with these values, to be cited
 */
record QueryView(
        String path,
        String description,
        List<Field> fields,
        Optional<String> refusal,
        Optional<Result> result,
        List<NamedLink> downloads,
        Optional<String> editor,
        String snippet,
        Optional<Page.Cited> cited)
        implements Page.Citable {
    /**
     * A field of the form.
     *
     * @param choices what can be chosen; none where anything can be written
     * @param many whether they are too many for a list, so that one types and is offered what fits
     */
    record Field(
            String name,
            String label,
            String value,
            String hint,
            boolean required,
            List<Choice> choices,
            boolean many) {
        public boolean chosen() {
            return !choices.isEmpty() && !many;
        }
    }

    /** Something to choose for a field. */
    record Choice(String value, String text, boolean selected) {}

    /**
     * The answer as a table.
     *
     * @param count how many rows there are, and that there are more where these are cut
     * @param bars the same drawn, where the query says how; none where it does not
     * @param flow the same drawn as a flow
     * @param map the same drawn as a map
     * @param key what the colours of the map mean, empty without one
     */
    record Result(
            List<String> columns,
            List<List<ResultCell>> rows,
            String count,
            List<ChartBar> bars,
            Optional<FlowView> flow,
            Optional<MapView> map,
            String key,
            Pager pager) {}

    /**
     * A row drawn.
     *
     * @param width of the bar, from 0 to 100
     */
    record ChartBar(String label, String value, String width) {
        /** All bars of a chart are of one colour, the site's own. */
        public String colour() {
            return "";
        }
    }
}
