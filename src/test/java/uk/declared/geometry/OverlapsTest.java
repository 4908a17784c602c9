package uk.declared.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import uk.declared.Samples;

/** Trafford's wards before and after 2023. The expected shares were computed with Shapely 2.1 in ETRS89-LAEA-like axes. */
class OverlapsTest {
    @Test
    void newAltrinchamIsMostlyOldAltrinchamAndPartsOfHaleBarnsAndBowdon() throws Exception {
        Map<String, Geometry> shapes = new HashMap<>();
        Set<String> earlier = load("trafford-wards-2017.geojson", shapes);
        Set<String> later = load("trafford-wards-2023.geojson", shapes);

        List<Overlap> overlaps = Overlaps.of(shapes, (one, other) -> earlier.contains(one) && later.contains(other));

        assertThat(overlaps)
                .filteredOn(overlap -> overlap.other().equals("E05015239"))
                .extracting(Overlap::one)
                .containsExactly("E05000819", "E05000821", "E05000830", "E05000831");
        Overlap altrincham = find(overlaps, "E05000819");
        assertThat(altrincham.shareOfOther()).isCloseTo(0.87121, within(0.0001));
        assertThat(altrincham.shareOfOne()).isCloseTo(0.85645, within(0.0001));
        assertThat(find(overlaps, "E05000830").shareOfOther()).isCloseTo(0.07609, within(0.0001));
        assertThat(find(overlaps, "E05000821").shareOfOther()).isCloseTo(0.04029, within(0.0001));
    }

    private static Overlap find(List<Overlap> overlaps, String earlier) {
        return overlaps.stream()
                .filter(overlap ->
                        overlap.one().equals(earlier) && overlap.other().equals("E05015239"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> load(String name, Map<String, Geometry> shapes) throws Exception {
        Set<String> codes = new HashSet<>();
        BoundaryFile.open(Samples.path("boundaries/" + name), name).forEach(boundary -> {
            shapes.put(boundary.code(), boundary.shape());
            codes.add(boundary.code());
        });
        return codes;
    }
}
