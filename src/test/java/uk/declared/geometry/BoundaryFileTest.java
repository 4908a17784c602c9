package uk.declared.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

class BoundaryFileTest {
    private static final String SQUARE = "[[[-2.3,53.3],[-2.2,53.3],[-2.2,53.4],[-2.3,53.4],[-2.3,53.3]]]";

    @TempDir
    private Path folder;

    @Test
    void theCodesStandInThePropertyThatDiffersFromFeatureToFeature() throws Exception {
        List<Boundary> read = boundaries(collection(
                feature(
                        "\"LAD25CD\":\"E08000009\",\"WD25CD\":\"E05099001\",\"WD25NM\":\"North\",\"WD25NMW\":\" \"",
                        SQUARE),
                feature(
                        "\"LAD25CD\":\"E08000009\",\"WD25CD\":\"E05099002\",\"WD25NM\":\"South\",\"WD25NMW\":\"De\"",
                        SQUARE)));

        assertThat(read).extracting(Boundary::code).containsExactly("E05099001", "E05099002");
        assertThat(read.get(0).name()).contains("North");
        assertThat(read.get(0).welshName()).isEmpty();
        assertThat(read.get(1).welshName()).contains("De");
    }

    @Test
    void theYearIsInTheNameOfTheProperty() throws Exception {
        assertThat(open(collection(feature("\"WD25CD\":\"E05099001\"", SQUARE))).year())
                .contains(2025);
        assertThat(open(collection(feature("\"ward code\":\"E05099001\",\"ward name\":\"North\"", SQUARE)))
                        .year())
                .isEmpty();
    }

    @Test
    void aSystemThatIsNamedAfterTheFeaturesCountsToo() throws Exception {
        String grid = "[[[377000,388000],[378000,388000],[378000,389000],[377000,389000],[377000,388000]]]";
        String file = "{\"type\":\"FeatureCollection\",\"features\":[" + feature("\"code\":\"E05099001\"", grid)
                + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}}}";

        Boundary read = boundaries(file).get(0);

        // A square kilometre of the grid; the grid's scale there is 0.9996 on each side.
        assertThat(Shapes.squareMetres(read.shape())).isCloseTo(1_000_700, within(1_000.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[-2.3,53.3],[-2.2,53.3],[-2.2,53.4],[-2.3,53.4]]] | feature 1 has a ring that does not end where it begins",
                "[[[53.3,-2.3],[53.3,-2.2],[53.4,-2.2],[53.3,-2.3]]] | Feature 1 (E05099001) lies outside the United Kingdom",
                "[[[-2.3],[-2.2,53.3]]] | a position of one number",
                "[[[-2.3,\"53.3\"]]] | one number",
                "[[[-2.3,53.3],[-2.2,53.3],[-2.3,53.3],[-2.3,53.3]]] | Feature 1 (E05099001) has no polygon",
                "[[[[[[[-2.3,53.3]]]]]]] | more than four brackets"
            })
    void aGeometryThatBoundsNothingIsRefusedByItsFeature(String coordinates, String message) {
        assertThatThrownBy(() -> open(collection(feature("\"code\":\"E05099001\"", coordinates))))
                .isInstanceOf(UnreadableBoundariesException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileWithoutCodesOrWithOneTwiceIsRefused() {
        assertThatThrownBy(() -> open(collection(feature("\"name\":\"North\"", SQUARE))))
                .hasMessageContaining("no property whose values are codes");
        assertThatThrownBy(() -> open(collection(
                        feature("\"code\":\"E05099001\"", SQUARE), feature("\"code\":\"E05099001\"", SQUARE))))
                .hasMessageContaining("features 1 and 2 both have the code E05099001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"FeatureCollection\",\"features\":[ | is not sound JSON at line 1",
                "[] | does not begin with",
                "code,name | is not sound JSON",
                "{\"type\":\"Topology\"} | holds no features"
            })
    void aFileThatIsNoCollectionIsRefused(String text, String message) {
        assertThatThrownBy(() -> open(text)).hasMessageContaining(message);
    }

    @Test
    void aBoundaryThatCrossesItselfIsMended() throws Exception {
        String bow = "[[[-2.3,53.3],[-2.2,53.4],[-2.2,53.3],[-2.3,53.4],[-2.3,53.3]]]";

        BoundaryFile file = open(collection(feature("\"code\":\"E05099001\"", bow)));

        assertThat(file.repaired()).isEqualTo(1);
        assertThat(file.codes()).containsOnlyKeys("E05099001");
    }

    @Test
    void aGeoPackageIsReadThroughItsOwnTables() throws Exception {
        Path file = folder.resolve("wards.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER)");
            sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (7, 'EPSG', 27700)");
            sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            sql.execute("INSERT INTO gpkg_contents VALUES ('wards 2025', 'features')");
            sql.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('wards 2025', 'geom', 7)");
            sql.execute("CREATE TABLE \"wards 2025\" (fid INTEGER, geom BLOB, WD25CD TEXT, WD25NM TEXT)");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO \"wards 2025\" VALUES (1, ?, 'E05099001', 'North')")) {
                insert.setBytes(1, geoPackageSquare());
                insert.execute();
            }
        }

        List<Boundary> read = new ArrayList<>();
        BoundaryFile.open(file, "wards.gpkg").forEach(read::add);

        assertThat(read).hasSize(1);
        assertThat(read.get(0).name()).contains("North");
        assertThat(Shapes.squareMetres(read.get(0).shape())).isCloseTo(1_000_700, within(1_000.0));
    }

    private static byte[] geoPackageSquare() {
        byte[] wkb = new WKBWriter().write(new GeometryFactory().createPolygon(new Coordinate[] {
                    new Coordinate(377000, 388000),
                    new Coordinate(378000, 388000),
                    new Coordinate(378000, 389000),
                    new Coordinate(377000, 389000),
                    new Coordinate(377000, 388000)
                }));
        byte[] all = new byte[8 + wkb.length];
        all[0] = 'G';
        all[1] = 'P';
        all[3] = 1;
        System.arraycopy(wkb, 0, all, 8, wkb.length);
        return all;
    }

    private List<Boundary> boundaries(String text) throws Exception {
        List<Boundary> read = new ArrayList<>();
        open(text).forEach(read::add);
        return read;
    }

    private BoundaryFile open(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("file.geojson"), text);
        return BoundaryFile.open(file, "file.geojson");
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String coordinates) {
        return "{\"type\":\"Feature\",\"geometry\":{\"coordinates\":" + coordinates
                + ",\"type\":\"Polygon\"},\"properties\":{" + properties + "}}";
    }
}
