package uk.declared.submission.row;

import java.util.Map;
import java.util.Optional;
import uk.declared.format.Column;

/**
 * The layout of a row in which an apostrophe says that what looks like a formula is a text.
 *
 * @param quoted what stands in the file, apostrophe included
 */
public record QuotedLayout(RowLayout layout, Map<Column, String> quoted) implements LayoutOver {
    @Override
    public Optional<String> given(Column column) {
        return Optional.ofNullable(quoted.get(column)).or(() -> layout.given(column));
    }
}
