package uk.declared.submission.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.row.ContestAssembler;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.text.Texts;

/**
 * Reads a table with a row for every candidacy, in any order of rows:
 *
 * <ol>
 *   <li>a first pass counts the rows of every contest,
 *   <li>a second pass gathers them and gives a contest on as soon as its last row has come.
 * </ol>
 *
 * In memory are the counts and the contests that are not complete; where the rows of a contest stand together, that is
 * one contest.
 */
public final class CandidacyTableReader {
    /** The most rows that wait for the rest of their contests: far more than any election has candidates. */
    private static final int MAX_WAITING = 150_000;

    private static final List<Column> KIND = List.of(
            Column.ELECTION_ID,
            Column.POLLING_DATE,
            Column.ELECTION_TYPE,
            Column.CONTEST_TYPE,
            Column.BY_ELECTION,
            Column.OFFICE);
    private static final List<Column> BODY = List.of(Column.COUNCIL, Column.BODY_URI, Column.BODY_NAME);

    /** What tells a county's division from a district's ward of the same name where neither has a code. */
    private static final List<Column> WITHIN = List.of(Column.COUNTY_NAME, Column.COUNCIL_TYPE, Column.AREA_IDENTIFIER);

    private final Table table;
    private final ContestAssembler assembler;
    private final ContestSink sink;
    private final UnaryOperator<List<TableRow>> preparation;
    private final Map<String, Integer> expected = new HashMap<>();
    private final Map<String, List<TableRow>> waiting = new HashMap<>();
    private int rowsWaiting;

    public CandidacyTableReader(
            Table table, TableFormat format, ReadOptions options, ReferenceData reference, ContestSink sink) {
        this(table, format, options, reference, sink, UnaryOperator.identity());
    }

    /** @param preparation makes the rows of a contest into rows that say everything in the columns that it is put together from */
    public CandidacyTableReader(
            Table table,
            TableFormat format,
            ReadOptions options,
            ReferenceData reference,
            ContestSink sink,
            UnaryOperator<List<TableRow>> preparation) {
        this.preparation = preparation;
        this.table = table;
        this.assembler = new ContestAssembler(format, options, reference, sink::finding);
        this.sink = sink;
    }

    public void read() throws IOException, UnreadableSubmissionException {
        // What the first pass would report, the second finds again.
        int rows = table.forEach(row -> expected.merge(key(row), 1, Integer::sum), finding -> {});
        if (rows == 0) {
            throw Submission.unreadable("F007", table.file(), Map.of());
        }
        try {
            table.forEach(this::gather, sink::finding);
        } catch (TooManyRowsWaitingException e) {
            throw Submission.unreadable("F018", table.file(), Map.of("rows", Integer.toString(MAX_WAITING)));
        }
    }

    private void gather(TableRow row) {
        String key = key(row);
        List<TableRow> rows = waiting.computeIfAbsent(key, missing -> new ArrayList<>());
        rows.add(row);
        rowsWaiting++;
        if (rows.size() == expected.getOrDefault(key, 0)) {
            waiting.remove(key);
            rowsWaiting -= rows.size();
            assembler.assemble(preparation.apply(rows), sink);
        } else if (rowsWaiting > MAX_WAITING) {
            throw new TooManyRowsWaitingException();
        }
    }

    /**
     * Rows with the same key belong to the same contest. An area's code tells by itself, however the body is named; a
     * parish's code does not, since its wards have none of their own. The identifier of a ballot tells everything.
     */
    private static String key(TableRow row) {
        if (row.has(Column.BALLOT_ID)) {
            return row.text(Column.BALLOT_ID).toLowerCase(Locale.ROOT);
        }
        StringBuilder key = new StringBuilder();
        KIND.forEach(column -> key.append(Texts.plain(row.text(column))).append(' '));
        String code = Texts.plain(Texts.lastPart(row.text(Column.AREA_CODE)));
        if (code.isEmpty()) {
            BODY.forEach(column -> key.append(Texts.plain(row.text(column))).append(' '));
            WITHIN.forEach(column -> key.append(Texts.plain(row.text(column))).append(' '));
        }
        key.append(code);
        if (code.isEmpty() || code.startsWith("e04") || code.startsWith("w04")) {
            key.append(' ').append(Texts.plain(row.text(Column.AREA_NAME)));
        }
        return key.toString();
    }

    /** Ends a pass; never leaves this class. */
    private static final class TooManyRowsWaitingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
