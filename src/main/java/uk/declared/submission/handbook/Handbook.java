package uk.declared.submission.handbook;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.row.PartyAbbreviations;
import uk.declared.submission.table.CandidacyTableReader;
import uk.declared.submission.table.CollectedResults;
import uk.declared.submission.table.CompiledDay;
import uk.declared.submission.table.Grid;
import uk.declared.submission.table.SheetGrid;
import uk.declared.submission.table.Table;
import uk.declared.submission.text.HandbookText;
import uk.declared.submission.workbook.Sheet;
import uk.declared.submission.workbook.Workbook;

/**
 * A workbook in which somebody collected the results of many councils, such as the House of Commons Library's Local Election
 * Handbooks: docs/formats/handbook.md. Its sheets and headings differ each year, and are found by what they say:
 *
 * <ol>
 *   <li>sheets with candidates of wards of two councils or more,
 *   <li>sheets with the figures of wards, and a key to abbreviations of parties, where it has them.
 * </ol>
 */
public final class Handbook {
    public static final String NAME = "handbook";

    /** What its columns are called in reports that ask for one. */
    public static final TableFormat FIELDS = TableFormat.collected(NAME, "Local Election Handbook (XLSX)", fields());

    private static final int NAMES_LOOKED_AT = 2000;

    private final Submission submission;
    private final Map<Sheet, HandbookSheet> candidates = new LinkedHashMap<>();
    private final Map<Sheet, HandbookSheet> wards = new LinkedHashMap<>();
    private final Map<String, String> parties = new HashMap<>(PartyAbbreviations.of(NAME));
    private final Set<Sheet> keys = new HashSet<>();

    private Handbook(Submission submission) {
        this.submission = submission;
    }

    /** The handbook that a workbook is. */
    public static Optional<Handbook> of(Submission submission, Workbook workbook)
            throws IOException, UnreadableSubmissionException {
        Handbook handbook = new Handbook(submission);
        for (Sheet sheet : workbook.sheets()) {
            Grid grid = new SheetGrid(submission, workbook, sheet);
            Optional<HandbookSheet> found = HandbookSheet.of(grid);
            if (found.filter(HandbookSheet::hasCandidates).isPresent()) {
                handbook.candidates.put(sheet, found.get());
            } else if (found.filter(HandbookSheet::hasWards).isPresent()) {
                handbook.wards.put(sheet, found.get());
            } else {
                HandbookParties.of(grid).ifPresent(names -> {
                    handbook.parties.putAll(names);
                    handbook.keys.add(sheet);
                });
            }
        }
        return handbook.hasSeveralCouncils() ? Optional.of(handbook) : Optional.empty();
    }

    /** Whether a sheet is read. */
    public boolean reads(Sheet sheet) {
        return candidates.containsKey(sheet) || wards.containsKey(sheet) || keys.contains(sheet);
    }

    public void read(ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        sayWhatIsRead(sink);
        HandbookWards figures = new HandbookWards();
        for (HandbookSheet sheet : wards.values()) {
            figures.add(sheet);
        }
        for (HandbookSheet sheet : candidates.values()) {
            read(sheet, figures, options, reference, sink);
        }
        for (HandbookWards.Ward ward : figures.unused()) {
            sink.finding(new Finding(
                    "W033",
                    Severity.WARNING,
                    ward.row(),
                    Optional.empty(),
                    Optional.of(ward.name()),
                    Map.of("area", ward.name())));
        }
    }

    private void read(
            HandbookSheet sheet, HandbookWards figures, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        ReadOptions dated = sheet.has(HandbookRole.DAY)
                ? options
                : new CompiledDay(submission, options, sink::finding)
                        .ofYear(sheet.year().or(() -> HandbookSheet.year(submission.name())));
        LocalDate about = dated.pollingDate()
                .or(() -> sheet.year().map(year -> LocalDate.of(year, 5, 1)))
                .orElseGet(LocalDate::now);
        HandbookRows rows = new HandbookRows(
                figures, parties, about, surnameComesFirst(sheet), HandbookWards.turnoutIsAPart(sheet), sink::finding);
        new CandidacyTableReader(
                        new Table(sheet.grid(), sheet.layout()),
                        FIELDS,
                        dated,
                        reference,
                        CollectedResults.of(FIELDS, sink),
                        rows::prepare)
                .read();
    }

    private boolean hasSeveralCouncils() throws IOException, UnreadableSubmissionException {
        Set<String> councils = new HashSet<>();
        for (HandbookSheet sheet : candidates.values()) {
            sheet.grid().forEach((number, cells) -> {
                String council = sheet.text(cells, HandbookRole.COUNCIL_NAME)
                        + sheet.text(cells, HandbookRole.COUNCIL_CODE)
                        + sheet.text(cells, HandbookRole.COUNTY_NAME);
                if (number > sheet.headings().row() && !council.isEmpty()) {
                    councils.add(council);
                }
                return councils.size() < 2;
            });
        }
        return councils.size() > 1;
    }

    /** Nine names of ten can be parted so, or the list is of another kind. */
    private static boolean surnameComesFirst(HandbookSheet sheet) throws IOException, UnreadableSubmissionException {
        int[] count = {0, 0};
        sheet.grid().forEach((number, cells) -> {
            String name = sheet.text(cells, HandbookRole.NAME);
            if (number > sheet.headings().row() && !name.isEmpty()) {
                count[0]++;
                count[1] += HandbookText.surnameFirst(name).isPresent() ? 1 : 0;
            }
            return count[0] < NAMES_LOOKED_AT;
        });
        return count[0] > 0 && count[1] * 10 >= count[0] * 9;
    }

    private void sayWhatIsRead(ContestSink sink) {
        String unread = candidates.values().stream()
                .flatMap(sheet -> sheet.unread().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        sink.finding(new Finding(
                "I036",
                Severity.INTERPRETATION,
                Place.of(submission.name()),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "candidates",
                        names(candidates),
                        "wards",
                        wards.isEmpty() ? names(candidates) : names(wards),
                        "unread",
                        unread.isEmpty() ? "\u2013" : unread)));
    }

    private static String names(Map<Sheet, HandbookSheet> sheets) {
        List<String> names = new ArrayList<>();
        sheets.keySet().forEach(sheet -> names.add("\u201c" + sheet.name() + "\u201d"));
        return String.join(", ", names);
    }

    private static Map<String, Column> fields() {
        Map<String, Column> fields = new LinkedHashMap<>();
        fields.put("council", Column.BODY_NAME);
        fields.put("ward", Column.AREA_NAME);
        fields.put("ward code", Column.AREA_CODE);
        fields.put("candidate", Column.NAME_ON_BALLOT_PAPER);
        fields.put("party", Column.PARTY_NAME);
        fields.put("votes", Column.VOTES);
        fields.put("elected", Column.ELECTED);
        return fields;
    }
}
