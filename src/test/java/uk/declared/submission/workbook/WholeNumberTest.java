package uk.declared.submission.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in a workbook's parts. */
class WholeNumberTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "0042, 42", "1048576, 1048576"})
    void digitsAloneAreANumber(String text, int number) {
        assertThat(WholeNumber.of(text, 7)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "-1", "+1", "1.0", "1e3", "x", "12345678", "٣", "½"})
    void anythingElseIsNone(String text) {
        assertThat(WholeNumber.of(text, 7)).isEmpty();
    }
}
