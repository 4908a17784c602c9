package uk.declared.submission;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;

/**
 * The records of a CSV file (RFC 4180), whatever its encoding and separator.
 *
 * @param encoding as found by its bytes
 * @param separator comma, semicolon or tab, as found in its first line
 * @param headings its first record
 */
record CsvText(Submission submission, TextEncoding encoding, char separator, List<String> headings) {
    private static final int MAX_FIELD_LENGTH = 2 * 1024 * 1024;
    private static final int MAX_HEADINGS_LENGTH = 65_536;

    /** @throws UnreadableSubmissionException where it is not text, or has no line of headings */
    static CsvText of(Submission submission) throws IOException, UnreadableSubmissionException {
        TextEncoding encoding = TextEncoding.of(submission);
        String firstLine;
        try (BufferedReader reader = new BufferedReader(encoding.open(submission))) {
            char[] beginning = new char[MAX_HEADINGS_LENGTH];
            int length = reader.read(beginning);
            firstLine = length <= 0
                    ? ""
                    : new String(beginning, 0, length).lines().findFirst().orElse("");
        }
        char separator = separator(firstLine);
        CsvText text = new CsvText(submission, encoding, separator, List.of());
        return new CsvText(submission, encoding, separator, text.firstRecord());
    }

    /** Takes one record after another, with its number counted from 1, until there is none or one is not whole. */
    void forEach(RecordConsumer consumer) throws IOException, UnreadableSubmissionException {
        int number = 0;
        try (Reader reader = encoding.open(submission);
                CsvReader<CsvRecord> records = csv(reader)) {
            for (CsvRecord record : records) {
                number++;
                consumer.accept(number, record.getFields());
            }
        } catch (CsvParseException e) {
            throw Submission.unreadable("F015", submission.name(), Map.of("row", Integer.toString(number + 1)));
        }
    }

    /** Takes one record. */
    interface RecordConsumer {
        void accept(int number, List<String> fields);
    }

    private List<String> firstRecord() throws IOException, UnreadableSubmissionException {
        try (Reader reader = encoding.open(submission);
                CsvReader<CsvRecord> records = csv(reader)) {
            return records.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException e) {
            throw Submission.unreadable("F015", submission.name(), Map.of("row", "1"));
        }
    }

    private CsvReader<CsvRecord> csv(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MAX_FIELD_LENGTH)
                .ofCsvRecord(reader);
    }

    private static char separator(String line) {
        char best = ',';
        long most = count(line, ',');
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > most) {
                best = candidate;
                most = count(line, candidate);
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
