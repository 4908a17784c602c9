package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.declared.Seeds;
import uk.declared.submission.text.SpreadsheetText;

/** No cell is a formula, and every cell is read as what it was. */
class SpreadsheetTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(\"http://example.org\")~'=HYPERLINK(\"http://example.org\")",
                "+44 161 912 2000~'+44 161 912 2000",
                "@SUM(A1)~'@SUM(A1)",
                "- none -~'- none -",
                "'=1~''=1",
                "Jones; =1+1~Jones; '=1+1",
                "\uFF1D1+1~'\uFF1D1+1",
                "-12.5~-12.5",
                "+3~+3",
                "O'Neill-Jones~O'Neill-Jones"
            })
    void whatBeginsLikeAFormulaGetsAnApostrophe(String text, String cell) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(cell);
        assertThat(SpreadsheetText.original(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void everyTextIsReadAsItWas(int seed) {
        Seeds.each(seed, 200, random -> {
            String text = text(random);
            assertThat(SpreadsheetText.original(SpreadsheetText.safe(text))).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @MethodSource("uk.declared.Seeds#ten")
    void noCellButANumberBeginsWithTheSignOfAFormula(int seed) {
        Seeds.each(seed, 200, random -> {
            String cell = SpreadsheetText.safe(text(random));

            assertThat(cell.matches("[-+]?[\\d.,]+%?") || !cell.strip().matches("(?s)[=+\\-@\uFF1D].*"))
                    .isTrue();
        });
    }

    private static String text(Random random) {
        List<String> pieces = List.of("=", "+", "-", "@", "'", ";", " ", "\t", "\n", "1", "a", ",", "\uFF1D");
        return Stream.generate(() -> Seeds.any(random, pieces))
                .limit(random.nextInt(9))
                .collect(Collectors.joining());
    }
}
