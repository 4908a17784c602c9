package uk.declared.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.Samples;
import uk.declared.geometry.BoundaryFile;
import uk.declared.geometry.Shapes;

class GeoJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static MappedArea area(String code, Geometry shape) {
        return new MappedArea(
                code, "/doc/area/" + code, "", "#000000", "", Optional.of(shape), List.of(), Map.of("code", code));
    }

    /** A coast of many small bays, some 30 kilometres long. */
    private static Geometry coast(int number) {
        StringBuilder wkt = new StringBuilder("POLYGON ((");
        for (int i = 0; i <= 4000; i++) {
            wkt.append(number * 0.2 + 0.1 * i / 4000)
                    .append(' ')
                    .append(50 + 0.001 * Math.sin(i))
                    .append(", ");
        }
        double start = number * 0.2;
        return Shapes.ofWkt(wkt.append(start + 0.1)
                .append(" 51, ")
                .append(start)
                .append(" 51, ")
                .append(start)
                .append(" 50))")
                .toString());
    }

    /** RFC 7946, section 3.1.6: counted here by the shoelace formula. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))"
            })
    void outerRingsRunAgainstTheClockAndHolesWithIt(String wkt) {
        JsonNode rings =
                JSON.readTree(GeoJson.one(area("E05000001", Shapes.ofWkt(wkt)))).at("/geometry/coordinates");

        assertThat(twiceTheArea(rings.get(0))).isPositive();
        assertThat(twiceTheArea(rings.get(1))).isNegative();
    }

    private static double twiceTheArea(JsonNode ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            sum += ring.get(i - 1).get(0).asDouble() * ring.get(i).get(1).asDouble()
                    - ring.get(i).get(0).asDouble() * ring.get(i - 1).get(1).asDouble();
        }
        return sum;
    }

    @Test
    void aCouncilWithManyBaysStaysBelow300KilobytesAndLosesNoWard() {
        List<MappedArea> wards = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            wards.add(area("E0500" + (1000 + i), coast(i)));
        }
        assertThat(wards.stream().mapToInt(ward -> GeoJson.one(ward).length).sum())
                .as("in full")
                .isGreaterThan(2_000_000);

        byte[] written = GeoJson.all(wards);

        assertThat(written).hasSizeLessThan(300_000);
        assertThat(JSON.readTree(written).path("features"))
                .hasSize(40)
                .noneMatch(feature -> feature.path("geometry").isNull());
    }

    static Stream<Path> samples() {
        return Samples.all("boundaries").stream();
    }

    /** Real boundaries of wards: Trafford's, and those of further councils where they are at hand. */
    @ParameterizedTest
    @MethodSource("samples")
    void realCouncilsStayBelow300Kilobytes(Path file) throws Exception {
        List<MappedArea> wards = new ArrayList<>();
        BoundaryFile.open(file, "wards").forEach(boundary -> wards.add(area(boundary.code(), boundary.shape())));

        byte[] written = GeoJson.all(wards);

        assertThat(written).hasSizeLessThan(300_000);
        JsonNode features = JSON.readTree(written).path("features");
        assertThat(features)
                .hasSize(wards.size())
                .noneMatch(feature -> feature.at("/geometry/coordinates").isEmpty());
    }
}
