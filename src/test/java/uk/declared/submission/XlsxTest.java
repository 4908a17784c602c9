package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.submission.WorkbookFile.SheetBuilder;

/** Workbooks with tables, and workbooks that are damaged or made to harm. */
class XlsxTest {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    @TempDir
    private Path folder;

    @Test
    void everySheetWithAKnownTableIsRead() {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale");
        template(file.sheet("South"), "Sale");
        file.sheet("About").cell("A1", "Made by the elections office");

        Reading reading = file.read();

        assertThat(reading.contests().stream().map(one -> one.result().area().name()))
                .containsExactly("Hale", "Sale");
        assertThat(reading.rules()).contains("I063").noneMatch(rule -> rule.startsWith("F"));
    }

    @Test
    void datesNumbersAndTruthsAreTheTextsThatACsvWouldHave() {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale");

        ContestResult result = file.read().contests().get(0).result();

        assertThat(result.pollingDate()).hasToString("2024-05-02");
        assertThat(result.candidacies().get(0).votes()).hasValue(1533);
        assertThat(result.candidacies().get(0).elected()).contains(true);
        assertThat(result.candidacies().get(1).elected()).contains(false);
        assertThat(result.account().turnoutPercentage().orElseThrow()).isEqualByComparingTo("38.8");
    }

    /** As some programs write names with an ampersand, and votes. */
    @Test
    void textsInSectionsOfCharacterDataAreReadAsOthersAre() {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale")
                .raw("D2", " t=\"inlineStr\"><is><t>Ann <![CDATA[Adams & Co]]> Lee</t></is></c>")
                .raw("E2", "><v><![CDATA[1533]]></v></c>");

        Candidacy first = file.read().contests().get(0).result().candidacies().get(0);

        assertThat(first.nameOnBallotPaper()).isEqualTo("Ann Adams & Co Lee");
        assertThat(first.votes()).hasValue(1_533);
    }

    @Test
    void findingsNameSheetAndCell() {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale").cell("E3", "many");

        assertThat(file.read().findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("F030");
            assertThat(finding.place().sheet()).contains("North");
            assertThat(finding.place().columnLetters()).contains("E");
            assertThat(finding.place().row()).hasValue(3);
        });
    }

    @Test
    void aBadTableDoesNotHideTheOthers() {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale");
        file.sheet("South").row(1, "council", "polling_date", "area_name");

        Reading reading = file.read();

        assertThat(reading.contests()).hasSize(1);
        assertThat(reading.findings())
                .anyMatch(finding -> finding.rule().startsWith("F")
                        && finding.place().sheet().equals(Optional.of("South")));
    }

    @Test
    void theFormatCanBeNamedForAWorkbookToo() {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale");

        assertThat(file.read(new ReadOptions(Optional.of("template"), Optional.empty(), Optional.empty()))
                        .contests())
                .hasSize(1);
    }

    @Test
    void aWorkbookWithoutAnythingKnownIsRefused() {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Budget").row(1, "Item", "Cost").row(2, "Pencils", 12);

        assertThat(file.read().rules()).containsExactly("F067");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void aTruncatedWorkbookIsDamaged(double part) throws IOException {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale");
        byte[] bytes = Files.readAllBytes(file.write());

        assertThat(read(Arrays.copyOf(bytes, (int) (bytes.length * part))).rules())
                .containsExactly("F060");
    }

    @Test
    void brokenXmlIsDamage() {
        WorkbookFile file = new WorkbookFile().part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row");
        file.sheet("North");

        assertThat(file.read().rules()).containsExactly("F060");
    }

    @Test
    void aBombIsLeftBeforeItGrows() {
        String rows = "<row r=\"1\"/>".repeat(3_000_000);
        WorkbookFile file =
                new WorkbookFile().part("xl/worksheets/sheet1.xml", "<worksheet " + MAIN + "><sheetData>" + rows);
        file.sheet("North");

        Reading reading = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> file.read());

        assertThat(reading.isUnreadable()).isTrue();
    }

    @Test
    void textsThatExpandWithoutEndAreLeft() {
        WorkbookFile file = new WorkbookFile()
                .part("xl/sharedStrings.xml", "<sst " + MAIN + "><si><t>" + " ".repeat(30_000_000) + "</t></si></sst>");
        file.sheet("North");

        assertThat(file.read().rules()).containsExactly("F064");
    }

    @Test
    void entitiesAreRefused() {
        String laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
        WorkbookFile file = new WorkbookFile().part("xl/worksheets/sheet1.xml", laughs);
        file.sheet("North");

        assertThat(file.read().rules()).containsExactly("F066");
    }

    @Test
    void outsideEntitiesAreRefusedToo() {
        String outside = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>";
        WorkbookFile file = new WorkbookFile().part("xl/worksheets/sheet1.xml", outside);
        file.sheet("North");

        assertThat(file.read().rules()).containsExactly("F066");
    }

    @Test
    void tenThousandSheetsAreTooMany() {
        WorkbookFile file = new WorkbookFile();
        for (int i = 0; i < 10_000; i++) {
            file.sheet("S" + i);
        }

        assertThat(file.read().rules()).containsExactly("F065");
    }

    @Test
    void depthWithoutEndIsDamage() {
        WorkbookFile file =
                new WorkbookFile().part("xl/worksheets/sheet1.xml", "<worksheet>" + "<a>".repeat(1_000_000));
        file.sheet("North");

        assertThat(file.read().rules()).containsExactly("F060");
    }

    @Test
    void cellsBeyondTheLastColumnAreDamage() {
        WorkbookFile file = new WorkbookFile();
        template(file.sheet("North"), "Hale").raw("A9", "><v>1</v></c><c r=\"A9\"><v>2</v></c>");

        assertThat(file.read().rules()).contains("F060");
    }

    @Test
    void anOldWorkbookAndAProtectedOneAreToldApart() throws IOException {
        byte[] old = new byte[2_048];
        byte[] signature = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(signature, 0, old, 0, signature.length);
        old[30] = 9;
        byte[] locked = old.clone();
        byte[] stream = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(stream, 0, locked, 512 + 128, stream.length);

        assertThat(read(old).rules()).containsExactly("F062");
        assertThat(read(locked).rules()).containsExactly("F061");
    }

    @Test
    void anotherOfficeDocumentHoldsNoWorkbook() {
        WorkbookFile file = new WorkbookFile()
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>");

        assertThat(file.read().rules()).containsExactly("F063");
    }

    private Reading read(byte[] bytes) throws IOException {
        return Reading.of(Files.write(folder.resolve("file"), bytes));
    }

    private static SheetBuilder template(SheetBuilder sheet, String ward) {
        sheet.row(1, "council", "polling_date", "area_name", "name_on_ballot_paper", "votes", "elected");
        sheet.cell("G1", "turnout_percentage").cell("H1", "seats");
        sheet.row(2, "trafford", "", ward, "Ann Adams", 1533.0);
        sheet.row(3, "trafford", "", ward, "Bob Baker", 12);
        sheet.formatted("B2", 45414, 1).formatted("B3", 45414, 1);
        sheet.raw("F2", " t=\"b\"><v>1</v></c>").raw("F3", " t=\"b\"><v>0</v></c>");
        sheet.formatted("G2", 0.388, 2).formatted("G3", 0.388, 2);
        return sheet.cell("H2", 1).cell("H3", 1);
    }
}
