package uk.declared.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.election.GssCode;

/** The rows are made up in the layouts of ONS's releases; the headings are those of 2011, 2020, 2025 and 2026. */
class PostcodeExtractTest {
    /** In use, ended, outside every ward, and on the Isle of Man. */
    private static final String ROWS =
            "\"M33 7ZF\",\"M33  7ZF\",\"M33 7ZF\",\"199801\",\"\",\"0\",\"E99999999\",\"E99999999\",\"E08000009\",\"E05015250\"\n"
                    + "\"M1 1AA\",\"M1   1AA\",\"M1 1AA\",\"198001\",\"199606\",\"0\",\"E99999999\",\"E99999999\",\"E08000003\",\"E05011368\"\n"
                    + "\"CB1 0AA\",\"CB1  0AA\",\"CB1 0AA\",\"202504\",\"\",\"0\",\"E10000003\",\"E58000052\",\"E07000012\",\"E05013050\"\n"
                    + "\"IM1 1AA\",\"IM1  1AA\",\"IM1 1AA\",\"198001\",\"\",\"0\",\"M99999999\",\"M99999999\",\"M99999999\",\"M99999999\"\n";

    private static final String HEADINGS = "pcd7,pcd8,pcds,dointr,doterm,usrtypind,cty25cd,ced25cd,lad25cd,wd25cd\n";

    @TempDir
    private Path folder;

    private Postcodes made(String table) throws Exception {
        return extract(Files.writeString(folder.resolve("directory.csv"), table));
    }

    private Postcodes extract(Path file) throws Exception {
        Path extract = folder.resolve("extract");
        PostcodeExtract.make(file, String.valueOf(file.getFileName()), extract);
        return Postcodes.open(extract);
    }

    private static Optional<Postcodes.Entry> find(Postcodes postcodes, String text) {
        return postcodes.find(Postcode.parse(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pcd7,pcd8,pcds,dointr,doterm,usrtypind,cty26cd,ced26cd,lad26cd,wd26cd\n",
                "pcd,pcd2,pcds,dointr,doterm,usertype,cty,ced,laua,ward\n",
                "pcd,pcd2,pcds,dointr,doterm,usertype,oscty,ced,oslaua,osward\n",
                "\uFEFFPCD7,PCD8,PCDS,DOINTR,DOTERM,USRTYPIND,CTY25CD,CED25CD,LAD25CD,WD25CD\n"
            })
    void eachReleaseIsReadByTheFormOfItsHeadings(String headings) throws Exception {
        Postcodes postcodes = made(headings + ROWS);

        assertThat(find(postcodes, "M33 7ZF").orElseThrow().ward()).contains(new GssCode("E05015250"));
        assertThat(find(postcodes, "CB1 0AA").orElseThrow().division()).contains(new GssCode("E58000052"));
        assertThat(postcodes.live()).isEqualTo(3);
        assertThat(postcodes.ended()).isEqualTo(1);
        assertThat(postcodes.asAt()).isEqualTo(YearMonth.of(2025, 4));
    }

    @ParameterizedTest
    @CsvSource({"M33 7ZF", "m337zf", "' m 3 3 7 z f '", "M33\u00A07ZF", "M33-7ZF"})
    void aPostcodeIsFoundHoweverItIsTyped(String typed) throws Exception {
        assertThat(find(made(HEADINGS + ROWS), typed)).isPresent();
    }

    @Test
    void aLetterThatLooksLikeTheFigureIsTakenForIt() {
        assertThat(Postcode.parse("cb1 oaa"))
                .hasValueSatisfying(postcode -> assertThat(postcode).hasToString("CB1 0AA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Altrincham", "M33", "E05015239", "M33 7Z", "1M33 7ZF"})
    void whatIsNoPostcodeIsNone(String text) {
        assertThat(Postcode.parse(text)).isEmpty();
    }

    @Test
    void anEndedPostcodeSaysWhenItWasEnded() throws Exception {
        assertThat(find(made(HEADINGS + ROWS), "M1 1AA")).hasValueSatisfying(entry -> {
            assertThat(entry.ended()).contains(YearMonth.of(1996, 6));
            assertThat(entry.ward()).contains(new GssCode("E05011368"));
        });
    }

    @Test
    void aPlaceWithoutWardsHasNoneAndAnUnknownPostcodeIsNotThere() throws Exception {
        Postcodes postcodes = made(HEADINGS + ROWS);

        assertThat(find(postcodes, "IM1 1AA").orElseThrow().ward()).isEmpty();
        assertThat(find(postcodes, "M33 7ZG")).isEmpty();
        assertThat(find(postcodes, "ZE1 0AA")).isEmpty();
    }

    /** ONS's ZIP file has the country in one table, and the same rows in a table for each postcode area. */
    @Test
    void whatAZipFileSaysTwiceIsReadOnce() throws Exception {
        String[] rows = ROWS.split("\n");
        Path zip = zip(
                "Data/ONSPD_MAY_2025_UK.csv", HEADINGS + ROWS,
                "Data/multi_csv/ONSPD_MAY_2025_UK_M.csv", HEADINGS + rows[0] + "\n" + rows[1] + "\n",
                "Data/multi_csv/ONSPD_MAY_2025_UK_CB.csv", HEADINGS + rows[2] + "\n",
                "Documents/names.csv", "WD25CD,WD25NM\nE05015250,Sale Moor\n");

        assertThat(extract(zip).live()).isEqualTo(3);
    }

    @Test
    void aZipFileOfTablesForEachPostcodeAreaIsReadWhole() throws Exception {
        String[] rows = ROWS.split("\n");
        Path zip = zip("M.csv", HEADINGS + rows[0] + "\n" + rows[1] + "\n", "CB.csv", HEADINGS + rows[2] + "\n");

        Postcodes postcodes = extract(zip);

        assertThat(postcodes.live()).isEqualTo(2);
        assertThat(find(postcodes, "CB1 0AA")).isPresent();
    }

    @Test
    void aDirectoryThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> made(HEADINGS + ROWS + ROWS.replace("E05015250", "E05015251")))
                .isInstanceOf(UnreadablePostcodesException.class)
                .hasMessageContaining("two things of one postcode of M33");
    }

    @Test
    void anotherTableIsRefusedWithWhatIsWanted() {
        assertThatThrownBy(() -> made("area_code,area_name\nE05015250,Sale Moor\n"))
                .isInstanceOf(UnreadablePostcodesException.class)
                .hasMessageContaining("pcds, doterm");
    }

    @Test
    void aMonthThatIsNoneNamesItsPlace() {
        assertThatThrownBy(() -> made(HEADINGS + ROWS.replace("199606", "199613")))
                .hasMessageContaining("row 3, column doterm")
                .hasMessageContaining("199613");
    }

    @Test
    void theSameDirectoryGivesTheSameFile() throws Exception {
        made(HEADINGS + ROWS);
        byte[] first = Files.readAllBytes(folder.resolve("extract"));
        String[] rows = ROWS.split("\n");
        made(HEADINGS + rows[3] + "\n" + rows[2] + "\n" + rows[1] + "\n" + rows[0] + "\n");

        assertThat(Files.readAllBytes(folder.resolve("extract"))).isEqualTo(first);
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path zip = folder.resolve("directory.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                entries.putNextEntry(new ZipEntry(namesAndTexts[i]));
                entries.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        }
        return zip;
    }
}
