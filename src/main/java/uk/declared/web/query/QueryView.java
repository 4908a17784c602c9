package uk.declared.web.query;

import java.util.List;
import java.util.Optional;
import uk.declared.web.page.NamedLink;
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
 */
record QueryView(
        String path,
        String description,
        List<Field> fields,
        Optional<String> refusal,
        Optional<Result> result,
        List<NamedLink> downloads,
        Optional<String> editor) {
    /** A field of the form. */
    record Field(String name, String label, String value, String hint, boolean required) {}

    /** The answer as a table. */
    record Result(List<String> columns, List<List<ResultCell>> rows) {}
}
