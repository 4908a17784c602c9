package uk.declared.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.declared.web.thing.StagesPicture.Drawn;

/** The drawing is 302 units high between its margins of 14 above and 24 below, for the most votes that anybody has. */
class StagesPictureTest {
    private static Drawn drawn(String name, Integer... votes) {
        return new Drawn(
                name,
                "#000000",
                List.of(votes).stream()
                        .map(number -> Optional.of(BigDecimal.valueOf(number)))
                        .toList());
    }

    @Test
    void aCurveGoesFromStageToStageAndTheQuotaAcross() {
        StagesPicture picture = StagesPicture.of(
                Optional.of(BigDecimal.valueOf(50)), 2, List.of(drawn("Ann", 100, 50), drawn("Bob", 25, 0)));

        assertThat(picture.quota()).contains("165.0");
        assertThat(picture.curves().get(0).points()).isEqualTo("12.0,14.0 490.0,165.0");
        assertThat(picture.curves().get(1).points()).isEqualTo("12.0,240.5 490.0,316.0");
    }

    @Test
    void namesOfCandidatesWhoEndAlikeStandBelowOneAnother() {
        StagesPicture picture =
                StagesPicture.of(Optional.empty(), 1, List.of(drawn("Ann", 100), drawn("Bob", 100), drawn("Cat", 99)));

        assertThat(picture.curves()).extracting(StagesPicture.Curve::labelAt).containsExactly("18.0", "31.0", "47.0");
    }

    @Test
    void whatTheSourceDoesNotGiveIsNotDrawn() {
        StagesPicture picture = StagesPicture.of(
                Optional.empty(),
                2,
                List.of(new Drawn("Ann", "#000000", List.of(Optional.of(BigDecimal.TEN), Optional.empty()))));

        assertThat(picture.curves().get(0).points()).isEqualTo("12.0,14.0");
    }
}
