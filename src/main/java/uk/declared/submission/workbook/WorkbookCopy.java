package uk.declared.submission.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.declared.ground.Shipped;

/**
 * A copy of a workbook with marked cells and a further sheet:
 *
 * <ol>
 *   <li>sheets with marks are written anew, element by element, with the looks of the marked cells changed,
 *   <li>their notes are added to those that they have, or become parts of their own,
 *   <li>the looks, the list of sheets and the list of parts are written anew with what was added,
 *   <li>every other part is copied as it is.
 * </ol>
 */
public final class WorkbookCopy {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TYPES = "[Content_Types].xml";
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String COMMENTS_TYPE = OFFICE + "spreadsheetml.comments+xml";
    private static final String SHEET_TYPE = OFFICE + "spreadsheetml.worksheet+xml";
    private static final String DRAWING_TYPE = OFFICE + "vmlDrawing";
    private static final String FOLDER = "xl/marks/";
    private static final String RELATION = "marks";
    private static final int LONGEST_NAME = 28;

    /** So much is held in memory of what is written anew. */
    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;

    private final Workbook workbook;
    private final Parts parts;
    private final long largest;
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private long characters;

    private WorkbookCopy(Workbook workbook, long largest) {
        this.workbook = workbook;
        this.parts = workbook.parts();
        this.largest = largest;
    }

    /**
     * Writes the copy.
     *
     * @param marks for cells of sheets, by the names of the sheets; those of sheets that are not there are passed over
     * @param largest how many bytes a part may have
     * @throws IOException where the workbook is too damaged, or too large, to be written again
     */
    public static void write(
            Path file, Map<String, List<CellMark>> marks, FurtherSheet further, long largest, OutputStream out)
            throws IOException {
        try (Workbook workbook = Workbook.open(file)) {
            WorkbookCopy copy = new WorkbookCopy(workbook, largest);
            copy.mark(marks);
            copy.add(further);
            copy.write(out);
        }
    }

