package uk.declared.submission.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.declared.submission.text.Texts;

/**
 * The row of a table that names its columns.
 *
 * @param row its number, counted from 1
 * @param texts the headings, cleaned, without blank ones at the end
 */
public record Headings(int row, List<String> texts) {
    /** Cleans a row; spreadsheets often save blank columns at the end. */
    public static Headings of(int row, List<String> cells) {
        List<String> clean = cells.stream().map(Texts::clean).toList();
        int size = clean.size();
        while (size > 0 && clean.get(size - 1).isEmpty()) {
            size--;
        }
        return new Headings(row, List.copyOf(clean.subList(0, size)));
    }

    /** Without case, spaces and punctuation. */
    public Set<String> plain() {
        return texts.stream().map(Texts::plain).collect(Collectors.toSet());
    }

    /** The headings, of which those that stand again are numbered: “Votes”, “Votes (2)”. */
    public static List<String> numbered(List<String> headings) {
        Map<String, Integer> seen = new HashMap<>();
        return headings.stream()
                .map(heading -> {
                    int number = seen.merge(heading, 1, Integer::sum);
                    return number == 1 || heading.isEmpty() ? heading : heading + " (" + number + ")";
                })
                .toList();
    }
}
