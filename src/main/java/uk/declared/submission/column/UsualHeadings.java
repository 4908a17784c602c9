package uk.declared.submission.column;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.format.Column;
import uk.declared.format.Format;
import uk.declared.submission.text.Texts;

/** What headings are usual for which of the template's columns: those named beside each, and those of the known tables. */
public final class UsualHeadings {
    private static final Map<String, Column> USUAL = usual();

    private UsualHeadings() {}

    /** The column that a heading is usual for. */
    public static Optional<Column> column(String heading) {
        String plain = Texts.plain(heading);
        return plain.isEmpty() ? Optional.empty() : Optional.ofNullable(USUAL.get(plain));
    }

    private static Map<String, Column> usual() {
        Map<String, Column> usual = new HashMap<>();
        Format.TEMPLATE
                .sent()
                .forEach(column -> column.usualHeadings()
                        .forEach(heading -> usual.putIfAbsent(
                                Texts.plain(heading), column.column().orElseThrow())));
        Stream.of(TableFormats.TEMPLATE, TableFormats.LGA, TableFormats.STV_STAGES, TableFormats.DEMOCRACY_CLUB)
                .flatMap(format -> format.headings().entrySet().stream())
                .filter(entry -> TableFormats.TEMPLATE.headings().containsValue(entry.getValue()))
                .forEach(entry -> usual.putIfAbsent(Texts.plain(entry.getKey()), entry.getValue()));
        return Map.copyOf(usual);
    }
}
