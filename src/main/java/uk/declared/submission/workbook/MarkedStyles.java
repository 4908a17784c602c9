package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.declared.submission.workbook.CellMark.Colour;

/** The looks of cells, with further ones: as another, but filled with a colour. Each is made once. */
final class MarkedStyles {
    private record Look(int like, Colour colour) {}

    private final int looks;
    private final int fills;
    private final Map<Look, Integer> coloured = new LinkedHashMap<>();

    private MarkedStyles(int looks, int fills) {
        this.looks = looks;
        this.fills = fills;
    }

    /** Counts what there is. */
    static MarkedStyles read(PartXml xml) throws IOException {
        int looks = 0;
        int fills = 0;
        boolean inLooks = false;
        boolean inFills = false;
        while (xml.next()) {
            if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                inLooks = xml.isStart();
            } else if (xml.isStart("fills") || xml.isEnd("fills")) {
                inFills = xml.isStart();
            } else if (inLooks && xml.isStart("xf")) {
                looks++;
            } else if (inFills && xml.isStart("fill")) {
                fills++;
            }
        }
        if (looks == 0 || fills == 0) {
            throw Parts.damaged("styles");
        }
        return new MarkedStyles(looks, fills);
    }

    /** The number of the look that is like another but for the colour; like the usual one where there is no such other. */
    int coloured(int like, Colour colour) {
        return coloured.computeIfAbsent(new Look(like < looks ? like : 0, colour), missing -> looks + coloured.size());
    }

    /** The same styles with those that were asked for. */
    String write(PartXml xml) throws IOException {
        StringBuilder out = new StringBuilder();
        Map<Look, StringBuilder> added = new LinkedHashMap<>();
        coloured.keySet().forEach(look -> added.put(look, new StringBuilder()));
        boolean inLooks = false;
        int look = -1;
        while (xml.next()) {
            if (xml.isEnd("fills")) {
                for (Colour colour : Colour.values()) {
                    out.append(fill(colour, xml));
                }
            } else if (xml.isEnd("cellXfs")) {
                added.values().forEach(out::append);
                inLooks = false;
            }
            if (inLooks) {
                look += xml.isStart("xf") ? 1 : 0;
                add(xml, look, added);
            }
            if (xml.isStart("fills")) {
                xml.copy(out, Map.of("count", Integer.toString(fills + Colour.values().length)));
            } else if (xml.isStart("cellXfs")) {
                inLooks = true;
                xml.copy(out, Map.of("count", Integer.toString(looks + coloured.size())));
            } else {
                xml.copy(out, Map.of());
            }
        }
        return out.toString();
    }

    private void add(PartXml xml, int number, Map<Look, StringBuilder> added) {
        added.forEach((look, copy) -> {
            if (look.like() == number && xml.isStart("xf")) {
                String fill = Integer.toString(fills + look.colour().ordinal());
                xml.copy(copy, Map.of("fillId", fill, "applyFill", "1"));
            } else if (look.like() == number) {
                xml.copy(copy, Map.of());
            }
        });
    }

    private static String fill(Colour colour, PartXml xml) {
        return "<%1$s><%2$s patternType=\"solid\"><%3$s rgb=\"%5$s\"/><%4$s indexed=\"64\"/></%2$s></%1$s>"
                .formatted(
                        xml.named("fill"),
                        xml.named("patternFill"),
                        xml.named("fgColor"),
                        xml.named("bgColor"),
                        colour.argb());
    }
}
