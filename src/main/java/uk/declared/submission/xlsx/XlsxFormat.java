package uk.declared.submission.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.column.TableFormats;
import uk.declared.submission.form.Form;
import uk.declared.submission.form.FormDefaults;
import uk.declared.submission.form.FormFindings;
import uk.declared.submission.form.FormReader;
import uk.declared.submission.form.FormSheet;
import uk.declared.submission.handbook.Handbook;
import uk.declared.submission.row.ContestAssembler;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.table.CandidacyTables;
import uk.declared.submission.table.Grid;
import uk.declared.submission.table.SheetGrid;
import uk.declared.submission.table.TableRecognition;
import uk.declared.submission.workbook.OldDocument;
import uk.declared.submission.workbook.Sheet;
import uk.declared.submission.workbook.UnreadableWorkbookException;
import uk.declared.submission.workbook.Workbook;

/**
 * An XLSX workbook, sheet by sheet:
 *
 * <ol>
 *   <li>a sheet that holds one of the known tables is read as that table,
 *   <li>a sheet that is a council's return for one ward (docs/formats/gla.md) is read as a form,
 *   <li>any other is passed over, and that is said.
 * </ol>
 *
 * A first pass finds out which sheet is what, and what the forms say alike; a second reads. Old and protected workbooks are
 * recognised too, so that they are refused for what they are.
 */
public final class XlsxFormat implements SubmissionFormat {
    /** A form's headings are those of no table: its values are found by their labels. */
    private static final TableFormat GLA =
            new TableFormat("gla", "GLA form (XLSX)", formHeadings(), List.of(), List.of(), false);

    private static final int NAME_LENGTH = 26;
    private static final int NAME = 30;
    private static final int HIDDEN_SHOWN = 20;
    private static final Set<String> FOLDERS =
            Set.of("_rels", "docProps", "xl", "customXml", "docMetadata", "word", "ppt");

    private final Supplier<Collection<String>> titles;

    /** @param titles of all formats, for workbooks that are of none */
    public XlsxFormat(Supplier<Collection<String>> titles) {
        this.titles = titles;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(GLA.name(), GLA.title());
        names.put(Handbook.NAME, Handbook.FIELDS.title());
        TableFormats.ALL.forEach(format -> names.put(format.name(), format.title()));
        return names;
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return isWorkbook(beginning);
    }

