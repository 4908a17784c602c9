package uk.declared.submission.column;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.submission.text.Texts;

/** What headings are usual for which column: those of the known tables, and those of {@code declared/column-names.csv}. */
public final class UsualHeadings {
    private static final String TABLE = "/declared/column-names.csv";
    private static final Map<String, Column> USUAL = usual();

    private UsualHeadings() {}

    /** The column that a heading is usual for. */
    public static Optional<Column> column(String heading) {
        String plain = Texts.plain(heading);
        return plain.isEmpty() ? Optional.empty() : Optional.ofNullable(USUAL.get(plain));
    }

    private static Map<String, Column> usual() {
        Map<String, Column> usual = new LinkedHashMap<>();
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(UsualHeadings.class.getResourceAsStream(TABLE), TABLE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            rows.forEach(row -> usual.putIfAbsent(
                    Texts.plain(row.getField("heading")),
                    Objects.requireNonNull(TableFormats.TEMPLATE.headings().get(row.getField("column")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.of(TableFormats.TEMPLATE, TableFormats.LGA, TableFormats.STV_STAGES, TableFormats.DEMOCRACY_CLUB)
                .flatMap(format -> format.headings().entrySet().stream())
                .filter(entry -> TableFormats.TEMPLATE.headings().containsValue(entry.getValue()))
                .forEach(entry -> usual.putIfAbsent(Texts.plain(entry.getKey()), entry.getValue()));
        return Map.copyOf(usual);
    }
}
