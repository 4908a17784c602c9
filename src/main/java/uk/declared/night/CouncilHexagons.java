package uk.declared.night;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.declared.election.Council;
import uk.declared.election.GssCode;
import uk.declared.ground.Json;
import uk.declared.ground.Shipped;

/**
 * Where councils stand on the shipped map of hexagons ({@code declared/layouts}): districts of 2025 as Open Innovations laid
 * them out (ODC-BY), counties over their districts, and councils that are no more on the hexagons of their successors.
 */
public final class CouncilHexagons {
    private static final String FOLDER = "/declared/layouts/";
    private static final CouncilHexagons SHIPPED = new CouncilHexagons();

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();

    private CouncilHexagons() {
        readCells();
        rows("council-hexagons.csv").forEach(row -> {
            List<String> codes = Arrays.stream(row.getField("hexagons").split(" "))
                    .filter(cells::containsKey)
                    .toList();
            places.put(key(row.getField("slug"), row.getField("until")), new Place(row.getField("how"), codes));
        });
        rows("regions.csv").forEach(row -> {
            regions.put(
                    row.getField("code"),
                    new Region(row.getField("code"), row.getField("name"), row.getField("name_cy")));
        });
    }

    /**
     * A hexagon.
     *
     * @param code of the district of 2025 that it was drawn for
     * @param column counted eastwards; every odd row is moved east by half a hexagon
     * @param row counted northwards
     */
    public record Cell(String code, String name, int column, int row, String region) {
        /** How far east its middle is, in radii of a hexagon that stands on a corner. */
        public double east() {
            return Math.sqrt(3) * (column + (Math.floorMod(row, 2) == 1 ? 0.5 : 0));
        }

        /** How far south its middle is, in radii. */
        public double south() {
            return -1.5 * row;
        }
    }

    /** A region of England, or another nation. */
    public record Region(String code, String name, String nameInWelsh) {}

    private record Place(String how, List<String> cells) {}

    /** The shipped layout. */
    public static CouncilHexagons shipped() {
        return SHIPPED;
    }

    /** All hexagons. */
    public List<Cell> cells() {
        return List.copyOf(cells.values());
    }

    /** The hexagons that a council stands on; none where the layout knows it not. */
    public List<Cell> of(Council council) {
        List<String> own = new ArrayList<>();
        council.code().map(GssCode::value).ifPresent(own::add);
        council.earlierCodes().forEach(code -> own.add(code.value()));
        Optional<Cell> itself =
                own.stream().filter(cells::containsKey).map(cells::get).findFirst();
        return itself.map(List::of)
                .orElseGet(() -> place(council).stream()
                        .flatMap(place -> place.cells().stream())
                        .map(cells::get)
                        .toList());
    }

    /** Whether a council stands over several districts, which have councils of their own. */
    public boolean isCounty(Council council) {
        return place(council).filter(place -> place.how().equals("county")).isPresent();
    }

    /** The region that a council is in. */
    public Optional<Region> region(Council council) {
        return of(council).stream()
                .map(cell -> regions.get(cell.region()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All regions and nations, from north to south. */
    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    private Optional<Place> place(Council council) {
        return Optional.ofNullable(places.get(
                key(council.slug(), council.end().map(Object::toString).orElse(""))));
    }

    private static String key(String slug, String until) {
        return slug + " " + until;
    }

    private void readCells() {
        JsonNode hexagons = Json.PLAIN
                .readTree(Shipped.bytes(CouncilHexagons.class, FOLDER + "uk-lad-2025.hexjson"))
                .path("hexes");
        for (Map.Entry<String, JsonNode> each : hexagons.properties()) {
            JsonNode hexagon = each.getValue();
            cells.put(
                    each.getKey(),
                    new Cell(
                            each.getKey(),
                            hexagon.path("n").asString(""),
                            hexagon.path("q").asInt(),
                            hexagon.path("r").asInt(),
                            hexagon.path("region").asString("")));
        }
    }

    private static List<NamedCsvRecord> rows(String name) {
        return Shipped.rows(CouncilHexagons.class, FOLDER + name);
    }
}
