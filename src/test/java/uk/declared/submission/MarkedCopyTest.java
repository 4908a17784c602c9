package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Report;
import uk.declared.report.Severity;
import uk.declared.submission.read.MarkedCopy;

class MarkedCopyTest {
    private static final Locale WELSH = Locale.forLanguageTag("cy");

    @TempDir
    private Path folder;

    @Test
    void aTableGetsAColumnWithTheFindingsOfEachRow() throws Exception {
        Submission table = table("name,votes\nAnn Archer,12\nBob Baker,-4\n");

        List<String> lines =
                marked(table, negative(table, 3), Locale.UK).lines().toList();

        assertThat(lines)
                .containsExactly(
                        "\uFEFFname,votes,Findings of this row",
                        "Ann Archer,12,",
                        "Bob Baker,-4,\"votes: “-4” is negative, and a count cannot be. Write the figure that was counted; "
                                + "leave the cell blank if there is none. [F031]\"");
    }

    @Test
    void theFindingsAreThereInWelsh() throws Exception {
        Submission table = table("name,votes\nAnn Archer,12\nBob Baker,-4\n");

        assertThat(marked(table, negative(table, 3), WELSH)).contains("Mae “-4” yn negyddol");
    }

    @Test
    void noCellBecomesAFormulaInASpreadsheet() throws Exception {
        Submission table =
                table("name,votes,note\n=HYPERLINK(\"http://x\"),-4,@SUM(A1)\n+cmd,1,\"\tx\"\n-2+3,2,\"\rx\"\n");

        String copy = marked(table, Report.builder(table.name()).build(), Locale.UK);

        assertThat(copy)
                .contains("\"'=HYPERLINK(", "-4,'@SUM(A1)", "'+cmd", "'\tx", "'-2+3", "'\rx")
                .doesNotContain("\n=", ",@");
    }

    @Test
    void otherSeparatorsAreKept() throws Exception {
        Submission table = table("name;votes;elected\nArcher, Ann;12;1\n");

        assertThat(marked(table, Report.builder(table.name()).build(), Locale.UK))
                .contains("Archer, Ann;12;1;");
    }

