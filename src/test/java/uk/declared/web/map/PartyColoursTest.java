package uk.declared.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartyColoursTest {
    @Test
    void everyColourStandsOutFromWhite() {
        List<String> colours = new ArrayList<>(PartyColours.all().values());
        colours.add(PartyColours.OTHERS);
        colours.add(PartyColours.SEVERAL);

        // WCAG 2.2, 1.4.11: graphics need a contrast of 3 to 1.
        assertThat(colours).hasSizeGreaterThan(15).allSatisfy(colour -> {
            assertThat(colour).matches("#[0-9a-f]{6}");
            assertThat(1.05 / (luminance(colour) + 0.05)).as(colour).isGreaterThan(3);
        });
    }

    @Test
    void aPartyWithoutAColourIsOneOfTheOthers() {
        assertThat(PartyColours.of("PP999999")).isEqualTo(PartyColours.OTHERS);
        assertThat(PartyColours.of("PP63")).isNotEqualTo(PartyColours.OTHERS);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
