package uk.declared.submission.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Report;
import uk.declared.report.RuleTexts;
import uk.declared.report.Severity;
import uk.declared.submission.Submission;
import uk.declared.submission.workbook.CellMark;
import uk.declared.submission.workbook.CellMark.Colour;
import uk.declared.submission.workbook.FurtherSheet;
import uk.declared.submission.workbook.WorkbookCopy;

/**
 * A workbook with a note and a colour on each cell that a finding is about, and a sheet that lists all findings. Only
 * workbooks that were read before come here: sizes and expansion were bounded then.
 */
public final class MarkedWorkbook {
    /** The most notes: a form that is wrong everywhere needs no more to be seen to be. */
    private static final int MOST_NOTES = 2_000;

    private static final int LONGEST_NOTE = 2_000;

    /** How large a part may be once unpacked, in bytes. */
    private static final long LARGEST_PART = 16L * 1024 * 1024;

    /** How wide the columns of the list are, in characters: places, values, messages, rules. */
    private static final List<Integer> WIDTHS = List.of(30, 20, 100, 8);

    private final Submission submission;
    private final Report report;
    private final RuleTexts texts;

    public MarkedWorkbook(Submission submission, Report report, RuleTexts texts) {
        this.submission = submission;
        this.report = report;
        this.texts = texts;
    }

    /** A cell that findings are about. */
    private record At(String sheet, int row, int column) {}

    /** Where a workbook is too damaged to be written again, although its sheets can be read, the list of findings alone. */
    public void write(OutputStream out) throws IOException {
        FurtherSheet list = list();
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        try {
            WorkbookCopy.write(submission.path(), marks(), list, LARGEST_PART, marked);
        } catch (RuntimeException | IOException e) {
            marked.reset();
            WorkbookCopy.write(list, marked);
        }
        marked.writeTo(out);
    }

    private Map<String, List<CellMark>> marks() {
        Map<String, List<CellMark>> marks = new LinkedHashMap<>();
        noted().entrySet().stream().limit(MOST_NOTES).forEach(entry -> {
            At at = entry.getKey();
            marks.computeIfAbsent(at.sheet(), missing -> new ArrayList<>())
                    .add(new CellMark(at.row(), at.column(), colour(entry.getValue()), note(entry.getValue())));
        });
        return marks;
    }

    private static Colour colour(List<Finding> findings) {
        boolean refused = findings.stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION);
        boolean warned = findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
        return refused ? Colour.ROSE : warned ? Colour.YELLOW : Colour.TURQUOISE;
    }

    private Map<At, List<Finding>> noted() {
        return report.findings().stream()
                .filter(finding -> at(finding.place()).isPresent())
                .collect(Collectors.groupingBy(
                        finding -> at(finding.place()).orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Optional<At> at(Place place) {
        OptionalInt row = place.row();
        return row.isEmpty() || place.sheet().isEmpty()
                ? Optional.empty()
                : Optional.of(new At(
                        place.sheet().get(), row.getAsInt(), place.column().orElse(1)));
    }

    private String note(List<Finding> findings) {
        String note = findings.stream().map(this::sentence).distinct().collect(Collectors.joining("\n\n"));
        return cut(note);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) + "\u2026" : text;
    }

    private String sentence(Finding finding) {
        return texts.message(finding) + " " + texts.mend(finding) + " [" + finding.rule() + "]";
    }

    private FurtherSheet list() {
        Stream<List<String>> head = Stream.of(Stream.of("report.place", "report.value", "report.message", "report.rule")
                .map(texts::label)
                .toList());
        Stream<List<String>> rows = report.findings().stream()
                .map(finding -> List.of(
                        texts.place(finding.place()),
                        cut(finding.value().orElse("")),
                        cut(texts.message(finding) + " " + texts.mend(finding)),
                        finding.rule()));
        return new FurtherSheet(
                texts.label("report.findings"),
                WIDTHS,
                Stream.concat(head, rows).toList());
    }
}
