package uk.declared.submission.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Report;
import uk.declared.report.RuleTexts;
import uk.declared.report.Severity;
import uk.declared.submission.Submission;

/**
 * A workbook with a note and a colour on each cell that a finding is about, and a sheet that lists all findings. Only
 * workbooks that were read before come here: sizes and expansion were bounded then.
 */
public final class MarkedWorkbook {
    /** The most notes: a form that is wrong everywhere needs no more to be seen to be. */
    private static final int MOST_NOTES = 2_000;

    private static final int LONGEST_NOTE = 2_000;
    private static final int NOTE_COLUMNS = 4;
    private static final int NOTE_ROWS = 6;
    private static final int WIDTH = 256;

    /** How large a sheet may be once unpacked, in bytes. In memory its cells take some twenty times as much. */
    private static final long LARGEST_SHEET = 16L * 1024 * 1024;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_SHEET);
    }

    private final Submission submission;
    private final Report report;
    private final RuleTexts texts;
    private final Map<String, CellStyle> coloured = new HashMap<>();

    public MarkedWorkbook(Submission submission, Report report, RuleTexts texts) {
        this.submission = submission;
        this.report = report;
        this.texts = texts;
    }

    /** A cell that findings are about. */
    private record At(String sheet, int row, int column) {}

    /**
     * Where a workbook is too damaged to be written again, although its sheets can be read, the list of findings alone. The
     * library has no one exception for that.
     */
    public void write(OutputStream out) throws IOException {
        ByteArrayOutputStream marked;
        try {
            marked = marked();
        } catch (RuntimeException | IOException e) {
            try (Workbook alone = new XSSFWorkbook()) {
                list(alone);
                alone.write(out);
            }
            return;
        }
        marked.writeTo(out);
    }

    private ByteArrayOutputStream marked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = submission.bytes();
                Workbook workbook = new XSSFWorkbook(in)) {
            noted().entrySet().stream()
                    .limit(MOST_NOTES)
                    .forEach(entry -> mark(workbook, entry.getKey(), entry.getValue()));
            list(workbook);
            workbook.write(bytes);
        }
        return bytes;
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

    private void mark(Workbook workbook, At at, List<Finding> findings) {
        Sheet sheet = workbook.getSheet(at.sheet());
        if (sheet == null) {
            return;
        }
        Row row = Optional.ofNullable(sheet.getRow(at.row() - 1)).orElseGet(() -> sheet.createRow(at.row() - 1));
        Cell cell = row.getCell(at.column() - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.removeCellComment();
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + NOTE_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + NOTE_ROWS);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString(note(findings)));
        cell.setCellComment(comment);
        boolean refused = findings.stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION);
        boolean warned = findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
        IndexedColors colour =
                refused ? IndexedColors.ROSE : warned ? IndexedColors.LIGHT_YELLOW : IndexedColors.LIGHT_TURQUOISE;
        cell.setCellStyle(colouredLike(workbook, cell.getCellStyle(), colour));
    }

    /** Workbooks hold some 64,000 styles, so that each is made once. */
    private CellStyle colouredLike(Workbook workbook, CellStyle style, IndexedColors colour) {
        return coloured.computeIfAbsent(style.getIndex() + " " + colour, missing -> {
            CellStyle copy = workbook.createCellStyle();
            copy.cloneStyleFrom(style);
            copy.setFillForegroundColor(colour.getIndex());
            copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return copy;
        });
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

    private void list(Workbook workbook) {
        String title = texts.label("report.findings");
        String name = title;
        for (int i = 2; workbook.getSheet(name) != null; i++) {
            name = title + " " + i;
        }
        Sheet sheet = workbook.createSheet(name);
        row(sheet, 0, "report.place", "report.value", "report.message", "report.rule");
        int number = 1;
        for (Finding finding : report.findings()) {
            Row row = sheet.createRow(number++);
            row.createCell(0).setCellValue(texts.place(finding.place()));
            row.createCell(1).setCellValue(cut(finding.value().orElse("")));
            row.createCell(2).setCellValue(cut(texts.message(finding) + " " + texts.mend(finding)));
            row.createCell(3).setCellValue(finding.rule());
        }
        sheet.setColumnWidth(0, 30 * WIDTH);
        sheet.setColumnWidth(1, 20 * WIDTH);
        sheet.setColumnWidth(2, 100 * WIDTH);
        sheet.createFreezePane(0, 1);
    }

    private void row(Sheet sheet, int number, String... labels) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < labels.length; i++) {
            row.createCell(i).setCellValue(texts.label(labels[i]));
        }
    }
}
