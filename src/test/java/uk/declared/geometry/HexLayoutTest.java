package uk.declared.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexLayoutTest {
    @TempDir
    private Path temporary;

    @Test
    void hexagonsAreReadByTheCodesOfTheirAreas() throws Exception {
        HexLayout layout = read("""
                {"version": "1.0", "layout": "odd-r", "hexes": {
                  "E05000819": {"q": -1, "r": 2, "n": "Altrincham"},
                  "bowdon": {"q": 0, "r": 2, "n": "Bowdon", "wd": "E05000821"},
                  "sea": {"q": 5, "r": 5, "n": "Sea"}}}""");

        assertThat(layout.form()).isEqualTo("odd-r");
        assertThat(layout.hexagons())
                .containsEntry("E05000819", new HexLayout.Hexagon(-1, 2))
                .containsEntry("E05000821", new HexLayout.Hexagon(0, 2))
                .hasSize(2);
        assertThat(layout.leftOut()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"layout\": \"square\", \"hexes\": {\"E05000819\": {\"q\": 1, \"r\": 2}}} | says “square”",
                "{\"layout\": \"odd-q\", \"hexes\": {\"E05000819\": {\"q\": \"x\", \"r\": 2}}} | no whole number as its q",
                "{\"layout\": \"odd-q\", \"hexes\": {\"E05000819\": {\"q\": 1}}} | no whole number as its r",
                "{\"layout\": \"odd-q\", \"hexes\": {\"E05000819\": {\"q\": 1, \"r\": 2}, \"E05000820\": {\"q\": 1, \"r\": 2}}}"
                        + " | E05000819 and E05000820 stand in one place",
                "{\"layout\": \"odd-q\", \"hexes\": {\"a\": {\"q\": 1, \"r\": 2}}} | no hexagon of an area with a code",
                "{\"layout\": | is not whole JSON"
            })
    void whatCannotBeDrawnIsRefusedWithTheMend(String json, String said) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableBoundariesException.class)
                .hasMessageContaining(said)
                .hasMessageEndingWith(".");
    }

    private HexLayout read(String json) throws Exception {
        Path file = temporary.resolve("wards.hexjson");
        Files.writeString(file, json);
        return HexLayout.read(file, "wards.hexjson");
    }
}
