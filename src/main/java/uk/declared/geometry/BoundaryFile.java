package uk.declared.geometry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A file of boundaries, GeoJSON or GeoPackage, that was read completely and can be used:
 *
 * <ol>
 *   <li>the system of its coordinates is what the file says; without a word of it, degrees are degrees, and metres are the
 *       British National Grid's where the codes are of Great Britain,
 *   <li>the property that holds the codes is found by its values,
 *   <li>every feature with a code has one polygon or several that lie in the United Kingdom, and a code of its own.
 * </ol>
 *
 * The features are read anew each time, one by one: no more than one is in the memory at a time.
 */
public final class BoundaryFile {
    static final int MOST_POSITIONS_OF_A_FEATURE = 1_000_000;

    private static final long LARGEST_BYTES = 2L << 30;
    private static final int MOST_FEATURES = 50_000;

    /** The United Kingdom with its islands and a margin, in degrees. */
    private static final Envelope KINGDOM = new Envelope(-14.5, 2.5, 49.0, 61.5);

    private final FeatureSource source;
    private final String name;
    private final CoordinateSystem system;
    private final BoundaryColumns.Found columns;
    private final SortedMap<String, Integer> numbers = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int withoutCode;
    private int repaired;

    private BoundaryFile(FeatureSource source, String name, CoordinateSystem system, BoundaryColumns.Found columns) {
        this.source = source;
        this.name = name;
        this.system = system;
        this.columns = columns;
    }