    /** Writes a workbook that holds one sheet alone. */
    public static void write(FurtherSheet only, OutputStream out) throws IOException {
        Path blank = Files.createTempFile("declared-blank-", ".xlsx");
        try {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(blank))) {
                for (String part : List.of(
                        TYPES, "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")) {
                    zip.putNextEntry(new ZipEntry(part));
                    zip.write(Shipped.bytes(WorkbookCopy.class, "blank/" + part.replace("[Content_Types]", "types")));
                    zip.closeEntry();
                }
            }
            write(blank, Map.of(), only, Parts.MAX_PART, out);
        } finally {
            Files.deleteIfExists(blank);
        }
    }

    private void mark(Map<String, List<CellMark>> marks) throws IOException {
        MarkedStyles styles;
        String look = workbook.styles().orElseThrow(() -> Parts.damaged("styles"));
        try (PartXml xml = parts.xml(look)) {
            styles = MarkedStyles.read(xml);
        }
        int number = 0;
        for (Sheet sheet : workbook.sheets()) {
            List<CellMark> wanted = marks.getOrDefault(sheet.name(), List.of());
            if (!wanted.isEmpty()) {
                mark(sheet.part(), wanted, styles, ++number);
            }
        }
        if (number > 0) {
            try (PartXml xml = parts.xml(look)) {
                put(look, styles.write(xml));
            }
        }
    }

    private void mark(String part, List<CellMark> marks, MarkedStyles styles, int number) throws IOException {
        MarkedSheet sheet = new MarkedSheet(marks, styles, RELATION + "Drawing");
        try (PartXml xml = parts.xml(part)) {
            put(part, sheet.write(xml));
        }
        String relations = Target.relationsOf(part);
        Map<String, Target> targets = parts.has(relations) ? parts.targets(part) : Map.of();
        Notes notes = new Notes(marks);
        List<String> added = new ArrayList<>();
        Optional<String> texts = targets.values().stream()
                .filter(target -> target.type().equals("comments"))
                .map(Target::part)
                .findFirst();
        if (texts.isPresent()) {
            try (PartXml xml = parts.xml(texts.get())) {
                put(texts.get(), notes.texts(xml));
            }
        } else {
            String own = FOLDER + "comments" + number + ".xml";
            put(own, notes.texts());
            types.put(own, COMMENTS_TYPE);
            added.add(relation(RELATION + "Texts", "comments", own));
        }
        Optional<String> drawing = sheet.drawingThere().map(targets::get).map(Target::part);
        if (drawing.isPresent()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            parts.copy(drawing.get(), largest, bytes);
            written.put(drawing.get(), notes.shapes(bytes.toString(StandardCharsets.UTF_8)));
        } else {
            String own = FOLDER + "drawing" + number + ".vml";
            written.put(own, notes.shapes());
            types.put(own, DRAWING_TYPE);
            added.add(relation(sheet.drawingThere().orElse(RELATION + "Drawing"), "vmlDrawing", own));
        }
        if (!added.isEmpty()) {
            relate(relations, added);
        }
    }

    private void add(FurtherSheet further) throws IOException {
        String part = FOLDER + "sheet.xml";
        put(part, further.xml());
        types.put(part, SHEET_TYPE);
        StringBuilder out = new StringBuilder();
        try (PartXml xml = parts.xml(workbook.part())) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            int last = 0;
            while (xml.next()) {
                if (xml.isStart("workbook") && !xml.namespace().equals(TRANSITIONAL)) {
                    throw Parts.damaged(workbook.part());
                }
                if (xml.isStart("sheet")) {
                    xml.attribute("name").ifPresent(names::add);
                    last = Math.max(
                            last,
                            xml.attribute("sheetId")
                                    .filter(id -> id.matches("\\d{1,8}"))
                                    .map(Integer::valueOf)
                                    .orElse(0));
                } else if (xml.isEnd("sheets")) {
                    out.append("<%s name=\"%s\" sheetId=\"%d\" xmlns:marks=\"%s\" marks:id=\"%s\"/>"
                            .formatted(
                                    xml.named("sheet"),
                                    PartXml.escaped(free(further.name(), names)),
                                    last + 1,
                                    MarkedSheet.RELATIONS,
                                    RELATION + "Sheet"));
                }
                xml.copy(out, Map.of());
            }
        }
        put(workbook.part(), out.toString());
        relate(Target.relationsOf(workbook.part()), List.of(relation(RELATION + "Sheet", "worksheet", part)));
    }

    private static String free(String name, Set<String> taken) {
        String shortened = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        String free = shortened;
        for (int i = 2; taken.contains(free); i++) {
            free = shortened + " " + i;
        }
        return free;
    }

    private static String relation(String id, String type, String part) {
        return " Id=\"%s\" Type=\"%s/%s\" Target=\"/%s\"/>"
                .formatted(PartXml.escaped(id), MarkedSheet.RELATIONS, type, part);
    }

    /** Adds relations to those that a part has. */
    private void relate(String relations, List<String> added) throws IOException {
        if (!parts.has(relations)) {
            put(
                    relations,
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship" + String.join("<Relationship", added) + "</Relationships>");
            return;
        }
        put(relations, appended(relations, "Relationships", xml -> {
            String start = "<" + xml.named("Relationship");
            return start + String.join(start, added);
        }));
    }

    private interface Further {
        String text(PartXml at);
    }

    private String appended(String part, String element, Further further) throws IOException {
        StringBuilder out = new StringBuilder();
        try (PartXml xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.isEnd(element)) {
                    out.append(further.text(xml));
                }
                xml.copy(out, Map.of());
            }
        }
        return out.toString();
    }

    private void put(String part, String xml) throws IOException {
        characters += xml.length();
        if (xml.length() > largest || characters > MOST_CHARACTERS) {
            throw Parts.damaged(part);
        }
        written.put(part, HEAD + xml);
    }

    private void write(OutputStream out) throws IOException {
        put(TYPES, appended(TYPES, "Types", xml -> {
            StringBuilder overrides = new StringBuilder();
            types.forEach((part, type) -> overrides.append(
                    "<%s PartName=\"/%s\" ContentType=\"%s\"/>".formatted(xml.named("Override"), part, type)));
            return overrides.toString();
        }));
        Set<String> names = new LinkedHashSet<>(List.of(TYPES));
        names.addAll(parts.names());
        names.addAll(written.keySet());
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                String text = written.get(name);
                if (text == null) {
                    parts.copy(name, largest, zip);
                } else {
                    zip.write(text.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
    }
}
