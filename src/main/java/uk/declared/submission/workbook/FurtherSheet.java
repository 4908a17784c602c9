package uk.declared.submission.workbook;

import java.util.List;

/**
 * A sheet of texts, whose first row stays while one scrolls.
 *
 * @param name as on its tab; where the workbook has it already, a number follows
 * @param widths of its columns, in characters
 * @param rows the texts of each row
 */
public record FurtherSheet(String name, List<Integer> widths, List<List<String>> rows) {
    public FurtherSheet {
        widths = List.copyOf(widths);
        rows = List.copyOf(rows);
    }

    /** The sheet as a part. */
    String xml() {
        StringBuilder out = new StringBuilder();
        out.append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>")
                .append(
                        "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" ")
                .append("state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int i = 1; i <= widths.size(); i++) {
            out.append("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
                    .formatted(i, widths.get(i - 1)));
        }
        out.append("</cols><sheetData>");
        for (int row = 1; row <= rows.size(); row++) {
            out.append("<row r=\"").append(row).append("\">");
            List<String> texts = rows.get(row - 1);
            for (int column = 1; column <= texts.size(); column++) {
                out.append("<c r=\"")
                        .append(CellRange.letters(column))
                        .append(row)
                        .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(PartXml.escaped(texts.get(column - 1)))
                        .append("</t></is></c>");
            }
            out.append("</row>");
        }
        return out.append("</sheetData></worksheet>").toString();
    }
}