    @Test
    void aWorkbookGetsNotesAtItsCellsAndASheetOfAllFindings() throws Exception {
        Submission workbook = workbook();
        Report report = Report.builder(workbook.name())
                .finding(at("North", 3, 2))
                .finding(at("North", 9, 4))
                .finding(at("No such sheet", 1, 1))
                .build();

        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(bytes(workbook, report)))) {
            Sheet north = copy.getSheet("North");
            Cell votes = north.getRow(2).getCell(1);
            assertThat(votes.getNumericCellValue()).isEqualTo(-4);
            assertThat(votes.getCellComment().getString().getString())
                    .startsWith("“-4” is negative")
                    .endsWith("[F031]");
            assertThat(north.getRow(8).getCell(3).getCellComment()).isNotNull();
            assertThat(north.getRow(1).getCell(1).getCellComment()).isNull();
            assertThat(north.getRow(1).getCell(1).getCellFormula()).isEqualTo("6+6");
            assertThat(places(copy.getSheet("Findings")))
                    .containsExactly(
                            "Where",
                            "sheet North, row 3, column B",
                            "sheet North, row 9, column D",
                            "sheet No such sheet, row 1, column A");
        }
    }

    @Test
    void aNoteThatIsThereIsReplacedAndOthersStay() throws Exception {
        Submission workbook = workbook(north -> {
            note(north.getRow(1).getCell(0), "of the officer");
            note(north.getRow(2).getCell(1), "to be replaced");
        });
        Report report = Report.builder(workbook.name())
                .finding(at("North", 3, 2))
                .finding(at("North", 9, 4))
                .build();

        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(bytes(workbook, report)))) {
            Sheet north = copy.getSheet("North");
            assertThat(north.getRow(1).getCell(0).getCellComment().getString().getString())
                    .isEqualTo("of the officer");
            assertThat(north.getRow(2).getCell(1).getCellComment().getString().getString())
                    .startsWith("“-4” is negative");
            assertThat(north.getRow(8).getCell(3).getCellComment()).isNotNull();
            assertThat(north.getCellComments()).hasSize(3);
        }
    }

    @Test
    void aMarkedCellLooksAsBeforeButForItsColour() throws Exception {
        Submission workbook = workbook(north -> {
            CellStyle style = north.getWorkbook().createCellStyle();
            style.setDataFormat((short) 10);
            style.setAlignment(HorizontalAlignment.CENTER);
            north.getRow(2).getCell(1).setCellStyle(style);
            north.getRow(2).createCell(4).setCellStyle(style);
        });
        Report report = Report.builder(workbook.name())
                .finding(at("North", 3, 2))
                .finding(at("North", 3, 3))
                .build();

        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(bytes(workbook, report)))) {
            Row bob = copy.getSheet("North").getRow(2);
            assertThat(bob.getCell(1).getCellStyle().getDataFormat()).isEqualTo((short) 10);
            assertThat(bob.getCell(1).getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
            assertThat(colour(bob.getCell(1))).isEqualTo("FFFF99CC");
            assertThat(colour(bob.getCell(2)))
                    .as("a cell between others that was not there")
                    .isEqualTo("FFFF99CC");
            assertThat(bob.getCell(4).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
        }
    }

    @Test
    void aSheetWithoutFindingsIsCopiedByteForByte() throws Exception {
        Submission workbook = workbook(north -> north.getWorkbook()
                .createSheet("South")
                .createRow(0)
                .createCell(0)
                .setCellValue("é\n<&>"));
        Report report =
                Report.builder(workbook.name()).finding(at("North", 3, 2)).build();

        Map<String, String> before = parts(Files.readAllBytes(workbook.path()));
        Map<String, String> after = parts(bytes(workbook, report));

        assertThat(after).containsEntry("xl/worksheets/sheet2.xml", before.get("xl/worksheets/sheet2.xml"));
        assertThat(after).containsEntry("xl/sharedStrings.xml", before.get("xl/sharedStrings.xml"));
        assertThat(after.keySet()).containsAll(before.keySet());
    }

    @Test
    void whereAWorkbookCannotBeWrittenAgainTheListStandsAlone() throws Exception {
        Submission whole = workbook();
        Path without = folder.resolve("without.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(without))) {
            for (Map.Entry<String, String> part :
                    parts(Files.readAllBytes(whole.path())).entrySet()) {
                if (!part.getKey().equals("xl/styles.xml")) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
                    zip.closeEntry();
                }
            }
        }
        Submission workbook = Submission.open(without);

        byte[] bytes = bytes(
                workbook,
                Report.builder(workbook.name()).finding(at("North", 3, 2)).build());

        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(copy.getNumberOfSheets()).isEqualTo(1);
            assertThat(places(copy.getSheet("Findings"))).containsExactly("Where", "sheet North, row 3, column B");
        }
    }

    private static void note(Cell cell, String text) {
        CreationHelper helper = cell.getSheet().getWorkbook().getCreationHelper();
        Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(helper.createClientAnchor());
        comment.setString(helper.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private static String colour(Cell cell) {
        return ((XSSFCellStyle) cell.getCellStyle())
                .getFillForegroundXSSFColor()
                .getARGBHex();
    }

    /** The parts of an archive, each byte as a character. */
    private static Map<String, String> parts(byte[] archive) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    @Test
    void aValueThatLooksLikeAFormulaIsListedAsText() throws Exception {
        Submission workbook = workbook();
        Finding finding = new Finding(
                "F030", Severity.VIOLATION, place("North", 3, 2), Optional.empty(), Optional.of("=1+1"), Map.of());

        byte[] bytes =
                bytes(workbook, Report.builder(workbook.name()).finding(finding).build());

        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            Cell value = copy.getSheet("Findings").getRow(1).getCell(1);
            assertThat(value.getCellType()).isEqualTo(CellType.STRING);
            assertThat(value.getStringCellValue()).isEqualTo("=1+1");
        }
    }

    @Test
    void neitherLargeFilesNorOtherKindsAreMarked() throws Exception {
        Path large = folder.resolve("large.csv");
        Files.write(large, new byte[(int) MarkedCopy.MAX_BYTES + 1]);
        Path xml =
                Files.writeString(folder.resolve("a.xml"), "<?xml version=\"1.0\"?><election><candidates/></election>");

        assertThat(MarkedCopy.isPossible(Submission.open(large))).isFalse();
        assertThat(MarkedCopy.isPossible(Submission.open(xml))).isFalse();
        assertThatThrownBy(() ->
                        marked(Submission.open(xml), Report.builder("a.xml").build(), Locale.UK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> places(Sheet findings) {
        return IntStream.rangeClosed(0, findings.getLastRowNum())
                .mapToObj(findings::getRow)
                .map(row -> row.getCell(0).getStringCellValue())
                .toList();
    }

    private Submission table(String text) throws Exception {
        return Submission.open(Files.writeString(folder.resolve("results.csv"), text));
    }

    private Submission workbook() throws Exception {
        return workbook(north -> {});
    }

    private Submission workbook(Consumer<Sheet> further) throws Exception {
        Path file = folder.resolve("results.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet north = workbook.createSheet("North");
            north.createRow(0).createCell(0).setCellValue("name");
            Row ann = north.createRow(1);
            ann.createCell(0).setCellValue("Ann Archer");
            ann.createCell(1).setCellFormula("6+6");
            Row bob = north.createRow(2);
            bob.createCell(0).setCellValue("Bob Baker");
            bob.createCell(1).setCellValue(-4);
            further.accept(north);
            workbook.write(out);
        }
        return Submission.open(file);
    }

    private static Report negative(Submission of, int row) {
        return Report.builder(of.name())
                .finding(new Finding(
                        "F031",
                        Severity.VIOLATION,
                        Place.cell(of.name(), row, 2, "votes"),
                        Optional.empty(),
                        Optional.of("-4"),
                        Map.of()))
                .build();
    }

    private static Finding at(String sheet, int row, int column) {
        return new Finding(
                "F031", Severity.VIOLATION, place(sheet, row, column), Optional.empty(), Optional.of("-4"), Map.of());
    }

    private static Place place(String sheet, int row, int column) {
        return new Place(
                "results.xlsx",
                Optional.of(sheet),
                OptionalInt.of(row),
                OptionalInt.of(column),
                Optional.empty(),
                Optional.empty());
    }

    private static String marked(Submission submission, Report report, Locale language) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkedCopy.write(submission, report, language, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Submission submission, Report report)
            throws IOException, UnreadableSubmissionException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkedCopy.write(submission, report, Locale.UK, out);
        return out.toByteArray();
    }
}
