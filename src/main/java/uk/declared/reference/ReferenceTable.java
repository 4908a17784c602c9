package uk.declared.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** A table of reference data: CSV with headings in its first row, read one row at a time. */
final class ReferenceTable {
    private static final int LONGEST_CELL = 1 << 20;

    private final ReferenceFile.Part part;
    private final List<String> originals;
    private final List<String> headings;
    private final Map<String, Integer> columns = new HashMap<>();

    private ReferenceTable(ReferenceFile.Part part, List<String> originals) {
        this.part = part;
        this.originals = List.copyOf(originals);
        this.headings = originals.stream().map(ReferenceTable::plain).toList();
        for (int i = 0; i < headings.size(); i++) {
            columns.putIfAbsent(headings.get(i), i);
        }
    }

    /** Opens a table and reads its headings. */
    static ReferenceTable open(ReferenceFile.Part part) throws UnreadableReferenceException {
        List<String> headings = new ArrayList<>();
        forEach(part, (number, cells) -> {
            cells.forEach(cell -> headings.add(strip(cell)));
            return false;
        });
        return new ReferenceTable(part, headings);
    }

    ReferenceFile.Part part() {
        return part;
    }

    /** The headings without case, spaces and punctuation. */
    List<String> headings() {
        return headings;
    }

    /** The headings as they are written. */
    List<String> originals() {
        return originals;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The first of these columns that the table has. */
    Optional<String> firstOf(Set<String> wanted) {
        return headings.stream().filter(wanted::contains).findFirst();
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(Row row) throws UnreadableReferenceException;
    }

    /** Reads the rows below the headings; rows without any text are passed over. */
    void forEach(RowConsumer consumer) throws UnreadableReferenceException {
        forEach(part, (number, cells) -> {
            if (number > 1 && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                consumer.accept(new Row(number, cells));
            }
            return true;
        });
    }

    /**
     * The rows that a table which was read before holds, one at a time; the file is closed after the last.
     *
     * @throws IllegalStateException from the iterator, where the file is no longer what it was
     */
    Iterator<Row> rows() {
        return new Rows();
    }

    private final class Rows implements Iterator<Row> {
        private final CsvReader<CsvRecord> records;
        private final Iterator<CsvRecord> iterator;
        private final Deque<Row> next = new ArrayDeque<>(1);
        private long number;

        private Rows() {
            try {
                this.records = csv(part.separator(), part.open());
                this.iterator = records.iterator();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            try {
                while (next.isEmpty() && iterator.hasNext()) {
                    number++;
                    List<String> cells = iterator.next().getFields();
                    if (number > 1 && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        next.add(new Row(number, cells));
                    }
                }
                if (next.isEmpty()) {
                    records.close();
                }
                return !next.isEmpty();
            } catch (CsvParseException | IOException e) {
                throw new IllegalStateException(part.label() + " can no longer be read: " + e.getMessage(), e);
            }
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return next.remove();
        }
    }

    /** A row, numbered as a spreadsheet numbers it. */
    final class Row {
        private final long number;
        private final List<String> cells;

        private Row(long number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        long number() {
            return number;
        }

        /** The text of a cell; empty where the column or the cell is not there. */
        String text(String column) {
            return strip(raw(column));
        }

        /** The same, absent where it is empty. */
        Optional<String> given(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty());
        }

        /**
         * The text of a cell that holds a name.
         *
         * @throws UnreadableReferenceException where it runs over several lines, as it does for want of a quotation mark
         */
        String name(String column) throws UnreadableReferenceException {
            String text = raw(column);
            if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                throw refusal("the name in the column " + column
                        + " runs over several lines, so the row is not whole. Look for a missing quotation mark,"
                        + " or fetch the file again.");
            }
            return strip(text);
        }

        /** The text of a cell by its position, counted from 0. */
        String text(int at) {
            return at < cells.size() ? strip(cells.get(at)) : "";
        }

        private String raw(String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at);
        }

        /** A refusal of the file for what stands in this row. */
        UnreadableReferenceException refusal(String problemAndMend) {
            return new UnreadableReferenceException(part.label() + ", row " + number + ": " + problemAndMend);
        }
    }

    /** Takes a row and says whether to go on. */
    @FunctionalInterface
    private interface CellsConsumer {
        boolean accept(long number, List<String> cells) throws UnreadableReferenceException;
    }

    private static void forEach(ReferenceFile.Part part, CellsConsumer consumer) throws UnreadableReferenceException {
        long number = 0;
        try (Reader text = part.open();
                CsvReader<CsvRecord> records = csv(part.separator(), text)) {
            for (CsvRecord record : records) {
                number++;
                if (!consumer.accept(number, record.getFields())) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableReferenceException(
                    part.label() + ", row " + (number + 1)
                            + ": the row is not whole, perhaps for want of a quotation mark. Fetch the file again.",
                    e);
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableReferenceException(
                    part.label() + " cannot be read to its end (" + e.getMessage() + "). Fetch the file again.", e);
        }
    }

    private static CsvReader<CsvRecord> csv(char separator, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text);
    }

    /** A heading without case, spaces and punctuation, for comparing. */
    static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String strip(String cell) {
        return cell.replace('\u00a0', ' ').strip();
    }
}
