package uk.declared.submission.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.submission.Cell;

/** Days and yeses as officers and their spreadsheets write them. */
class CellReaderTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    private final List<Finding> findings = new ArrayList<>();
    private final CellReader cells = new CellReader(findings::add);

    /** What leaves a choice is said: that the day comes before the month, that a number is a day, that words were read. */
    @ParameterizedTest
    @CsvSource({
        "2024-05-02, ''",
        "2024/05/02, ''",
        "2024-05-02 00:00:00, ''",
        "02/05/2024, I051",
        "02/05/2024 00:00, I051",
        "2/5/2024 0:00:00, I051",
        "2.5.24, I062",
        "2-May-24, I062",
        "02-May-2024, I062",
        "02 May 24, I062",
        "Thursday 2nd May 2024, I062",
        "Dydd Iau 2 Mai 2024, I062",
        "2il Mai 2024, I062",
        "'May 2, 2024', I062",
        "45414, I042"
    })
    void aDayIsReadInEveryFormThatLeavesNoDoubt(String text, String said) {
        assertThat(cells.day(cell(text))).contains(DAY);
        assertThat(findings).extracting(Finding::rule).isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @ParameterizedTest
    @CsvSource({
        "May 2024, F033",
        "02/05/2024 22:00, F033",
        "2024/05-02, F033",
        "31/02/2024, F032",
        "2024-13-02, F032",
        "2 Maybe 2024, F033"
    })
    void whatLeavesADayOpenIsRefused(String text, String rule) {
        assertThat(cells.day(cell(text))).isEmpty();
        assertThat(findings).extracting(Finding::rule).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "ELECTED, true",
        "Not elected, false",
        "TRUE, true",
        "0, false",
        "Etholwyd, true",
        "Ni etholwyd, false",
        "Wedi'i ethol, true",
        "\u2713, true",
        "\u2714\uFE0F, true",
        "\u2718, false"
    })
    void yesAndNoAreReadInWordsAndTicks(String text, boolean expected) {
        assertThat(cells.yesOrNo(cell(text))).contains(expected);
        assertThat(findings).isEmpty();
    }

    /** A star beside a name may mean elected, sitting or anything else. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "x", "Gain"})
    void aMarkThatMayMeanAnythingIsRefusedAndNeverDropped(String text) {
        assertThat(cells.yesOrNo(cell(text))).isEmpty();
        assertThat(findings).extracting(Finding::rule).containsExactly("F035");
    }

    @Test
    void aBlankSaysNothing() {
        assertThat(cells.yesOrNo(cell(""))).isEqualTo(Optional.empty());
        assertThat(cells.day(cell(""))).isEmpty();
        assertThat(findings).isEmpty();
    }

    private static Cell cell(String text) {
        return new Cell(Place.row("file.csv", 2), text);
    }
}
