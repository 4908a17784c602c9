package uk.declared.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import uk.declared.Samples;

class SimplificationTest {

    /** A square from one wavy line to another; neighbours share the line between them. */
    private static Polygon strip(int number) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i <= 400; i++) {
            ring.add(wave(number, i));
        }
        for (int i = 400; i >= 0; i--) {
            ring.add(wave(number + 1, i));
        }
        ring.add(ring.get(0));
        return Shapes.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static Coordinate wave(int line, int i) {
        return new Coordinate(line + 0.05 * Math.sin(i * 0.7 + line), i / 400.0);
    }

    private static int positions(List<Geometry> shapes) {
        return shapes.stream().mapToInt(Geometry::getNumPoints).sum();
    }

    private static boolean isCoverage(List<Geometry> shapes) {
        return CoverageValidator.isValid(shapes.toArray(Geometry[]::new));
    }

    @Test
    void neighboursKeepTheLineThatTheyShare() {
        List<Geometry> shapes = List.of(strip(0), strip(1), strip(2));

        List<Geometry> simpler = Simplification.together(shapes, 0.02);

        assertThat(positions(simpler)).isLessThan(positions(shapes) / 2);
        assertThat(isCoverage(simpler)).as("no overlap").isTrue();
        Geometry whole = UnaryUnionOp.union(simpler);
        assertThat(whole.getNumGeometries()).as("parts of the whole").isOne();
        assertThat(((Polygon) whole).getNumInteriorRing()).as("gaps").isZero();
    }

    @Test
    void anIslandTooSmallToBeSeenIsLeftOutAndTheLargestPartNever() {
        Geometry land =
                Shapes.ofWkt("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((2 2, 2.001 2, 2.001 2.001, 2 2.001, 2 2)))");
        Geometry rock = Shapes.ofWkt("POLYGON ((5 5, 5.001 5, 5.001 5.001, 5 5.001, 5 5))");

        List<Geometry> simpler = Simplification.together(List.of(land, rock), 0.01);

        assertThat(simpler.get(0).getNumGeometries()).isOne();
        assertThat(simpler.get(0).getArea()).isEqualTo(1.0);
        assertThat(simpler.get(1).isEmpty()).isFalse();
    }

    @Test
    void shapesThatOverlapStaySound() {
        List<Geometry> shapes = List.of(strip(0), strip(0).getEnvelope(), strip(1));

        List<Geometry> simpler = Simplification.together(shapes, 0.02);

        assertThat(simpler).hasSize(3).allMatch(Geometry::isValid).noneMatch(Geometry::isEmpty);
    }

    static Stream<Path> samples() throws Exception {
        return Samples.all("boundaries").stream();
    }

    /** Real boundaries of wards: Trafford's, and those of further councils where they are at hand. */
    @ParameterizedTest
    @MethodSource("samples")
    void realWardsKeepTheirNeighbours(Path file) throws Exception {
        List<Geometry> shapes = new ArrayList<>();
        BoundaryFile.open(file, "wards").forEach(boundary -> shapes.add(boundary.shape()));
        Assumptions.assumeTrue(isCoverage(shapes), "The file's own boundaries do not fit together.");

        List<Geometry> simpler = Simplification.together(shapes, 0.0005);

        assertThat(simpler).hasSameSizeAs(shapes).allMatch(Geometry::isValid);
        assertThat(isCoverage(simpler)).isTrue();
    }
}
