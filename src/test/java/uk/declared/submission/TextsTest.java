package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.declared.submission.text.Texts;

class TextsTest {
    @Test
    void lettersAndNumbersOfEveryScriptAreComparedAndNothingElse() {
        assertThat(Texts.plain("  Élan Ⅳ (½) №2 – Ŵ_y\u0301\u00A0% \uD835\uDFD8"))
                .isEqualTo("élanⅳ½2ŵy\uD835\uDFD8");
    }
}
