package uk.declared.geometry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The features of a GeoJSON file (RFC 7946), token by token. */
final class GeoJsonFeatures implements FeatureSource {
    private static final int MOST_PROPERTIES = 200;
    private static final int LONGEST_VALUE = 1_000;
    private static final int DEEPEST = 50;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .maxStringLength(1_000_000)
                    .build())
            .build();

    private final Path file;
    private final String name;

    GeoJsonFeatures(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** What the members of the collection are read by. */
    @FunctionalInterface
    private interface Member {
        void read(JsonParser json, String member) throws UnreadableBoundariesException;
    }

    @Override
    public Optional<String> declaredSystem() throws IOException, UnreadableBoundariesException {
        String[] found = {""};
        collection((json, member) -> {
            if (member.equals("crs") && json.currentToken() == JsonToken.START_OBJECT) {
                found[0] = systemName(json);
            } else {
                json.skipChildren();
            }
        });
        return Optional.of(found[0]).filter(system -> !system.isEmpty());
    }

    @Override
    public void forEach(Sink sink) throws IOException, UnreadableBoundariesException {
        boolean[] any = {false};
        collection((json, member) -> {
            if (member.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
                any[0] = true;
                int number = 0;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    number++;
                    sink.accept(feature(json, number));
                }
            } else {
                json.skipChildren();
            }
        });
        if (!any[0]) {
            throw new UnreadableBoundariesException(name + " is JSON and holds no features. Give a GeoJSON file whose"
                    + " “type” is “FeatureCollection”.");
        }
    }

    private void collection(Member reader) throws IOException, UnreadableBoundariesException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), withoutMark(in))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableBoundariesException(
                        name
                                + " is not a GeoJSON file: it does not begin with “{”. Export the boundaries as GeoJSON again.");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = json.currentName();
                json.nextToken();
                reader.read(json, member);
            }
        } catch (JacksonException e) {
            throw new UnreadableBoundariesException(
                    name + " is not sound JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ". Export the boundaries as GeoJSON again.",
                    e);
        }
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        in.mark(3);
        byte[] start = in.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!mark) {
            in.reset();
        }
        return in;
    }

    /** The name within {@code "crs": {"type": "name", "properties": {"name": …}}} of the GeoJSON of 2008. */
    private static String systemName(JsonParser json) {
        String found = "";
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return found;
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && depth == 2 && "name".equals(json.currentName())) {
                found = json.getString();
            }
        }
        return found;
    }

    private Feature feature(JsonParser json, int number) throws UnreadableBoundariesException {
        Map<String, String> properties = new LinkedHashMap<>();
        Geometry shape = Shapes.FACTORY.createGeometryCollection();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (member.equals("properties") && value == JsonToken.START_OBJECT) {
                readProperties(json, properties);
            } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
                shape = new GeoJsonGeometry(name, number).read(json);
            } else {
                json.skipChildren();
            }
        }
        return new Feature(number, properties, shape);
    }

    private static void readProperties(JsonParser json, Map<String, String> properties) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && properties.size() < MOST_PROPERTIES) {
                String text = json.getString().strip();
                if (text.length() <= LONGEST_VALUE) {
                    properties.put(property, text);
                }
            } else {
                json.skipChildren();
            }
        }
    }
}
