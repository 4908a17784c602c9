package uk.declared.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.declared.submission.column.ColumnMapping;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.column.TableFormats;

/**
 * What is known beside a file.
 *
 * @param format the format's name, where it should not be recognised by content
 * @param council the council's slug, for files that do not name it
 * @param pollingDate the polling day, for files that do not name it
 * @param mappings how tables are read that are of no known format; the first whose headings a table has counts
 */
public record ReadOptions(
        Optional<String> format,
        Optional<String> council,
        Optional<LocalDate> pollingDate,
        List<ColumnMapping> mappings) {
    /** Nothing said beside the file. */
    public static final ReadOptions NONE = new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty());

    public ReadOptions {
        mappings = List.copyOf(mappings);
    }

    /** Options without mappings. */
    public ReadOptions(Optional<String> format, Optional<String> council, Optional<LocalDate> pollingDate) {
        this(format, council, pollingDate, List.of());
    }

    /** The formats that a table may be of: those that an officer has mapped, then all that are known. */
    public List<TableFormat> tables() {
        return Stream.concat(mappings.stream().map(ColumnMapping::format), TableFormats.ALL.stream())
                .toList();
    }
}
