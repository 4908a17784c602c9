package uk.declared.submission.read;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.stream.Stream;
import uk.declared.report.Report;
import uk.declared.report.RuleTexts;
import uk.declared.submission.Beginning;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.ballots.BallotPapersFormat;
import uk.declared.submission.rdf.RdfFormat;
import uk.declared.submission.table.MarkedCsv;
import uk.declared.submission.text.Texts;
import uk.declared.submission.xlsx.MarkedWorkbook;
import uk.declared.submission.xlsx.XlsxFormat;
import uk.declared.submission.zip.ZipFormat;

/**
 * A copy of what was sent with the findings in the cells that caused them, for whoever mends the file. Tables in CSV get a
 * further column; workbooks get a note and a colour on each such cell, and a sheet that lists all findings.
 */
public final class MarkedCopy {
    /** The largest file that is marked, in bytes; a workbook is held in memory for it, several times over. */
    public static final long MAX_BYTES = 5L * 1024 * 1024;

    private MarkedCopy() {}

    /** Whether a copy of the file can be marked: it is a CSV file or a workbook, and not too large. */
    public static boolean isPossible(Submission submission) throws IOException {
        return kind(submission) != Kind.NONE;
    }

    /** The ending of the copy's name, without the dot: {@code csv} or {@code xlsx}. */
    public static String suffix(Submission submission) throws IOException {
        return kind(submission) == Kind.WORKBOOK ? "xlsx" : "csv";
    }

    /**
     * Writes the copy.
     *
     * @param report on the same file
     * @param language of the findings' texts
     * @param out is not closed
     * @throws IllegalArgumentException where no copy of the file can be marked
     */
    public static void write(Submission submission, Report report, Locale language, OutputStream out)
            throws IOException, UnreadableSubmissionException {
        RuleTexts texts = RuleTexts.in(language);
        switch (kind(submission)) {
            case CSV -> new MarkedCsv(submission, report, texts).write(out);
            case WORKBOOK -> new MarkedWorkbook(submission, report, texts).write(out);
            case NONE -> throw new IllegalArgumentException("A copy of " + submission.name() + " cannot be marked");
        }
    }

    private enum Kind {
        CSV,
        WORKBOOK,
        NONE
    }

    private static Kind kind(Submission submission) throws IOException {
        if (submission.size() > MAX_BYTES) {
            return Kind.NONE;
        }
        Beginning beginning = Beginning.of(submission);
        if (XlsxFormat.isWorkbook(beginning)) {
            return Kind.WORKBOOK;
        }
        boolean other = ZipFormat.isArchive(beginning)
                || Stream.of(new BallotPapersFormat(), new RdfFormat())
                        .anyMatch(format -> format.recognises(beginning));
        return other || Texts.clean(beginning.text()).startsWith("<") ? Kind.NONE : Kind.CSV;
    }
}
