package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sheet whose marked cells have their colours, and which points to the drawing that shows the notes. */
final class MarkedSheet {
    /** Where the drawing of notes is named with a relation. */
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** What stands after the drawing of notes (ECMA-376 part 1, 18.3.1.99). */
    private static final Set<String> AFTER_DRAWING = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst",
            "AlternateContent");

    private final MarkedStyles styles;
    private final String drawing;
    private final TreeMap<Integer, TreeMap<Integer, CellMark>> waiting = new TreeMap<>();
    private final StringBuilder out = new StringBuilder();
    private Optional<String> drawingThere = Optional.empty();
    private boolean afterData;
    private boolean drawn;
    private int row;
    private int column;

    /** @param drawing the relation to the drawing of notes, where the sheet has none */
    MarkedSheet(List<CellMark> marks, MarkedStyles styles, String drawing) {
        this.styles = styles;
        this.drawing = drawing;
        marks.forEach(mark ->
                waiting.computeIfAbsent(mark.row(), missing -> new TreeMap<>()).put(mark.column(), mark));
    }

    /** The relation to the drawing of notes that the sheet had; absent where it had none. */
    Optional<String> drawingThere() {
        return drawingThere;
    }

    /** The sheet, marked. */
    String write(PartXml xml) throws IOException {
        int depth = 0;
        while (xml.next()) {
            depth += xml.isStart() ? 1 : 0;
            if (xml.isStart() && depth == 2) {
                part(xml);
            }
            if (!afterData && xml.isStart("row")) {
                beginRow(xml);
            } else if (!afterData && xml.isStart("c")) {
                beginCell(xml);
            } else {
                end(xml, depth);
                xml.copy(out, Map.of());
            }
            depth -= xml.isEnd() ? 1 : 0;
        }
        return out.toString();
    }

    private void part(PartXml xml) {
        if (xml.isStart("legacyDrawing")) {
            drawingThere = xml.attribute("id");
            drawn = true;
        } else if (afterData && AFTER_DRAWING.stream().anyMatch(xml::isStart)) {
            draw(xml);
        }
    }

    private void end(PartXml xml, int depth) {
        if (!afterData && xml.isEnd("row")) {
            cells(waiting.getOrDefault(row, new TreeMap<>()), xml);
            waiting.remove(row);
        } else if (xml.isEnd("sheetData")) {
            rows(waiting, xml);
            afterData = true;
        } else if (depth == 1 && xml.isEnd()) {
            draw(xml);
        }
    }

    private void beginRow(PartXml xml) {
        row = number(xml.attribute("r"), row + 1);
        column = 0;
        rows(waiting.headMap(row), xml);
        // What columns a row spans is told by its cells.
        xml.copy(out, Map.of("r", Integer.toString(row)), Set.of("spans"));
    }

    private void beginCell(PartXml xml) {
        column = xml.attribute("r")
                .flatMap(CellRange::parse)
                .map(CellRange::firstColumn)
                .orElse(column + 1);
        TreeMap<Integer, CellMark> marks = waiting.getOrDefault(row, new TreeMap<>());
        cells(marks.headMap(column), xml);
        Map<String, String> otherwise = new HashMap<>(Map.of("r", CellRange.letters(column) + row));
        CellMark mark = marks.remove(column);
        if (mark != null) {
            int like = number(xml.attribute("s"), 0);
            otherwise.put("s", Integer.toString(styles.coloured(like, mark.colour())));
        }
        xml.copy(out, otherwise);
    }

    private static int number(Optional<String> text, int otherwise) {
        return text.filter(digits -> digits.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** Rows that the sheet does not have. */
    private void rows(SortedMap<Integer, TreeMap<Integer, CellMark>> missing, PartXml xml) {
        String name = xml.named("row");
        missing.forEach((number, marks) -> {
            out.append('<').append(name).append(" r=\"").append(number).append("\">");
            cells(marks, xml);
            out.append("</").append(name).append('>');
        });
        missing.clear();
    }

    /** Cells that the row does not have. */
    private void cells(SortedMap<Integer, CellMark> missing, PartXml xml) {
        missing.values()
                .forEach(mark -> out.append('<')
                        .append(xml.named("c"))
                        .append(" r=\"")
                        .append(mark.reference())
                        .append("\" s=\"")
                        .append(styles.coloured(0, mark.colour()))
                        .append("\"/>"));
        missing.clear();
    }

    private void draw(PartXml xml) {
        if (!drawn) {
            out.append('<')
                    .append(xml.named("legacyDrawing"))
                    .append(" xmlns:marks=\"" + RELATIONS + "\" marks:id=\"")
                    .append(drawing)
                    .append("\"/>");
            drawn = true;
        }
    }
}
