package uk.declared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of wards of the Office for National Statistics, some with letters wrong. */
class SpellingSlipTest {
    @ParameterizedTest
    @CsvSource({
        "Aston upon Mersey, Ashton upon Mersey, true",
        "Hale Barns and Timperly South, Hale Barns & Timperley South, true",
        "Broadheth, Broadheath, true",
        "Norton, Morton, false", // two wards
        "Hale Central, Sale Central, true", // ten letters in all: either may be meant
        "St Marys, St Pauls, false",
        "Flixton, Altrincham, false"
    })
    void oneLetterInSevenMayBeWrong(String name, String known, boolean slip) {
        assertThat(SpellingSlip.is(name, known)).isEqualTo(slip);
    }

    @ParameterizedTest
    @CsvSource({
        "Altringham, Altrincham, true",
        "Hoylake, Hoylake and Meols, true", // the name before another ward was joined to it
        "Bucklow St Martins Ward, Bucklow-St Martins, true",
        "Broadheath, Altrincham, false",
        "Ashton upon Mersey, Altrincham, false"
    })
    void aNameThatHoldsTheOtherOrIsLikeItMayBeAnOlderSpelling(String name, String known, boolean alike) {
        assertThat(SpellingSlip.mayBe(name, known)).isEqualTo(alike);
    }
}
