package uk.declared.submission.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.declared.format.Column;
import uk.declared.report.Place;
import uk.declared.submission.column.StageColumn;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.row.RowLayout;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.text.Texts;

/**
 * The tables of counts by the single transferable vote as the Electoral Office for Northern Ireland and NICVA publish them
 * (docs/formats/stv.md): a row for each candidate and count, and in tables of their own the account of papers, the votes that
 * were not transferable, and who stood. They are joined by the numbers of constituencies and candidates.
 */
public final class CountTables {
    static final String NAME = "count-tables";

    /** What the rows say once they are joined. */
    static final TableFormat FIELDS = TableFormat.collected(NAME, "Tables of a count (Northern Ireland)", fields());

    private static final Map<String, Column> OF_CONTEST = Map.of(
            "constituencyname", Column.AREA_NAME,
            "totalelectorate", Column.ELECTORATE,
            "totalpoll", Column.BALLOT_PAPERS_CAST,
            "validpoll", Column.VALID_BALLOT_PAPERS,
            "spoiled", Column.REJECTED_BALLOT_PAPERS,
            "quota", Column.QUOTA,
            "numberofseats", Column.SEATS);
    private static final Map<String, Column> OF_CANDIDATE = Map.of(
            "candidatename", Column.NAME_ON_BALLOT_PAPER,
            "firstname", Column.GIVEN_NAME,
            "surname", Column.FAMILY_NAME,
            "partyname", Column.PARTY_NAME,
            "candidatefirstprefvotes", Column.VOTES,
            "status", Column.OUTCOME,
            "occurredoncount", Column.OUTCOME_STAGE,
            "gender", Column.GENDER,
            "outgoingmember", Column.INCUMBENT);

    /** A row of one of the tables: its values by their headings without case and punctuation, and where each stands. */
    record Line(Map<String, String> values, Map<String, Place> places, Place place) {
        String text(String heading) {
            return values.getOrDefault(heading, "");
        }
    }

    /** Which of the tables one is. */
    enum Kind {
        COUNTS,
        ACCOUNT,
        NON_TRANSFERABLE,
        CANDIDATES,
        OTHER
    }

    private final Map<String, Line> accounts = new HashMap<>();
    private final Map<String, Map<String, List<Line>>> counts = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Line>> lost = new HashMap<>();
    private final Map<String, Line> people = new HashMap<>();

    /** Which table has these headings, without case and punctuation. */
    static Kind kind(List<String> headings) {
        if (headings.contains("candidateid") && headings.contains("countnumber") && headings.contains("totalvotes")) {
            return Kind.COUNTS;
        }
        if (headings.contains("countnumber") && headings.contains("nontransferable")) {
            return Kind.NON_TRANSFERABLE;
        }
        if (headings.contains("validpoll") && headings.contains("numberofseats")) {
            return Kind.ACCOUNT;
        }
        return headings.contains("candidateid") && headings.contains("outgoingmember") ? Kind.CANDIDATES : Kind.OTHER;
    }

    void add(Kind kind, Line line) {
        String constituency = line.text("constituencynumber");
        switch (kind) {
            case COUNTS ->
                counts.computeIfAbsent(constituency, missing -> new LinkedHashMap<>())
                        .computeIfAbsent(line.text("candidateid"), missing -> new ArrayList<>())
                        .add(line);
            case ACCOUNT -> accounts.put(constituency, line);
            case NON_TRANSFERABLE ->
                lost.computeIfAbsent(constituency, missing -> new TreeMap<>()).put(number(line), line);
            case CANDIDATES -> people.put(constituency + " " + line.text("candidateid"), line);
            case OTHER -> throw new IllegalArgumentException("No table of a count");
        }
    }

    /** Whether there is anything counted. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The rows of each constituency, one for every candidate. */
    List<List<TableRow>> contests() {
        List<List<TableRow>> contests = new ArrayList<>();
        counts.forEach((constituency, candidates) -> contests.add(rows(constituency, candidates)));
        return contests;
    }

