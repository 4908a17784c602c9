package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Property(tries = 2000)
    void everyTextIsReadAsItWas(@ForAll("texts") String text) {
        assertThat(SpreadsheetText.original(SpreadsheetText.safe(text))).isEqualTo(text);
    }

    @Property(tries = 2000)
    void noCellButANumberBeginsWithTheSignOfAFormula(@ForAll("texts") String text) {
        String cell = SpreadsheetText.safe(text);

        assertThat(cell.matches("[-+]?[\\d.,]+%?") || !cell.strip().matches("(?s)[=+\\-@\uFF1D].*"))
                .isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(List.of("=", "+", "-", "@", "'", ";", " ", "\t", "\n", "1", "a", ",", "\uFF1D"))
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }
}
