package uk.declared.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/**
 * Published pairs of coordinates: Ordnance Survey's test points of OSTN15 (TP08, TP09, TP27), and OSNI's of the Irish Grid
 * (NI_IG_1, NI_IG_2).
 */
class CoordinateSystemTest {
    private static final double METRES_OF_A_DEGREE = 111_200;

    @ParameterizedTest
    @CsvSource({
        "27700, 362269.991, 169978.690, 51.42754743020, -2.54407618349, 5",
        "27700, 530624.974, 178388.464, 51.48936564950, -0.11992557180, 5",
        "27700, 319188.434, 670947.534, 55.92478265510, -3.29479219337, 5",
        "29902, 223657.156, 340618.902, 54.31379822722, -7.63725922472, 1",
        "29902, 308131.471, 390483.856, 54.75067037639, -6.32141574361, 1"
    })
    void aGridIsConvertedWithinTheStatedMetres(
            int epsg, double easting, double northing, double latitude, double longitude, double metres) {
        Coordinate converted = CoordinateSystem.named("urn:ogc:def:crs:EPSG::" + epsg)
                .orElseThrow()
                .toLongitudeLatitude()
                .convert(new Coordinate(easting, northing));

        double north = (converted.y - latitude) * METRES_OF_A_DEGREE;
        double east = (converted.x - longitude) * METRES_OF_A_DEGREE * Math.cos(Math.toRadians(latitude));
        assertThat(Math.hypot(north, east)).isLessThan(metres);
    }

    @Test
    void aNameOfALongitudeComesFirstSystemIsKnown() {
        assertThat(CoordinateSystem.named("urn:ogc:def:crs:OGC:1.3:CRS84"))
                .contains(CoordinateSystem.LONGITUDE_LATITUDE);
        assertThat(CoordinateSystem.named("EPSG:31467")).isEmpty();
    }
}
