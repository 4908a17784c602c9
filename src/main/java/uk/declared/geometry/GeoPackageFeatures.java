package uk.declared.geometry;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sqlite.SQLiteConfig;

/** The features of a GeoPackage (OGC 12-128r18) with one layer: an SQLite file whose geometries are well-known binary. */
final class GeoPackageFeatures implements FeatureSource {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int LONGEST_VALUE = 1_000;

    private final Path file;
    private final String name;

    GeoPackageFeatures(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** The one layer of the file. */
    private record Layer(String table, String column, int system) {}

    @Override
    public Optional<String> declaredSystem() throws IOException, UnreadableBoundariesException {
        try (Connection connection = open();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            query.setInt(1, layer(connection).system());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1) + ":" + rows.getInt(2)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public void forEach(Sink sink) throws IOException, UnreadableBoundariesException {
        try (Connection connection = open()) {
            Layer layer = layer(connection);
            try (PreparedStatement query = connection.prepareStatement("SELECT * FROM " + quoted(layer.table()));
                    ResultSet rows = query.executeQuery()) {
                int number = 0;
                while (rows.next()) {
                    number++;
                    sink.accept(feature(rows, layer.column(), number));
                }
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private Layer layer(Connection connection) throws SQLException, UnreadableBoundariesException {
        List<Layer> layers = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT g.table_name, g.column_name, g.srs_id"
                        + " FROM gpkg_geometry_columns g JOIN gpkg_contents c ON c.table_name = g.table_name"
                        + " WHERE c.data_type = 'features' ORDER BY g.table_name");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                layers.add(new Layer(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
        if (layers.size() != 1) {
            throw new UnreadableBoundariesException(name + " has " + layers.size() + " layers of features"
                    + (layers.isEmpty()
                            ? ""
                            : " ("
                                    + String.join(
                                            ", ",
                                            layers.stream().map(Layer::table).toList()) + ")")
                    + ". Give a GeoPackage with one layer.");
        }
        return layers.get(0);
    }

    private Feature feature(ResultSet row, String geometryColumn, int number)
            throws SQLException, UnreadableBoundariesException {
        Map<String, String> properties = new LinkedHashMap<>();
        Geometry shape = Shapes.FACTORY.createGeometryCollection();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnName(i).equals(geometryColumn)) {
                byte[] bytes = row.getBytes(i);
                shape = bytes == null ? shape : geometry(bytes, number);
            } else {
                String value = row.getString(i);
                if (value != null && value.length() <= LONGEST_VALUE) {
                    properties.put(columns.getColumnName(i), value.strip());
                }
            }
        }
        return new Feature(number, properties, shape);
    }

    /** A GeoPackage's header (section 2.1.3.1.1) and then well-known binary. */
    private Geometry geometry(byte[] bytes, int number) throws UnreadableBoundariesException {
        boolean hasHeader = bytes.length > 8 && bytes[0] == 'G' && bytes[1] == 'P';
        int envelope = hasHeader ? bytes[3] >> 1 & 7 : 7;
        if (envelope >= ENVELOPE_BYTES.length || bytes.length < 8 + ENVELOPE_BYTES[envelope]) {
            throw new UnreadableBoundariesException(name + ": the geometry of feature " + number
                    + " is not as GeoPackages have it. Export the layer again.");
        }
        if (bytes.length > BoundaryFile.MOST_POSITIONS_OF_A_FEATURE * 16L) {
            throw new UnreadableBoundariesException(String.format(
                    "%s: the geometry of feature %d has more than %,d positions. Use a generalised release of the"
                            + " boundaries.",
                    name, number, BoundaryFile.MOST_POSITIONS_OF_A_FEATURE));
        }
        try {
            byte[] wkb = Arrays.copyOfRange(bytes, 8 + ENVELOPE_BYTES[envelope], bytes.length);
            return new WKBReader(Shapes.FACTORY).read(wkb);
        } catch (ParseException | IllegalArgumentException e) {
            throw new UnreadableBoundariesException(
                    name + ": the geometry of feature " + number + " is damaged. Export the layer again.", e);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private UnreadableBoundariesException broken(SQLException e) {
        return new UnreadableBoundariesException(
                name + " is not a sound GeoPackage (" + e.getMessage() + "). Export the boundaries again.", e);
    }
}
