package uk.declared.submission.handbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.Headings;
import uk.declared.submission.row.PartyAbbreviations;
import uk.declared.submission.table.Grid;
import uk.declared.submission.text.Texts;

/**
 * The key to the abbreviations of parties that a handbook has on a sheet of its own. Where an abbreviation stands for several
 * names, the one that most candidates have counts.
 */
final class HandbookParties {
    private static final int ROWS_LOOKED_AT = 10;

    private HandbookParties() {}

    /** Names by abbreviations, these without case and punctuation; empty where the sheet is no such key. */
    static Optional<Map<String, String>> of(Grid grid) throws IOException, UnreadableSubmissionException {
        List<Headings> rows = new ArrayList<>();
        grid.forEach((number, cells) -> {
            rows.add(Headings.of(number, cells));
            return rows.size() < ROWS_LOOKED_AT;
        });
        Optional<Headings> headings = rows.stream()
                .filter(row -> column(row, "abbreviation").isPresent()
                        && name(row).isPresent()
                        && row.texts().size() <= 6)
                .findFirst();
        if (headings.isEmpty()) {
            return Optional.empty();
        }
        int abbreviation = column(headings.get(), "abbreviation").getAsInt();
        int name = name(headings.get()).getAsInt();
        OptionalInt number = column(headings.get(), "number");
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> most = new HashMap<>();
        grid.forEach((row, cells) -> {
            String key = row > headings.get().row() ? PartyAbbreviations.plain(text(cells, abbreviation)) : "";
            String meant = text(cells, name);
            int candidates =
                    number.isPresent() && text(cells, number.getAsInt()).matches("\\d{1,6}")
                            ? Integer.parseInt(text(cells, number.getAsInt()))
                            : 0;
            if (!key.isEmpty() && !meant.isEmpty() && candidates > most.getOrDefault(key, -1)) {
                most.put(key, candidates);
                names.put(key, meant);
            }
            return true;
        });
        return Optional.of(names);
    }

    private static OptionalInt column(Headings row, String word) {
        return IntStream.range(0, row.texts().size())
                .filter(i -> Texts.plain(row.texts().get(i)).contains(word))
                .findFirst();
    }

    private static OptionalInt name(Headings row) {
        return IntStream.range(0, row.texts().size())
                .filter(i -> Texts.plain(row.texts().get(i)).matches("(party|full)*name|party"))
                .findFirst();
    }

    private static String text(List<String> cells, int column) {
        return column < cells.size() ? Texts.clean(cells.get(column)) : "";
    }
}
