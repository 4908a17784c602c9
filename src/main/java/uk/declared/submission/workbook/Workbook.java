package uk.declared.submission.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.declared.submission.workbook.UnreadableWorkbookException.Reason;

/**
 * An open XLSX workbook:
 *
 * <ol>
 *   <li>the archive's relations lead to the workbook, and the workbook's to its sheets, texts and number formats,
 *   <li>texts and formats are held in memory, bounded,
 *   <li>sheets are read row by row, as often as they are asked for.
 * </ol>
 */
public final class Workbook implements Closeable {
    /** The most sheets that are read. */
    public static final int MAX_SHEETS = 2_000;

    private static final String USUAL_PART = "xl/workbook.xml";

    private final Parts parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private SharedStrings strings = SharedStrings.none();
    private NumberFormats formats = NumberFormats.none();
    private boolean since1904;
    private String part = USUAL_PART;
    private Map<String, Target> targets = Map.of();

    private Workbook(Parts parts) {
        this.parts = parts;
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableWorkbookException where it is damaged, protected, no workbook at all, or past a bound
     */
    public static Workbook open(Path file) throws IOException {
        Optional<Reason> old = OldDocument.reason(file);
        if (old.isPresent()) {
            throw new UnreadableWorkbookException(old.get(), Map.of());
        }
        Parts parts = Parts.open(file);
        try {
            Workbook workbook = new Workbook(parts);
            workbook.load();
            return workbook;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Takes one row. */
    public interface RowConsumer {
        /** @return whether to go on */
        boolean accept(SheetRow row) throws IOException;
    }

    /** Its sheets in their order, hidden ones included; sheets that are only a chart are not among them. */
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** Gives the rows of a sheet, one after another, until the consumer has enough. */
    public void rows(Sheet sheet, RowConsumer consumer) throws IOException {
        try (PartXml xml = parts.xml(sheet.part())) {
            new SheetReader(xml, sheet.part(), strings, formats, since1904).rows(consumer);
        }
    }

    /** The numbers of a sheet's rows that are hidden and hold something. */
    public List<Integer> hiddenRows(Sheet sheet) throws IOException {
        try (PartXml xml = parts.xml(sheet.part())) {
            return new SheetReader(xml, sheet.part(), strings, formats, since1904).hiddenRows();
        }
    }

    /** The cells of a sheet that are merged into one. */
    public List<CellRange> merged(Sheet sheet) throws IOException {
        try (PartXml xml = parts.xml(sheet.part())) {
            return SheetReader.merged(xml);
        }
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    /** The archive. */
    Parts parts() {
        return parts;
    }

    /** The part that names the sheets. */
    String part() {
        return part;
    }

    /** The part that says how cells look; absent where nothing does. */
    Optional<String> styles() {
        return targets.values().stream()
                .filter(target -> target.type().equals("styles") && parts.has(target.part()))
                .map(Target::part)
                .findFirst();
    }

    private void load() throws IOException {
        part = parts.has("_rels/.rels")
                ? parts.targets("").values().stream()
                        .filter(target -> target.type().equals("officeDocument"))
                        .map(Target::part)
                        .findFirst()
                        .orElse(USUAL_PART)
                : USUAL_PART;
        if (!parts.has(part) || !part.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            throw new UnreadableWorkbookException(Reason.NO_WORKBOOK, Map.of());
        }
        targets = parts.targets(part);
        loadSheets(part, targets);
        for (Target target : targets.values()) {
            if (target.type().equals("sharedStrings") && parts.has(target.part())) {
                try (PartXml xml = parts.xml(target.part())) {
                    strings = SharedStrings.read(xml, target.part());
                }
            } else if (target.type().equals("styles") && parts.has(target.part())) {
                try (PartXml xml = parts.xml(target.part())) {
                    formats = NumberFormats.read(xml);
                }
            }
        }
    }

    private void loadSheets(String part, Map<String, Target> targets) throws IOException {
        boolean isWorkbook = false;
        try (PartXml xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.isStart("workbook")) {
                    isWorkbook = true;
                } else if (xml.isStart("workbookPr")) {
                    since1904 = xml.attribute("date1904")
                            .filter(text -> text.equals("1") || text.equals("true"))
                            .isPresent();
                } else if (xml.isStart("sheet")) {
                    Optional<Target> target = xml.attribute("id").map(targets::get);
                    boolean hidden = xml.attribute("state")
                            .filter(text -> !text.equals("visible"))
                            .isPresent();
                    String name = xml.attribute("name").orElse("");
                    target.filter(found -> found.type().equals("worksheet"))
                            .ifPresent(found -> sheets.add(new Sheet(name, hidden, found.part())));
                    if (sheets.size() > MAX_SHEETS) {
                        throw new UnreadableWorkbookException(
                                Reason.TOO_MANY_SHEETS, Map.of("most", Integer.toString(MAX_SHEETS)));
                    }
                }
            }
        }
        if (!isWorkbook) {
            throw new UnreadableWorkbookException(Reason.NO_WORKBOOK, Map.of());
        }
    }
}
