package uk.declared.web.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * An area to be drawn.
 *
 * @param label its name
 * @param href where it leads
 * @param text what it shows, in words
 * @param colour that stands for it
 * @param letters that say what the colour says; empty where there are none
 * @param shape its boundary, where that is loaded
 * @param hexagons where it stands in layouts of hexagons, as far as such are loaded
 * @param properties what is said of it in GeoJSON
 */
public record MappedArea(
        String label,
        String href,
        String text,
        String colour,
        String letters,
        Optional<Geometry> shape,
        List<HexPlace> hexagons,
        Map<String, Object> properties) {
    public MappedArea {
        hexagons = List.copyOf(hexagons);
    }

    MappedArea withoutLetters() {
        return new MappedArea(label, href, text, colour, "", shape, hexagons, properties);
    }
}
