package uk.declared.query;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables as the tests compare them: lists of cells, in which 57, 57.0 and 57.00 are the same number. */
final class Tables {
    private Tables() {}

    static List<List<String>> expected(String path) throws IOException {
        try (InputStream in = Tables.class.getResourceAsStream("/queries/expected/" + path + ".csv")) {
            return read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<List<String>> of(QueryTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.CSV.write(table, out);
        return read(out.toString(StandardCharsets.UTF_8));
    }

    private static List<List<String>> read(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(line -> line.getFields().stream().map(Tables::normal).toList())
                .toList();
    }

    private static String normal(String cell) {
        return cell.matches("\\d+(\\.\\d+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}
