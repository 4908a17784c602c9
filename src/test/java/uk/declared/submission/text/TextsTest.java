package uk.declared.submission.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    /** Letters and numbers of every script are compared; marks above letters, signs and spaces are not. */
    @ParameterizedTest
    @CsvSource({
        "St. John's & St Mary’s, stjohnsstmarys",
        "Bae Colwyn – Ward Ⅳ ½, baecolwynwardⅳ½",
        "Llŷn 2, llŷn2",
        "W\u0302, w",
        "ΑΒΓ 北, αβγ北",
        "𝟙st 😀 ward, 𝟙stward",
        "' -–— ', ''"
    })
    void textsAreComparedByTheirLettersAndNumbersAlone(String text, String plain) {
        assertThat(Texts.plain(text)).isEqualTo(plain);
    }
}