    /** By the archive's first entry: all programs begin with a part that only Office documents have. */
    public static boolean isWorkbook(Beginning beginning) {
        if (OldDocument.begins(beginning.bytes())) {
            return true;
        }
        if (!beginning.startsWith("PK\u0003\u0004") || beginning.bytes().length < NAME) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(beginning.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.min(Short.toUnsignedInt(buffer.getShort(NAME_LENGTH)), beginning.bytes().length - NAME);
        String name = new String(beginning.bytes(), NAME, length, StandardCharsets.UTF_8);
        int slash = name.indexOf('/');
        return name.equals("[Content_Types].xml") || slash > 0 && FOLDERS.contains(name.substring(0, slash));
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        try (Workbook workbook = Workbook.open(submission.path())) {
            new Reading(submission, workbook, options, reference, sink, titles).read();
        } catch (UnreadableWorkbookException e) {
            throw unreadable(submission, e);
        }
    }

    /** The refusal of a workbook for what it is. */
    public static UnreadableSubmissionException unreadable(Submission submission, UnreadableWorkbookException e) {
        return Submission.unreadable(rule(e.reason()), submission.name(), e.details());
    }

    private static String rule(UnreadableWorkbookException.Reason reason) {
        return switch (reason) {
            case DAMAGED -> "F060";
            case ENCRYPTED -> "F061";
            case OLD -> "F062";
            case NO_WORKBOOK -> "F063";
            case TOO_LARGE -> "F064";
            case TOO_MANY_SHEETS -> "F065";
            case ENTITIES -> "F066";
        };
    }

    /** What a sheet was found to be. */
    private sealed interface Content {
        /** One of the known tables. */
        record OfTable(Sheet sheet, TableRecognition table) implements Content {}

        /** A form. */
        record OfForm(Sheet sheet) implements Content {}
    }

    /** One reading of one workbook. */
    private static final class Reading {
        private final Submission submission;
        private final Workbook workbook;
        private final ReadOptions options;
        private final ReferenceData reference;
        private final ContestSink sink;
        private final FormDefaults defaults;
        private final Supplier<Collection<String>> titles;

        Reading(
                Submission submission,
                Workbook workbook,
                ReadOptions options,
                ReferenceData reference,
                ContestSink sink,
                Supplier<Collection<String>> titles) {
            this.titles = titles;
            this.submission = submission;
            this.workbook = workbook;
            this.options = options;
            this.reference = reference;
            this.sink = sink;
            this.defaults = new FormDefaults(options);
        }

        void read() throws IOException, UnreadableSubmissionException {
            Optional<Handbook> handbook = handbook();
            if (handbook.isPresent()) {
                readHandbook(handbook.get());
                return;
            }
            List<Content> contents = new ArrayList<>();
            List<Sheet> others = new ArrayList<>();
            for (Sheet sheet : workbook.sheets()) {
                content(sheet).ifPresentOrElse(contents::add, () -> others.add(sheet));
            }
            if (contents.isEmpty()) {
                throw Submission.unreadable(
                        "F067", submission.name(), Map.of("formats", String.join(", ", titles.get())));
            }
            FormFindings findings = new FormFindings(sink::finding);
            for (Sheet sheet : others) {
                sayPassedOver(sheet, findings);
            }
            ContestAssembler assembler = new ContestAssembler(GLA, options, reference, sink::finding);
            for (Content content : contents) {
                if (content instanceof Content.OfTable table) {
                    sayHidden(table.sheet(), findings);
                    readTable(table);
                } else if (content instanceof Content.OfForm form) {
                    sayHidden(form.sheet(), findings);
                    readForm(form.sheet(), assembler, findings);
                }
            }
        }

        /** The compilation that the workbook is, unless it has a table of another known format, or of an officer's mapping. */
        private Optional<Handbook> handbook() throws IOException, UnreadableSubmissionException {
            Optional<String> wanted = options.format();
            if (wanted.isPresent() && !wanted.get().equalsIgnoreCase(Handbook.NAME)) {
                return Optional.empty();
            }
            Optional<Handbook> handbook = Handbook.of(submission, workbook);
            if (wanted.isPresent() && handbook.isEmpty()) {
                throw Submission.unreadable("F085", submission.name(), Map.of());
            }
            for (Sheet sheet : handbook.isPresent() && wanted.isEmpty() ? workbook.sheets() : List.<Sheet>of()) {
                Grid grid = new SheetGrid(submission, workbook, sheet);
                if (TableRecognition.of(grid, options.tables())
                        .filter(TableRecognition::isComplete)
                        .isPresent()) {
                    return Optional.empty();
                }
            }
            return handbook;
        }

        private void readHandbook(Handbook handbook) throws IOException, UnreadableSubmissionException {
            FormFindings findings = new FormFindings(sink::finding);
            for (Sheet sheet : workbook.sheets()) {
                if (!handbook.reads(sheet)) {
                    sayPassedOver(sheet, findings);
                } else {
                    sayHidden(sheet, findings);
                }
            }
            handbook.read(options, reference, sink);
        }

        private Optional<Content> content(Sheet sheet) throws IOException, UnreadableSubmissionException {
            List<TableFormat> wanted = options.format().isEmpty()
                    ? options.tables()
                    : TableFormats.ALL.stream()
                            .filter(format -> format.name()
                                    .equalsIgnoreCase(options.format().get()))
                            .toList();
            Optional<Content> table = TableRecognition.of(new SheetGrid(submission, workbook, sheet), wanted)
                    .map(found -> new Content.OfTable(sheet, found));
            boolean mayBeForm = options.format()
                    .filter(format -> !format.equalsIgnoreCase(GLA.name()))
                    .isEmpty();
            if (table.isPresent() || !mayBeForm) {
                return table;
            }
            Optional<Form> form = Form.of(FormSheet.of(place(sheet), workbook, sheet));
            form.ifPresent(defaults::note);
            return form.map(found -> new Content.OfForm(sheet));
        }

        /** What is wrong with one table does not keep the others from being read. */
        private void readTable(Content.OfTable content) throws IOException {
            try {
                Grid grid = new SheetGrid(submission, workbook, content.sheet());
                CandidacyTables.read(grid, content.table(), options, reference, sink);
            } catch (UnreadableSubmissionException e) {
                Finding finding = e.finding();
                UnidentifiedContest all = new UnidentifiedContest(
                        place(content.sheet()), content.sheet().name());
                sink.finding(
                        finding.place().sheet().isPresent()
                                ? finding
                                : new Finding(
                                        finding.rule(),
                                        finding.severity(),
                                        place(content.sheet()),
                                        finding.contest(),
                                        finding.value(),
                                        finding.details()));
                sink.unidentified(all);
            }
        }

        private void readForm(Sheet sheet, ContestAssembler assembler, FormFindings findings) throws IOException {
            Optional<Form> form = Form.of(FormSheet.of(place(sheet), workbook, sheet));
            int before = findings.violations();
            List<TableRow> rows = form.map(found -> new FormReader(found, defaults, findings).rows())
                    .orElse(List.of());
            if (!rows.isEmpty()) {
                assembler.assemble(rows, sink);
            } else if (findings.violations() > before) {
                sink.unidentified(new UnidentifiedContest(place(sheet), sheet.name()));
            }
        }

        private void sayHidden(Sheet sheet, FormFindings findings) throws IOException {
            if (sheet.hidden()) {
                findings.about("W067", Severity.WARNING, place(sheet), Map.of());
            }
            List<Integer> hidden = workbook.hiddenRows(sheet);
            if (!hidden.isEmpty()) {
                String rows =
                        hidden.stream().limit(HIDDEN_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
                findings.about(
                        "W051",
                        Severity.WARNING,
                        place(sheet).atRow(hidden.get(0)),
                        Map.of("rows", hidden.size() > HIDDEN_SHOWN ? rows + ", \u2026" : rows));
            }
        }

        private void sayPassedOver(Sheet sheet, FormFindings findings) throws IOException {
            boolean[] blank = {true};
            workbook.rows(sheet, row -> {
                blank[0] = row.cells().isEmpty();
                return blank[0];
            });
            if (!blank[0]) {
                findings.about("I063", Severity.INTERPRETATION, place(sheet), Map.of());
            }
        }

        private Place place(Sheet sheet) {
            return Place.of(submission.name()).onSheet(sheet.name());
        }
    }

    private static Map<String, Column> formHeadings() {
        Map<String, Column> headings = new LinkedHashMap<>();
        headings.put("Borough", Column.COUNCIL);
        headings.put("Date of election", Column.POLLING_DATE);
        headings.put("Ward", Column.AREA_NAME);
        return headings;
    }
}
