package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of one sheet. */
final class SheetReader {
    private static final int MAX_MERGED = 20_000;

    private final PartXml xml;
    private final String part;
    private final SharedStrings strings;
    private final NumberFormats formats;
    private final boolean since1904;

    SheetReader(PartXml xml, String part, SharedStrings strings, NumberFormats formats, boolean since1904) {
        this.xml = xml;
        this.part = part;
        this.strings = strings;
        this.formats = formats;
        this.since1904 = since1904;
    }

    void rows(Workbook.RowConsumer consumer) throws IOException {
        eachRow(number -> consumer.accept(new SheetRow(number, cells())));
    }

    /** The numbers of hidden rows that hold something. The cells of all others are passed over. */
    List<Integer> hiddenRows() throws IOException {
        List<Integer> hidden = new ArrayList<>();
        eachRow(number -> {
            if (isHidden() && !cells().isEmpty()) {
                hidden.add(number);
            }
            return true;
        });
        return hidden;
    }

    /** Is told the number of a row, at whose beginning the reader stands, and says whether to go on. */
    private interface RowVisitor {
        boolean visit(int number) throws IOException;
    }

    private void eachRow(RowVisitor visitor) throws IOException {
        int number = 0;
        boolean inData = false;
        while (xml.next()) {
            if (xml.isStart("sheetData") || xml.isEnd("sheetData")) {
                inData = xml.isStart();
            } else if (inData && xml.isStart("row")) {
                number = rowNumber(number);
                if (!visitor.visit(number)) {
                    return;
                }
            }
        }
    }

    private boolean isHidden() {
        return xml.attribute("hidden")
                .filter(text -> text.equals("1") || text.equals("true"))
                .isPresent();
    }

    /** Rows without a number follow the one before. */
    private int rowNumber(int before) throws IOException {
        int number = xml.attribute("r").flatMap(text -> WholeNumber.of(text, 7)).orElse(before + 1);
        if (number <= before || number > CellRange.MAX_ROW) {
            throw Parts.damaged(part);
        }
        return number;
    }

    private List<SheetCell> cells() throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        int column = 0;
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                int before = column;
                column = xml.attribute("r")
                        .flatMap(CellRange::parse)
                        .map(CellRange::firstColumn)
                        .orElse(before + 1);
                if (column <= before || column > CellRange.MAX_COLUMN) {
                    throw Parts.damaged(part);
                }
                cell(column).ifPresent(cells::add);
            }
        }
        return cells;
    }

    private Optional<SheetCell> cell(int column) throws IOException {
        String type = xml.attribute("t").orElse("n");
        int style = xml.attribute("s").flatMap(text -> WholeNumber.of(text, 6)).orElse(0);
        StringBuilder value = new StringBuilder();
        StringBuilder formula = new StringBuilder();
        boolean inValue = false;
        boolean inFormula = false;
        boolean isFormula = false;
        boolean hasValue = false;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v") || xml.isEnd("v")) {
                inValue = xml.isStart();
                hasValue = true;
            } else if (xml.isStart("f") || xml.isEnd("f")) {
                inFormula = xml.isStart();
                isFormula = true;
            } else if (inFormula) {
                RichText.append(formula, xml.text());
            } else if (xml.isStart("is")) {
                value.append(RichText.read(xml, "is"));
            } else if (inValue) {
                RichText.append(value, xml.text());
            }
        }
        if (isFormula && !hasValue) {
            // A formula that is shared with other cells stands in the first of them only.
            String shown = formula.isEmpty() ? "(\u2026)" : formula.toString();
            return Optional.of(new SheetCell(column, SheetCell.Kind.TEXT, "=" + shown));
        }
        return Optional.of(cell(column, type, style, value.toString()))
                .filter(cell -> !cell.text().isBlank());
    }

    private SheetCell cell(int column, String type, int style, String value) {
        return switch (type) {
            case "s" -> new SheetCell(column, SheetCell.Kind.TEXT, strings.at(value.strip()));
            case "b" -> new SheetCell(column, SheetCell.Kind.BOOLEAN, truth(value.strip()));
            case "e" -> new SheetCell(column, SheetCell.Kind.ERROR, value);
            case "d" ->
                new SheetCell(column, SheetCell.Kind.DATE, value.strip().replaceFirst("T00:00:00(\\.0+)?Z?$", ""));
            case "n" -> number(column, formats.kind(style), value.strip());
            default -> new SheetCell(column, SheetCell.Kind.TEXT, value);
        };
    }

    private static String truth(String value) {
        return switch (value) {
            case "1", "true" -> "TRUE";
            case "0", "false" -> "FALSE";
            default -> value;
        };
    }

    private SheetCell number(int column, SheetCell.Kind kind, String value) {
        return Numbers.text(value, kind, since1904)
                .map(text -> new SheetCell(column, kind, text))
                .orElseGet(() -> new SheetCell(column, SheetCell.Kind.TEXT, value));
    }

    static List<CellRange> merged(PartXml xml) throws IOException {
        List<CellRange> merged = new ArrayList<>();
        while (xml.next() && merged.size() < MAX_MERGED) {
            if (xml.isStart("mergeCell")) {
                xml.attribute("ref").flatMap(CellRange::parse).ifPresent(merged::add);
            }
        }
        return merged;
    }
}