    /**
     * Reads a file completely and checks it.
     *
     * @param name the name to speak of it by
     */
    public static BoundaryFile open(Path file, String name) throws UnreadableBoundariesException {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new UnreadableBoundariesException(
                        name + " is larger than 2 GB. Use a generalised release of the boundaries.");
            }
            FeatureSource source = source(file, name);
            First first = first(source, name);
            BoundaryFile opened = new BoundaryFile(source, name, system(source, first, name), first.columns());
            opened.check();
            return opened;
        } catch (IOException e) {
            throw new UnreadableBoundariesException(
                    name + " cannot be read (" + e.getMessage() + "). Fetch the file again.", e);
        }
    }

    private static FeatureSource source(Path file, String name) throws IOException, UnreadableBoundariesException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(16);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SQLite format 3")) {
            return new GeoPackageFeatures(file, name);
        }
        boolean shapefile = text.startsWith("PK")
                || start.length > 3 && start[0] == 0 && start[1] == 0 && start[2] == 0x27 && start[3] == 0x0A;
        if (shapefile) {
            throw new UnreadableBoundariesException(
                    name + " is a shapefile or a ZIP file. Give GeoJSON or a GeoPackage; a shapefile becomes one in any"
                            + " GIS, or with `ogr2ogr wards.gpkg wards.shp`.");
        }
        return new GeoJsonFeatures(file, name);
    }

    /** What the first reading tells. */
    private record First(BoundaryColumns.Found columns, Envelope extent) {}

    private static First first(FeatureSource source, String name) throws IOException, UnreadableBoundariesException {
        BoundaryColumns columns = new BoundaryColumns();
        Envelope extent = new Envelope();
        source.forEach(feature -> {
            if (feature.number() > MOST_FEATURES) {
                throw new UnreadableBoundariesException(
                        String.format("%s has more than %,d features. Split it.", name, MOST_FEATURES));
            }
            columns.take(feature);
            extent.expandToInclude(feature.shape().getEnvelopeInternal());
        });
        BoundaryColumns.Found found = columns.found()
                .orElseThrow(() -> new UnreadableBoundariesException(name
                        + " has no property whose values are codes such as E05000819. Add the GSS codes of the areas,"
                        + " for example as WD25CD."));
        return new First(found, extent);
    }

    private static CoordinateSystem system(FeatureSource source, First first, String name)
            throws IOException, UnreadableBoundariesException {
        Optional<String> declared = source.declaredSystem();
        if (declared.isPresent()) {
            return CoordinateSystem.named(declared.get())
                    .orElseThrow(() -> new UnreadableBoundariesException(name + " is in the coordinate system “"
                            + declared.get()
                            + "”, which is not known here. Export it in WGS 84 (EPSG:4326), the British"
                            + " National Grid (EPSG:27700) or the Irish Grid (EPSG:29902)."));
        }
        if (new Envelope(-180, 180, -90, 90).contains(first.extent())) {
            return CoordinateSystem.LONGITUDE_LATITUDE;
        }
        boolean ofGreatBritain = first.columns().ofGreatBritain();
        if (ofGreatBritain && new Envelope(0, 700_000, 0, 1_300_000).contains(first.extent())) {
            return CoordinateSystem.NATIONAL_GRID;
        }
        throw new UnreadableBoundariesException(name + " does not say which coordinate system it is in, and its"
                + " coordinates are neither degrees nor surely those of the British National Grid. Export it in WGS 84"
                + " (EPSG:4326).");
    }

    private void check() throws IOException, UnreadableBoundariesException {
        CoordinateSystem.Conversion conversion = system.toLongitudeLatitude();
        source.forEach(feature -> {
            Optional<String> code = columns.codeOf(feature);
            if (code.isEmpty()) {
                withoutCode++;
                return;
            }
            Integer before = numbers.putIfAbsent(code.get(), feature.number());
            if (before != null) {
                throw new UnreadableBoundariesException(name + ": features " + before + " and " + feature.number()
                        + " both have the code " + code.get() + ". Dissolve them into one feature.");
            }
            if (!feature.shape().isEmpty() && !feature.shape().isValid()) {
                repaired++;
            }
            shape(feature, conversion);
        });
        if (withoutCode > 0) {
            notes.add(String.format(Locale.UK, "%,d features without a code in %s.", withoutCode, columns.code()));
        }
    }

    private MultiPolygon shape(Feature feature, CoordinateSystem.Conversion conversion)
            throws UnreadableBoundariesException {
        MultiPolygon shape;
        try {
            Geometry converted = Shapes.mapped(Shapes.polygons(feature.shape()), conversion::convert);
            shape = Shapes.polygons(Shapes.rounded(converted));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw refused(
                    feature, "has a boundary that cannot be converted (" + e.getMessage() + "). Export it again.");
        }
        if (shape.isEmpty()) {
            throw refused(feature, "has no polygon. Give it one, or take the feature out.");
        }
        if (!KINGDOM.contains(shape.getEnvelopeInternal())) {
            throw refused(
                    feature,
                    String.format(
                            Locale.ROOT,
                            "lies outside the United Kingdom when its coordinates are read as %s (longitude %.3f, latitude"
                                    + " %.3f). Export it in WGS 84, longitude first.",
                            system.title(),
                            shape.getCoordinate().x,
                            shape.getCoordinate().y));
        }
        return shape;
    }

    private UnreadableBoundariesException refused(Feature feature, String what) {
        return new UnreadableBoundariesException(name + ": " + feature.label() + " " + what);
    }

    /** The codes of the areas, in their order, each with the number of its feature. */
    public SortedMap<String, Integer> codes() {
        return Collections.unmodifiableSortedMap(numbers);
    }

    /** The year in the name of the property that holds the codes. */
    public Optional<Integer> year() {
        return columns.year();
    }

    /** How many boundaries crossed themselves and were mended. */
    public int repaired() {
        return repaired;
    }

    /** What was left out and why, in sentences. */
    public List<String> leftOut() {
        return List.copyOf(notes);
    }

    /** Reads the boundaries again, in the file's order. */
    public void forEach(Consumer<Boundary> reader) throws UnreadableBoundariesException {
        CoordinateSystem.Conversion conversion = system.toLongitudeLatitude();
        try {
            source.forEach(feature -> {
                Optional<String> code = columns.codeOf(feature);
                if (code.isPresent()) {
                    reader.accept(new Boundary(
                            code.get(),
                            BoundaryColumns.Found.text(feature, columns.name()),
                            BoundaryColumns.Found.text(feature, columns.welshName()),
                            shape(feature, conversion)));
                }
            });
        } catch (IOException e) {
            throw new UnreadableBoundariesException(
                    name + " cannot be read (" + e.getMessage() + "). Fetch the file again.", e);
        }
    }
}
