package uk.declared.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "St. Mary's Ward|stmarys",
                "Saint Mary’s|stmarys",
                "Ynys Môn|ynysmon",
                "The Wrekin & Ercall+Roden|wrekinandercallandroden",
                "Green-Party (2)|green2",
                "Wardour|wardour",
                "The Ward|theward",
                "Ａ ﬁeld Ⅷ ½|afieldviii1⁄2",
                "--|''"
            })
    void spellingsOfOneNameAreTheSame(String name, String plain) {
        assertThat(Names.plain(name)).isEqualTo(plain.replace("⁄", ""));
    }
}
