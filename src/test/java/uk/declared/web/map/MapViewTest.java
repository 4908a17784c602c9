package uk.declared.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.geometry.Shapes;

class MapViewTest {
    private static final String SQUARE = "POLYGON ((-2 53, -1 53, -1 54, -2 54, -2 53))";

    /** Distances in radii of a hexagon: 1.732 from middle to middle side by side, half of it where a row is moved. */
    @ParameterizedTest
    @CsvSource({
        "odd-r, 0, 0, 0, 0",
        "odd-r, 1, 0, 1.732, 0",
        "odd-r, 0, 1, 0.866, -1.5",
        "odd-r, 0, -1, 0.866, 1.5",
        "even-r, 0, 0, 0.866, 0",
        "even-r, 0, 1, 0, -1.5",
        "odd-q, 1, 0, 1.5, -0.866",
        "odd-q, 0, 1, 0, -1.732",
        "even-q, 0, 0, 0, -0.866",
        "even-q, 1, 0, 1.5, 0"
    })
    void aHexagonStandsWhereItsLayoutPutsIt(String form, int column, int row, double east, double south) {
        HexPlace place = new HexPlace("wards", form, column, row);

        assertThat(place.east()).isCloseTo(east, Offset.offset(0.001));
        assertThat(place.south()).isCloseTo(south, Offset.offset(0.001));
    }

    @Test
    void areasWithoutABoundaryAreNamedWhereMostHaveOne() {
        MapView map = MapView.of(List.of(area("a", true), area("b", true), area("c", false)));

        assertThat(map.kind()).isEqualTo(MapView.Kind.BOUNDARIES);
        assertThat(map.shapes()).hasSize(2);
        assertThat(map.notDrawn()).containsExactly("c");
    }

    @Test
    void aLayoutIsUsedWhereMostAreasHaveAPlaceInIt() {
        MapView map = MapView.of(List.of(
                area("a", false, new HexPlace("wards", "odd-r", 0, 1)),
                area("b", false, new HexPlace("wards", "odd-r", 0, 0)),
                area("c", false)));

        assertThat(map.isLaidOut()).isTrue();
        assertThat(map.shapes()).hasSize(3);
        assertThat(top(map, 0)).as("Row 1 lies north of row 0").isLessThan(top(map, 1));
        assertThat(top(map, 2)).as("What the layout does not have stands below").isGreaterThan(top(map, 1));
    }

    @Test
    void withoutBoundaryAndLayoutAreasStandInTheirOrder() {
        MapView map = MapView.of(List.of(area("a", false), area("b", false)));

        assertThat(map.isInOrder()).isTrue();
        assertThat(map.shapes()).hasSize(2);
        assertThat(top(map, 0)).isEqualTo(top(map, 1));
    }

    @Test
    void twoLayoutsAreNotMixed() {
        HexPlace here = new HexPlace("wards", "odd-r", 0, 0);
        MapView map = MapView.of(List.of(
                area("a", false, here, new HexPlace("other", "odd-q", 7, 7)),
                area("b", false, new HexPlace("wards", "odd-r", 1, 0)),
                area("c", false, new HexPlace("wards", "odd-r", 2, 0))));

        assertThat(map.shapes())
                .extracting(shape -> shape.path().split("[ L]")[1])
                .containsOnly("0.0");
    }

    @Test
    void lettersStandInTheMiddleOfTheirArea() {
        MapView.Shape only = MapView.of(List.of(area("a", false))).shapes().get(0);

        // A hexagon of 40 units from its middle to a corner, at the drawing's left and top edge.
        assertThat(only.letters()).isEqualTo("Lab");
        assertThat(only.x()).isEqualTo("40.0");
        assertThat(only.y()).isEqualTo("45.0");
    }

    @Test
    void whereAreasAreSmallerThanLettersThereAreNone() {
        List<MappedArea> many =
                IntStream.range(0, 151).mapToObj(i -> area("a" + i, false)).toList();

        assertThat(MapView.of(many).shapes()).extracting(MapView.Shape::letters).containsOnly("");
        assertThat(MapView.of(many.subList(1, 151)).shapes())
                .extracting(MapView.Shape::letters)
                .containsOnly("Lab");
    }

    /** The first corner of a hexagon that stands on a corner is its topmost point. */
    private static double top(MapView map, int shape) {
        return Double.parseDouble(map.shapes().get(shape).path().split("[ L]")[1]);
    }

    private static MappedArea area(String name, boolean shape, HexPlace... places) {
        return new MappedArea(
                name,
                "/doc/area/" + name,
                "",
                "#000000",
                "Lab",
                shape ? Optional.of(Shapes.ofWkt(SQUARE)) : Optional.empty(),
                List.of(places),
                Map.of());
    }
}
