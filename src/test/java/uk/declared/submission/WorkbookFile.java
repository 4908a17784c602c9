package uk.declared.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small workbooks, cell by cell, and bad ones part by part. */
public final class WorkbookFile {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    /** A sheet to be written. */
    public static final class SheetBuilder {
        private final String name;
        private final String state;
        private final Map<Integer, Map<Integer, String>> rows = new TreeMap<>();
        private final List<String> merged = new ArrayList<>();
        private final Set<Integer> hidden = new HashSet<>();

        private SheetBuilder(String name, String state) {
            this.name = name;
            this.state = state;
        }

        /** A text, or a number where the value is one. */
        SheetBuilder cell(String reference, Object value) {
            String body = value instanceof Number
                    ? "><v>" + value + "</v></c>"
                    : " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(String.valueOf(value))
                            + "</t></is></c>";
            return put(reference, body);
        }

        /** A number in a format: 1 is a date, 2 per cent. */
        SheetBuilder formatted(String reference, double value, int style) {
            return put(reference, " s=\"" + style + "\"><v>" + value + "</v></c>");
        }

        SheetBuilder formula(String reference, String formula, Object cached) {
            return put(reference, "><f>" + escaped(formula) + "</f><v>" + cached + "</v></c>");
        }

        SheetBuilder raw(String reference, String rest) {
            return put(reference, rest);
        }

        public SheetBuilder row(int number, Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (!"".equals(values[i])) {
                    cell((char) ('A' + i) + Integer.toString(number), values[i]);
                }
            }
            return this;
        }

        SheetBuilder blank(String reference) {
            rows.values().forEach(row -> row.values().removeIf(cell -> cell.startsWith("<c r=\"" + reference + "\"")));
            return this;
        }

        SheetBuilder hide(int row) {
            hidden.add(row);
            return this;
        }

        /** A formula as a program writes it that works nothing out. */
        SheetBuilder uncalculated(String reference, String formula) {
            return put(reference, "><f>" + escaped(formula) + "</f></c>");
        }

        SheetBuilder merge(String range) {
            merged.add(range);
            return this;
        }

        private SheetBuilder put(String reference, String rest) {
            int column = 0;
            int digits = 0;
            while (Character.isLetter(reference.charAt(digits))) {
                column = column * 26 + reference.charAt(digits++) - 'A' + 1;
            }
            rows.computeIfAbsent(Integer.parseInt(reference.substring(digits)), row -> new TreeMap<>())
                    .put(column, "<c r=\"" + reference + "\"" + rest);
            return this;
        }

        private String xml() {
            StringBuilder xml = new StringBuilder(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            rows.forEach((number, cells) -> {
                xml.append("<row r=\"").append(number).append(hidden.contains(number) ? "\" hidden=\"1\">" : "\">");
                cells.values().forEach(xml::append);
                xml.append("</row>");
            });
            xml.append("</sheetData>");
            if (!merged.isEmpty()) {
                xml.append("<mergeCells>");
                merged.forEach(
                        range -> xml.append("<mergeCell ref=\"").append(range).append("\"/>"));
                xml.append("</mergeCells>");
            }
            return xml.append("</worksheet>").toString();
        }
    }

    private final List<SheetBuilder> sheets = new ArrayList<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public SheetBuilder sheet(String name) {
        return sheet(name, "visible");
    }

    SheetBuilder sheet(String name, String state) {
        SheetBuilder sheet = new SheetBuilder(name, state);
        sheets.add(sheet);
        return sheet;
    }

    /** A part that takes the place of the one that would be written. */
    WorkbookFile part(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Reading read() {
        return read(ReadOptions.NONE);
    }

    Reading read(ReadOptions options) {
        try {
            Path file = write();
            try {
                return Reading.of(file, options);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Path write() throws IOException {
        Path file = Files.createTempFile("workbook", ".bin");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Map<String, byte[]> all = new LinkedHashMap<>();
            all.put("[Content_Types].xml", bytes(HEAD + "<Types/>"));
            all.put("_rels/.rels", bytes(relations(List.of("officeDocument xl/workbook.xml"))));
            all.put("xl/workbook.xml", bytes(workbook()));
            List<String> targets = new ArrayList<>();
            for (int i = 0; i < sheets.size(); i++) {
                targets.add("worksheet worksheets/sheet" + (i + 1) + ".xml");
                all.put(
                        "xl/worksheets/sheet" + (i + 1) + ".xml",
                        bytes(sheets.get(i).xml()));
            }
            targets.add("styles styles.xml");
            targets.add("sharedStrings sharedStrings.xml");
            all.put("xl/_rels/workbook.xml.rels", bytes(relations(targets)));
            all.put(
                    "xl/styles.xml",
                    bytes(
                            HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"164\""
                                    + " formatCode=\"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy\"/></numFmts><cellXfs>"
                                    + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>"));
            all.putAll(parts);
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private String workbook() {
        StringBuilder xml =
                new StringBuilder(HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
        for (int i = 0; i < sheets.size(); i++) {
            xml.append("<sheet name=\"")
                    .append(escaped(sheets.get(i).name))
                    .append("\" sheetId=\"")
                    .append(i + 1)
                    .append("\" state=\"")
                    .append(sheets.get(i).state)
                    .append("\" r:id=\"rId")
                    .append(i + 1)
                    .append("\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    private static String relations(List<String> targets) {
        StringBuilder xml = new StringBuilder(HEAD + "<Relationships>");
        for (int i = 0; i < targets.size(); i++) {
            String[] target = targets.get(i).split(" ", 2);
            xml.append("<Relationship Id=\"rId" + (i + 1) + "\" Type=\"" + RELATIONS + "/" + target[0] + "\" Target=\""
                    + target[1] + "\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
