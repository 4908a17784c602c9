package uk.declared.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where three wards stand was looked up in the published HexJSON. */
class WardHexagonsTest {
    @Test
    void aWardOf2022StandsWhereOpenInnovationsLaidItOut() {
        assertThat(WardHexagons.shipped().of("E05000650"))
                .containsExactly(new HexPlace("uk-wards-2022", "odd-r", -18, 26));
        assertThat(WardHexagons.shipped().of("E05000652"))
                .containsExactly(new HexPlace("uk-wards-2022", "odd-r", -16, 26));
    }

    @Test
    void aWardOfAnotherYearHasNoPlace() {
        assertThat(WardHexagons.shipped().of("E05015239")).isEmpty();
    }
}
