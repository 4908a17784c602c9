package uk.declared.geometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A layout of hexagons, one an area, as HexJSON holds it (Open Innovations, formerly ODI Leeds): columns {@code q} counted
 * eastwards and rows {@code r} counted northwards, every second row or column moved by half a hexagon.
 *
 * @param form which rows ({@code odd-r}, {@code even-r}) or columns ({@code odd-q}, {@code even-q}) are moved
 * @param hexagons by the codes of their areas
 * @param leftOut how many hexagons have no code of an area
 */
public record HexLayout(String form, SortedMap<String, Hexagon> hexagons, int leftOut) {
    private static final Set<String> FORMS = Set.of("odd-r", "even-r", "odd-q", "even-q");
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{8}");
    private static final int FARTHEST = 10_000;
    private static final long LARGEST_FILE = 20L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(30)
                            .maxStringLength(100_000)
                            .build())
                    .build())
            .build();

    /** Where a hexagon stands. */
    public record Hexagon(int column, int row) {}

    /** Whether a file calls itself such a layout. */
    public static boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".hexjson");
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableBoundariesException where it is none, or two areas stand in one place, with the mend
     */
    public static HexLayout read(Path file, String name) throws UnreadableBoundariesException {
        JsonNode json = parse(file, name);
        String form = json.path("layout").asString("");
        if (!FORMS.contains(form)) {
            throw new UnreadableBoundariesException(
                    name + " says “" + form
                            + "” where HexJSON has its layout. Write \"layout\": \"odd-r\", \"even-r\", \"odd-q\" or \"even-q\".");
        }
        SortedMap<String, Hexagon> hexagons = new TreeMap<>();
        Map<Hexagon, String> taken = new HashMap<>();
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : json.path("hexes").properties()) {
            Optional<String> code = code(each.getKey(), each.getValue());
            if (code.isEmpty()) {
                without.add(each.getKey());
                continue;
            }
            Hexagon hexagon = new Hexagon(
                    number(each.getValue(), "q", each.getKey(), name),
                    number(each.getValue(), "r", each.getKey(), name));
            String other = taken.putIfAbsent(hexagon, each.getKey());
            if (other != null) {
                throw new UnreadableBoundariesException(
                        name + ": the hexagons " + other + " and " + each.getKey() + " stand in one place (q "
                                + hexagon.column() + ", r " + hexagon.row() + "). Move one of them.");
            }
            hexagons.put(code.get(), hexagon);
        }
        if (hexagons.isEmpty()) {
            throw new UnreadableBoundariesException(
                    name + " has no hexagon of an area with a code such as E05000819. Name the hexagons by codes.");
        }
        return new HexLayout(form, hexagons, without.size());
    }

    private static JsonNode parse(Path file, String name) throws UnreadableBoundariesException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new UnreadableBoundariesException(
                        name + " is larger than any layout of hexagons. Look at what it holds.");
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new UnreadableBoundariesException(
                    name + " is not whole JSON: " + e.getOriginalMessage() + ". Fetch the file again.", e);
        } catch (IOException e) {
            throw new UnreadableBoundariesException(
                    name + " cannot be read (" + e.getMessage() + "). Fetch it again.", e);
        }
    }

    /** The name of a hexagon is its area's code, or a property of it is. */
    private static Optional<String> code(String key, JsonNode hexagon) {
        if (CODE.matcher(key).matches()) {
            return Optional.of(key);
        }
        return hexagon.properties().stream()
                .map(property -> property.getValue().asString(""))
                .filter(text -> CODE.matcher(text).matches())
                .findFirst();
    }

    private static int number(JsonNode hexagon, String member, String key, String name)
            throws UnreadableBoundariesException {
        JsonNode value = hexagon.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || Math.abs(value.asInt()) > FARTHEST) {
            throw new UnreadableBoundariesException(name + ": the hexagon " + key + " has no whole number as its "
                    + member + ". Say in which column (q) and row (r) it stands.");
        }
        return value.asInt();
    }
}
