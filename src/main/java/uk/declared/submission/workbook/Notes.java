package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The notes of a sheet: their texts (ECMA-376 part 1, 18.7), and the drawing that shows them (part 4, 19), in which each has a
 * shape at its cell.
 */
final class Notes {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String VML = "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
    private static final Pattern SHAPE = Pattern.compile("_x0000_s(\\d{1,8})");
    private static final String TYPE = "_x0000_t202";
    private static final int FIRST_SHAPE = 1025;
    private static final int COLUMNS = 4;
    private static final int ROWS = 6;

    private final List<CellMark> marks;
    private final Set<String> there = new HashSet<>();

    Notes(List<CellMark> marks) {
        this.marks = List.copyOf(marks);
    }

    /** The texts of a sheet that has no notes. */
    String texts() {
        return "<comments xmlns=\"" + MAIN + "\"><authors><author/></authors><commentList>"
                + marks.stream().map(mark -> text("", mark, 0)).collect(Collectors.joining())
                + "</commentList></comments>";
    }

    /** The texts of a sheet that has notes; those of marked cells are replaced. */
    String texts(PartXml xml) throws IOException {
        Set<String> marked = marks.stream().map(CellMark::reference).collect(Collectors.toSet());
        StringBuilder out = new StringBuilder();
        int authors = 0;
        boolean passing = false;
        while (xml.next()) {
            if (xml.isStart("author")) {
                authors++;
            } else if (xml.isEnd("authors")) {
                out.append('<').append(xml.named("author")).append("/>");
            } else if (xml.isStart("comment")) {
                String reference = xml.attribute("ref").orElse("");
                passing = marked.contains(reference);
                there.add(reference);
            } else if (xml.isEnd("commentList")) {
                for (CellMark mark : marks) {
                    out.append(text(xml.named(""), mark, authors));
                }
            }
            if (!passing) {
                xml.copy(out, Map.of());
            }
            passing &= !xml.isEnd("comment");
        }
        return out.toString();
    }

    private static String text(String prefix, CellMark mark, int author) {
        return "<%1$scomment ref=\"%2$s\" authorId=\"%3$d\"><%1$stext><%1$st xml:space=\"preserve\">%4$s</%1$st></%1$stext></%1$scomment>"
                .formatted(prefix, mark.reference(), author, PartXml.escaped(mark.note()));
    }

    /** The drawing of a sheet that has none. */
    String shapes() {
        return "<xml " + VML + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
                + shapes(FIRST_SHAPE, "") + "</xml>";
    }

    /** The drawing of a sheet that has one, which need not be well-formed XML, with the shapes of notes that are new. */
    String shapes(String drawing) throws IOException {
        int end = drawing.lastIndexOf("</xml>");
        if (end < 0) {
            throw Parts.damaged("vmlDrawing");
        }
        int last = SHAPE.matcher(drawing)
                .results()
                .map((MatchResult shape) -> Integer.valueOf(shape.group(1)))
                .max(Integer::compare)
                .orElse(FIRST_SHAPE - 1);
        return drawing.substring(0, end) + shapes(last + 1, drawing) + drawing.substring(end);
    }

    private String shapes(int first, String drawing) {
        StringBuilder out = new StringBuilder();
        if (!drawing.contains("\"" + TYPE + "\"")) {
            out.append("<v:shapetype " + VML + " id=\"" + TYPE + "\" coordsize=\"21600,21600\" o:spt=\"202\" "
                    + "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
                    + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        }
        int number = first;
        for (CellMark mark : marks) {
            if (!there.contains(mark.reference())) {
                out.append(shape(mark, number++));
            }
        }
        return out.toString();
    }

    /** Columns and rows are counted from 0 here. */
    private static String shape(CellMark mark, int number) {
        int column = mark.column() - 1;
        int row = mark.row() - 1;
        return "<v:shape " + VML + " id=\"_x0000_s" + number + "\" type=\"#" + TYPE
                + "\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
                + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
                + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" + column + ", 0, "
                + row + ", 0, " + (column + COLUMNS) + ", 0, " + (row + ROWS)
                + ", 0</x:Anchor><x:AutoFill>False</x:AutoFill>"
                + "<x:Row>" + row + "</x:Row><x:Column>" + column + "</x:Column></x:ClientData></v:shape>";
    }
}