    private List<TableRow> rows(String constituency, Map<String, List<Line>> candidates) {
        Map<Column, String> contest = new TreeMap<>();
        Map<Column, Place> contestPlaces = new TreeMap<>();
        Line account = accounts.get(constituency);
        if (account != null) {
            OF_CONTEST.forEach((heading, column) -> note(account, heading, column, contest, contestPlaces));
        }
        Map<Integer, Line> notTransferred = lost.getOrDefault(constituency, Map.of());
        List<TableRow> rows = new ArrayList<>();
        candidates.forEach((id, lines) -> rows.add(row(
                rows.size() + 1,
                lines,
                people.get(constituency + " " + id),
                notTransferred,
                new TreeMap<>(contest),
                new TreeMap<>(contestPlaces))));
        return rows;
    }

    private static TableRow row(
            int number,
            List<Line> lines,
            @Nullable Line person,
            Map<Integer, Line> notTransferred,
            Map<Column, String> values,
            Map<Column, Place> places) {
        Line first = lines.get(0);
        Line last = first;
        Map<StageColumn, String> stages = new TreeMap<>();
        Map<StageColumn, Place> stagePlaces = new HashMap<>();
        for (Line line : lines) {
            int count = number(line);
            last = count >= number(last) ? line : last;
            if (count > 1) {
                stage(StageColumn.Kind.TRANSFER, count, line, "transfers", stages, stagePlaces);
                stage(StageColumn.Kind.TOTAL, count, line, "totalvotes", stages, stagePlaces);
            }
        }
        notTransferred.forEach((count, line) ->
                stage(StageColumn.Kind.NON_TRANSFERABLE, count, line, "nontransferable", stages, stagePlaces));
        if (person != null) {
            for (Map.Entry<String, Column> field : OF_CANDIDATE.entrySet()) {
                note(person, field.getKey(), field.getValue(), values, places);
            }
        }
        for (Map.Entry<String, Column> field : OF_CANDIDATE.entrySet()) {
            note(last, field.getKey(), field.getValue(), values, places);
        }
        String outcome = Texts.plain(values.getOrDefault(Column.OUTCOME, ""));
        values.put(Column.ELECTED, outcome.endsWith("elected") && !outcome.startsWith("not") ? "yes" : "no");
        places.put(Column.ELECTED, places.getOrDefault(Column.OUTCOME, last.place()));
        values.put(Column.VOTING_SYSTEM, "single-transferable-vote");
        return new TableRow(new Layout(places, stagePlaces, first.place()), number, values, stages);
    }

    private static int number(Line line) {
        String text = line.text("countnumber");
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static void note(
            Line line, String heading, Column column, Map<Column, String> values, Map<Column, Place> places) {
        String text = line.text(heading);
        if (!text.isEmpty()) {
            values.put(column, text);
            places.put(column, line.places().getOrDefault(heading, line.place()));
        }
    }

    private static void stage(
            StageColumn.Kind kind,
            int count,
            Line line,
            String heading,
            Map<StageColumn, String> stages,
            Map<StageColumn, Place> places) {
        String text = line.text(heading);
        if (!text.isEmpty() && count > 0 && count <= StageColumn.MOST_STAGES) {
            StageColumn column = new StageColumn(kind, count);
            stages.put(column, text);
            places.put(column, line.places().getOrDefault(heading, line.place()));
        }
    }

    /** Where the values of a candidate stand, who has a row for each count. */
    private record Layout(Map<Column, Place> places, Map<StageColumn, Place> stages, Place row) implements RowLayout {
        @Override
        public Place place(Column column, int number) {
            return places.getOrDefault(column, row);
        }

        @Override
        public Place place(StageColumn column, int number) {
            return stages.getOrDefault(column, row);
        }

        @Override
        public Place place(int number) {
            return row;
        }

        @Override
        public Set<Column> columns() {
            return places.keySet();
        }
    }

    private static Map<String, Column> fields() {
        Map<String, Column> fields = new LinkedHashMap<>();
        fields.put("Constituency_Name", Column.AREA_NAME);
        fields.put("Surname", Column.FAMILY_NAME);
        fields.put("Party_Name", Column.PARTY_NAME);
        fields.put("Candidate_First_Pref_Votes", Column.VOTES);
        fields.put("Status", Column.OUTCOME);
        fields.put("Occurred_On_Count", Column.OUTCOME_STAGE);
        return fields;
    }
}
