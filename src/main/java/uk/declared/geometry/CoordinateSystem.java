package uk.declared.geometry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A system of coordinates that boundaries come in. Grids are brought into longitude and latitude by the seven-parameter
 * shift of their datum: the National Grid is then right to 5 metres (Ordnance Survey, A guide to coordinate systems in
 * Great Britain, section 6.6), the Irish Grid to 1 metre (EPSG transformation 1641).
 */
enum CoordinateSystem {
    /** Longitude and latitude in degrees. WGS 84 and ETRS89 differ by less than a metre and are taken as one. */
    LONGITUDE_LATITUDE("longitude and latitude", "+proj=longlat +datum=WGS84 +no_defs", 4326, 4258, 84),

    NATIONAL_GRID(
            "British National Grid",
            "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
                    + " +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs",
            27700),

    IRISH_GRID(
            "Irish Grid",
            "+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy"
                    + " +towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15 +units=m +no_defs",
            29900,
            29901,
            29902,
            29903),

    IRISH_TRANSVERSE_MERCATOR(
            "Irish Transverse Mercator",
            "+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80"
                    + " +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
            2157),

    WEB_MERCATOR(
            "Web Mercator",
            "+proj=merc +a=6378137 +b=6378137 +lat_ts=0.0 +lon_0=0.0 +x_0=0.0 +y_0=0 +k=1.0 +units=m"
                    + " +nadgrids=@null +no_defs",
            3857,
            900913,
            102100);

    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");

    private final String title;
    private final String parameters;
    private final int[] numbers;

    CoordinateSystem(String title, String parameters, int... numbers) {
        this.title = title;
        this.parameters = parameters;
        this.numbers = numbers;
    }

    String title() {
        return title;
    }

    /** The system of a name such as {@code urn:ogc:def:crs:EPSG::27700} or {@code EPSG:27700}. */
    static Optional<CoordinateSystem> named(String name) {
        if (name.toUpperCase(Locale.ROOT).endsWith("CRS84")) {
            return Optional.of(LONGITUDE_LATITUDE);
        }
        Matcher number = NUMBER.matcher(name);
        if (!number.find() || number.group(1).length() > 8) {
            return Optional.empty();
        }
        int epsg = Integer.parseInt(number.group(1));
        return Arrays.stream(values())
                .filter(system -> Arrays.stream(system.numbers).anyMatch(known -> known == epsg))
                .findFirst();
    }

    /** What brings coordinates of this system, x and y, into longitude and latitude. Not for several threads at once. */
    Conversion toLongitudeLatitude() {
        if (this == LONGITUDE_LATITUDE) {
            return coordinate -> coordinate;
        }
        CRSFactory factory = new CRSFactory();
        CoordinateReferenceSystem from = factory.createFromParameters(name(), parameters);
        CoordinateReferenceSystem to =
                factory.createFromParameters(LONGITUDE_LATITUDE.name(), LONGITUDE_LATITUDE.parameters);
        CoordinateTransform transform = new CoordinateTransformFactory().createTransform(from, to);
        return coordinate -> {
            ProjCoordinate converted = new ProjCoordinate();
            transform.transform(new ProjCoordinate(coordinate.x, coordinate.y), converted);
            return new Coordinate(converted.x, converted.y);
        };
    }

    /** Brings one position into longitude (x) and latitude (y). */
    @FunctionalInterface
    interface Conversion {
        Coordinate convert(Coordinate coordinate);
    }
}
