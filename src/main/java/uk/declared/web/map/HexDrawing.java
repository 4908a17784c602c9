package uk.declared.web.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.declared.web.map.MapView.Shape;

/**
 * Draws a hexagon for each area: in the places that a layout gives them, where most have one; else in rows in their order.
 * What a layout does not have stands in rows below it.
 */
final class HexDrawing {
    private static final double RADIUS = 40;

    private HexDrawing() {}

    /** The middle of a hexagon, in radii. */
    private record Middle(double east, double south) {}

    static MapView draw(List<MappedArea> areas) {
        Optional<String> layout = layout(areas);
        Map<MappedArea, Middle> middles = new IdentityHashMap<>();
        boolean flat = false;
        for (MappedArea area : areas) {
            Optional<HexPlace> place = area.hexagons().stream()
                    .filter(each -> layout.equals(Optional.of(each.layout())))
                    .findFirst();
            if (place.isPresent()) {
                flat = place.get().isFlat();
                middles.put(area, new Middle(place.get().east(), place.get().south()));
            }
        }
        rows(areas.stream().filter(area -> !middles.containsKey(area)).toList(), middles);
        return drawing(areas, middles, flat, layout.isPresent());
    }

    /** The layout that most of the areas have a place in, where that is more than half of them. */
    private static Optional<String> layout(List<MappedArea> areas) {
        Map<String, Integer> known = new HashMap<>();
        areas.forEach(area -> area.hexagons().forEach(place -> known.merge(place.layout(), 1, Integer::sum)));
        return known.entrySet().stream()
                .filter(each -> each.getValue() * 2 > areas.size())
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** Places areas in rows, below those that are placed already. */
    private static void rows(List<MappedArea> areas, Map<MappedArea, Middle> middles) {
        double west = middles.values().stream().mapToDouble(Middle::east).min().orElse(0);
        double top = middles.values().stream().mapToDouble(Middle::south).max().orElse(-3) + 3;
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(Math.max(areas.size(), middles.size()) * 1.3)));
        for (int i = 0; i < areas.size(); i++) {
            int row = i / columns;
            double east = (i % columns + (row % 2 == 0 ? 0 : 0.5)) * Math.sqrt(3);
            middles.put(areas.get(i), new Middle(west + east, top + 1.5 * row));
        }
    }

    private static MapView drawing(
            List<MappedArea> areas, Map<MappedArea, Middle> middles, boolean flat, boolean laidOut) {
        double west = middles.values().stream().mapToDouble(Middle::east).min().orElse(0) - 1;
        double north =
                middles.values().stream().mapToDouble(Middle::south).min().orElse(0) - 1;
        double east = middles.values().stream().mapToDouble(Middle::east).max().orElse(0) + 1;
        double south =
                middles.values().stream().mapToDouble(Middle::south).max().orElse(0) + 1;
        List<Shape> shapes = new ArrayList<>();
        for (MappedArea area : areas) {
            Middle middle = middles.getOrDefault(area, new Middle(0, 0));
            shapes.add(MapView.shape(
                    area, hexagon((middle.east() - west) * RADIUS, (middle.south() - north) * RADIUS, flat ? 0 : -90)));
        }
        return new MapView(
                (int) Math.ceil((east - west) * RADIUS),
                (int) Math.ceil((south - north) * RADIUS),
                laidOut ? MapView.Kind.LAYOUT : MapView.Kind.HEXAGONS,
                List.of(),
                shapes);
    }

    private static String hexagon(double x, double y, double turned) {
        StringBuilder path = new StringBuilder();
        for (int corner = 0; corner < 6; corner++) {
            double angle = Math.toRadians(60.0 * corner + turned);
            path.append(corner == 0 ? 'M' : 'L')
                    .append(number(x + RADIUS * Math.cos(angle)))
                    .append(' ')
                    .append(number(y + RADIUS * Math.sin(angle)));
        }
        return path.append('Z').toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
