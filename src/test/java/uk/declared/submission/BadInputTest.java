package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.report.Finding;
import uk.declared.report.RuleTexts;

/**
 * Every file in {@code src/test/resources/bad-input} gets the answer that {@code cases.csv} there names: the rules with
 * their places, how many contests can be read all the same, and whether the file is unreadable as a whole.
 */
class BadInputTest {
    private static final Path FOLDER = Path.of("src/test/resources/bad-input");

    private record Case(String file, List<String> findings, int contests, boolean unreadable) {
        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void getsItsOwnAnswer(Case wanted) {
        Reading reading = Reading.of(FOLDER.resolve(wanted.file()));

        assertThat(reading.rules()).containsExactlyInAnyOrderElementsOf(wanted.findings());
        assertThat(reading.contests()).hasSize(wanted.contests());
        assertThat(reading.isUnreadable()).isEqualTo(wanted.unreadable());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isToldInPlainWordsInBothLanguages(Case wanted) {
        for (Finding finding : Reading.of(FOLDER.resolve(wanted.file())).findings()) {
            for (Locale language : List.of(Locale.UK, Locale.forLanguageTag("cy"))) {
                RuleTexts texts = RuleTexts.in(language);
                assertThat(texts.message(finding) + texts.mend(finding)).doesNotContain("{", "}", "Exception", "null");
            }
        }
    }

    @Test
    void noFileStandsOutsideTheTableOfCases() throws IOException {
        Set<String> named = cases().map(Case::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("cases.csv") && !name.startsWith(".")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    static Stream<Case> cases() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("cases.csv"))) {
            return rows.stream().map(BadInputTest::read).toList().stream();
        }
    }

    private static Case read(NamedCsvRecord row) {
        List<String> findings = Stream.of(row.getField("findings").split(";"))
                .filter(finding -> !finding.isEmpty())
                .toList();
        return new Case(
                row.getField("file"),
                findings,
                Integer.parseInt(row.getField("contests")),
                row.getField("unreadable").equals("yes"));
    }
}
