package uk.declared.submission.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.report.Finding;
import uk.declared.report.Severity;
import uk.declared.submission.Submission;
import uk.declared.submission.TextEncoding;
import uk.declared.submission.UnreadableSubmissionException;

/**
 * The records of a CSV file (RFC 4180), whatever its encoding and separator. A record is a row, however many lines its
 * quoted cells run over, and a blank line is a row too.
 *
 * @param encoding as found by its bytes
 * @param separator comma, semicolon or tab, as found in its first lines
 */
public record CsvText(Submission submission, TextEncoding encoding, char separator) implements Grid {
    private static final int MAX_FIELD_LENGTH = 2 * 1024 * 1024;
    private static final int MAX_BEGINNING = 65_536;
    private static final int LINES_LOOKED_AT = 10;

    /** @throws UnreadableSubmissionException where it is not text */
    public static CsvText of(Submission submission) throws IOException, UnreadableSubmissionException {
        TextEncoding encoding = TextEncoding.of(submission);
        try (BufferedReader reader = new BufferedReader(encoding.open(submission))) {
            char[] beginning = new char[MAX_BEGINNING];
            int length = reader.read(beginning);
            String text = length <= 0 ? "" : new String(beginning, 0, length);
            return new CsvText(submission, encoding, separator(text));
        }
    }

    @Override
    public String file() {
        return submission.name();
    }

    /** Ends where a record is not whole, or the consumer has enough. */
    @Override
    public void forEach(RowConsumer consumer) throws IOException, UnreadableSubmissionException {
        int number = 0;
        try (Reader reader = encoding.open(submission);
                CsvReader<CsvRecord> records = csv(reader)) {
            for (CsvRecord record : records) {
                number++;
                if (!consumer.accept(number, record.getFields())) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw Submission.unreadable("F015", submission.name(), Map.of("row", Integer.toString(number + 1)));
        }
    }

    @Override
    public List<Finding> aboutForm() {
        List<Finding> findings = new ArrayList<>();
        if (!encoding.isUtf8()) {
            findings.add(about("I020", Map.of("encoding", encoding.charset().displayName())));
        }
        if (separator != ',') {
            findings.add(about("I022", Map.of("separator", separator == ';' ? "semicolon" : "tab")));
        }
        return findings;
    }

    /** A line of the cell then has as many separators as half a row, or the cell is longer than a spreadsheet's can be. */
    @Override
    public boolean holdsFurtherRows(String cell, int width) {
        if (Grid.super.holdsFurtherRows(cell, width)) {
            return true;
        }
        int enough = Math.max(2, width / 2);
        return cell.indexOf('\n') >= 0 && cell.lines().skip(1).anyMatch(line -> count(line, separator) >= enough);
    }

    private Finding about(String rule, Map<String, String> details) {
        return new Finding(rule, Severity.INTERPRETATION, place(), Optional.empty(), Optional.empty(), details);
    }

    private CsvReader<CsvRecord> csv(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_FIELD_LENGTH)
                .ofCsvRecord(reader);
    }

    /** The separator that one of the first lines has most of: titles above the headings have few. */
    private static char separator(String beginning) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long here = beginning
                    .lines()
                    .limit(LINES_LOOKED_AT)
                    .mapToLong(line -> count(line, candidate))
                    .max()
                    .orElse(0);
            if (here > most) {
                best = candidate;
                most = here;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
