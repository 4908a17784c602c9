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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
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
