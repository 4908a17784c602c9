package uk.declared.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.declared.report.Finding;

/**
 * Reads a table with a row for every candidacy, in any order of rows:
 *
 * <ol>
 *   <li>a first pass counts the rows of every contest,
 *   <li>a second pass gathers them and gives a contest on as soon as its last row has come.
 * </ol>
 *
 * In memory are the counts and the contests that are not complete; where the rows of a contest stand together, as they
 * do in every file seen, that is one contest.
 */
final class CandidacyTableReader {
    private static final List<Column> IDENTITY = List.of(
            Column.POLLING_DATE,
            Column.ELECTION_TYPE,
            Column.CONTEST_TYPE,
            Column.OFFICE,
            Column.COUNCIL,
            Column.BODY_URI,
            Column.BODY_NAME);

    private final CsvTable table;
    private final ContestAssembler assembler;
    private final ContestSink sink;

    CandidacyTableReader(CsvTable table, ReadOptions options, ContestSink sink) {
        this.table = table;
        this.assembler = new ContestAssembler(table.format(), options, sink::finding);
        this.sink = sink;
    }

    void read() throws IOException, UnreadableSubmissionException {
        Map<String, Integer> expected = new HashMap<>();
        table.forEach(row -> expected.merge(key(row), 1, Integer::sum), finding -> {});
        Map<String, List<TableRow>> open = new HashMap<>();
        table.forEach(row -> gather(row, expected, open), this::report);
        if (expected.isEmpty()) {
            throw Submission.unreadable("F007", table.file());
        }
    }

    private void gather(TableRow row, Map<String, Integer> expected, Map<String, List<TableRow>> open) {
        String key = key(row);
        List<TableRow> rows = open.computeIfAbsent(key, missing -> new ArrayList<>());
        rows.add(row);
        if (rows.size() == expected.getOrDefault(key, 0)) {
            open.remove(key);
            Optional<SubmittedContest> contest = assembler.assemble(rows);
            contest.ifPresent(sink::contest);
        }
    }

    private void report(Finding finding) {
        sink.finding(finding);
    }

    /** Rows with the same key belong to the same contest: the area's code tells, or its name where there is none. */
    private static String key(TableRow row) {
        StringBuilder key = new StringBuilder();
        for (Column column : IDENTITY) {
            key.append(row.text(column)).append('\n');
        }
        return key.append(row.has(Column.AREA_CODE) ? row.text(Column.AREA_CODE) : row.text(Column.AREA_NAME))
                .toString();
    }
}
