package uk.declared.submission.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.report.RuleTexts;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;

/** A CSV file with a further column that holds the findings of each row. Written in UTF-8, safe to open in a spreadsheet. */
public final class MarkedCsv {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]+%?");

    private final Submission submission;
    private final RuleTexts texts;
    private final Map<Integer, List<String>> notes = new HashMap<>();

    public MarkedCsv(Submission submission, Report report, RuleTexts texts) {
        this.submission = submission;
        this.texts = texts;
        for (Finding finding : report.findings()) {
            finding.place()
                    .row()
                    .ifPresent(row -> notes.computeIfAbsent(row, none -> new ArrayList<>())
                            .add(note(finding)));
        }
    }

    private String note(Finding finding) {
        String where = finding.place()
                .heading()
                .or(() -> finding.place().columnLetters())
                .map(heading -> heading + ": ")
                .orElse("");
        return where + texts.message(finding) + " " + texts.mend(finding) + " [" + finding.rule() + "]";
    }

    public void write(OutputStream out) throws IOException, UnreadableSubmissionException {
        CsvText text = CsvText.of(submission);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Spreadsheets take UTF-8 for another encoding without the mark.
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(text.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
        try {
            text.forEach((row, fields) -> {
                List<String> marked =
                        new ArrayList<>(fields.stream().map(MarkedCsv::safe).toList());
                marked.add(row == 1 && !notes.containsKey(1) ? texts.label("report.row") : notes(row));
                csv.writeRecord(marked);
                return true;
            });
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String notes(int row) {
        return safe(String.join(" \u2022 ", notes.getOrDefault(row, List.of())));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String safe(String cell) {
        boolean formula = !cell.isEmpty()
                && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }
}
