package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.report.TextReport;
import uk.declared.submission.zip.ZipFormat;

/** Archives of submissions: what can be read is read, and nothing in them reaches beyond them. */
class ZipTest {
    private static final String HALE =
            "person_name,ballot_paper_id,post_label,votes_cast,elected\nAnn,local.trafford.hale.2024-05-02,Hale,7,t\n";
    private static final String BOWDON = HALE.replace("hale", "bowdon").replace("Hale", "Bowdon");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyFileIsReadAndNamedInTheOrderOfTheArchive() throws IOException {
        Reading reading = read(Map.of(), "z/second.csv", HALE, "a/first.csv", BOWDON);

        assertThat(reading.contests())
                .extracting(contest -> contest.result().area().name())
                .containsExactly("Hale", "Bowdon");
        assertThat(reading.contests())
                .extracting(contest ->
                        contest.source().place(Part.CONTEST).orElseThrow().file())
                .containsExactly("archive.zip/z/second.csv", "archive.zip/a/first.csv");
    }

    @Test
    void aFileThatCannotBeReadRefusesItselfAlone() throws IOException {
        Reading reading = read(Map.of(), "letter.pdf", "%PDF-1.7", "hale.csv", HALE, "empty.csv", "");

        assertThat(reading.contests()).hasSize(1);
        assertThat(reading.isUnreadable()).isFalse();
        assertThat(reading.findings())
                .extracting(finding -> finding.rule() + " " + finding.place().file())
                .containsExactly("F005 archive.zip/letter.pdf", "F003 archive.zip/empty.csv");
    }

    @Test
    void whatStandsBesideResultsIsPassedOverAndSaid() throws IOException {
        Reading reading = read(
                Map.of(),
                "__MACOSX/._hale.csv",
                "x",
                ".DS_Store",
                "x",
                "Readme.txt",
                "x",
                "hale.csv",
                HALE,
                "hale.csv-metadata.json",
                "{}");

        assertThat(reading.contests()).hasSize(1);
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("I094");
        assertThat(reading.findings().get(0).details()).containsEntry("files", "4");
    }

    @Test
    void optionsHoldForTheFilesInIt() throws IOException {
        Path file = write("hale.xml", "<election><candidatecount/></election>", "hale.csv", HALE);
        Reading unasked = Reading.of(file);
        Reading named = Reading.of(
                file,
                new ReadOptions(Optional.of("zip"), Optional.of("trafford"), Optional.of(LocalDate.of(2024, 5, 2))));

        assertThat(unasked.findings()).extracting(Finding::rule).containsExactly("F091");
        assertThat(unasked.contests()).hasSize(1);
        assertThat(named.findings()).extracting(Finding::rule).containsExactly("F092");
    }

    @Test
    void anArchiveInAnArchiveIsRefused() throws IOException {
        byte[] inner = zip(Map.of("hale.csv", HALE.getBytes(StandardCharsets.UTF_8)));
        Path file = folder.resolve("archive.zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("inner.zip", inner);
        files.put("bowdon.csv", BOWDON.getBytes(StandardCharsets.UTF_8));
        Files.write(file, zip(files));

        Reading reading = Reading.of(file);

        assertThat(faults(reading)).containsExactly("nested");
        assertThat(reading.contests()).hasSize(1);
    }

    @Test
    void anOfficeDocumentIsNoArchive() {
        assertThat(Stream.of("[Content_Types].xml", "xl/workbook.xml", "_rels/.rels", "mimetype")
                        .map(name -> new Beginning(zip(Map.of(name, new byte[0]))))
                        .filter(ZipFormat::isArchive))
                .isEmpty();
        assertThat(ZipFormat.isArchive(new Beginning(zip(Map.of("returns.xlsx", new byte[0])))))
                .isTrue();
    }

    @Test
    void aFileThatExpandsTooFarIsRefused() throws IOException {
        Reading reading = read(Map.of("bomb.csv", new byte[8 * 1024 * 1024]), "hale.csv", HALE);

        assertThat(faults(reading)).containsExactly("bomb");
        assertThat(reading.contests()).hasSize(1);
    }

    @Test
    void anArchiveOfTooManyFilesIsRefused() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= ZipFormat.MAX_ENTRIES; i++) {
            files.put(i + ".csv", new byte[0]);
        }

        assertThat(faults(Reading.of(write(zip(files))))).containsExactly("many");
    }

    @Test
    void anEmptyOrDamagedOrEncryptedArchiveIsRefused() {
        byte[] whole = zip(Map.of("hale.csv", HALE.getBytes(StandardCharsets.UTF_8)));
        byte[] cut = Arrays.copyOf(whole, whole.length - 30);
        byte[] encrypted = whole.clone();
        int central = indexOf(encrypted, "PK\u0001\u0002");
        encrypted[6] |= 1;
        encrypted[central + 8] |= 1;
        byte[] changed = whole.clone();
        changed[indexOf(changed, "hale.csv") + 12] ^= 0x55;

        assertThat(faults(Reading.of(write(zip(Map.of()))))).containsExactly("none");
        assertThat(faults(Reading.of(write(zip(Map.of("README", new byte[0]))))))
                .contains("none");
        assertThat(faults(Reading.of(write(cut)))).containsExactly("damaged");
        assertThat(faults(Reading.of(write(encrypted)))).containsExactly("encrypted");
        assertThat(faults(Reading.of(write(changed)))).containsExactly("damaged");
    }

    @Test
    void aNameThatPointsElsewhereIsOnlyAName() throws IOException {
        Reading reading = read(Map.of(), "../../outside.csv", HALE, "/etc/hale\n.csv", BOWDON);

        assertThat(reading.contests()).hasSize(2);
        assertThat(Files.exists(folder.resolve("../../outside.csv"))).isFalse();
        assertThat(reading.contests()
                        .get(1)
                        .source()
                        .place(Part.CONTEST)
                        .orElseThrow()
                        .file())
                .isEqualTo("archive.zip//etc/hale?.csv");
    }

    @Test
    void theReportNamesTheFileInTheArchive() throws IOException {
        Reading reading = read(Map.of(), "hale.csv", HALE.replace(",7,", ",seven,"));
        Report.Builder report = Report.builder("archive.zip");
        reading.findings().forEach(report::finding);

        assertThat(new TextReport(Locale.UK).write(report.build()))
                .contains("  archive.zip/hale.csv, row 2, column D (votes_cast): ");
    }

    @Test
    void bytesChangedAnywhereAreAnswered() {
        byte[] whole = zip(Map.of("hale.csv", HALE.getBytes(StandardCharsets.UTF_8)));
        for (int at = 0; at < whole.length; at++) {
            for (int change : new int[] {1, 0x80, 0xFF}) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) change;
                Reading reading = Reading.of(write(bytes));

                assertThat(reading.contests().size() + reading.findings().size())
                        .isPositive();
            }
        }
    }

    private Reading read(Map<String, byte[]> first, String... texts) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(first);
        for (int i = 0; i < texts.length; i += 2) {
            files.put(texts[i], texts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return Reading.of(write(zip(files)));
    }

    private Path write(String... texts) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            files.put(texts[i], texts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return write(zip(files));
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("archive.zip"), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> faults(Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.rule().equals("F093"))
                .map(finding -> finding.details().getOrDefault("fault", ""))
                .toList();
    }

    private static int indexOf(byte[] bytes, String mark) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(mark);
    }
}
