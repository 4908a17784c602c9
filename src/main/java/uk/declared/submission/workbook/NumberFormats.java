package uk.declared.submission.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What numbers mean by the formats of their cells: dates and percentages are numbers in a workbook. */
final class NumberFormats {
    /** ECMA-376 part 1, 18.8.30: the formats that have a number and no text, by language some more dates. */
    private static final int FIRST_DATE = 14;

    private static final int LAST_DATE = 22;
    private static final int MAX_STYLES = 65_536;

    private static final Pattern NOT_MEANT = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");

    private final List<SheetCell.Kind> kinds;

    private NumberFormats(List<SheetCell.Kind> kinds) {
        this.kinds = kinds;
    }

    /** The formats of a workbook without styles. */
    static NumberFormats none() {
        return new NumberFormats(List.of());
    }

    static NumberFormats read(PartXml xml) throws IOException {
        Map<Integer, SheetCell.Kind> own = new HashMap<>();
        List<SheetCell.Kind> kinds = new ArrayList<>();
        boolean inCells = false;
        while (xml.next()) {
            if (xml.isStart("numFmt") && own.size() < MAX_STYLES) {
                own.put(
                        number(xml, "numFmtId"),
                        kind(xml.attribute("formatCode").orElse("")));
            } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                inCells = xml.isStart();
            } else if (inCells && xml.isStart("xf") && kinds.size() < MAX_STYLES) {
                int format = number(xml, "numFmtId");
                kinds.add(own.getOrDefault(format, builtIn(format)));
            }
        }
        return new NumberFormats(kinds);
    }

    /** What a number is in a cell of this style. */
    SheetCell.Kind kind(int style) {
        return style >= 0 && style < kinds.size() ? kinds.get(style) : SheetCell.Kind.NUMBER;
    }

    private static int number(PartXml xml, String attribute) {
        return xml.attribute(attribute).flatMap(text -> WholeNumber.of(text, 9)).orElse(0);
    }

    private static SheetCell.Kind builtIn(int format) {
        if (format == 9 || format == 10) {
            return SheetCell.Kind.PERCENTAGE;
        }
        boolean date = format >= FIRST_DATE && format <= LAST_DATE
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
        return date ? SheetCell.Kind.DATE : SheetCell.Kind.NUMBER;
    }

    private static SheetCell.Kind kind(String code) {
        String meant = NOT_MEANT
                .matcher(code.length() > 255 ? code.substring(0, 255) : code)
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        if (meant.contains("%")) {
            return SheetCell.Kind.PERCENTAGE;
        }
        boolean general = meant.contains("general");
        boolean date = !general && meant.matches("(?s).*[ydhsm].*") && !meant.matches("(?s).*[0#?].*[ydm].*");
        return date ? SheetCell.Kind.DATE : SheetCell.Kind.NUMBER;
    }
}
