package uk.declared.submission.count;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import uk.declared.format.Column;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Place;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.TextEncoding;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.row.ContestAssembler;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.table.CollectedResults;
import uk.declared.submission.table.CsvText;
import uk.declared.submission.text.JsonTree;
import uk.declared.submission.text.Texts;

/**
 * A count by the single transferable vote in the tables of Northern Ireland: one JSON document with the account and the counts, or
 * tables that stand in files of their own, which are sent together in an archive. Neither names the council nor the day.
 */
public final class CountTablesFormat implements SubmissionFormat {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(20).build())
            .build();

    @Override
    public Map<String, String> names() {
        return Map.of(CountTables.NAME, CountTables.FIELDS.title());
    }

    @Override
    public boolean recognises(Beginning beginning) {
        String text = beginning.text();
        return isJson(text)
                        && text.contains("\"Count_Number\"")
                        && (text.contains("\"countGroup\"") || text.contains("\"countInfo\""))
                || tableOf(text) == CountTables.Kind.COUNTS;
    }

    private static boolean isJson(String text) {
        return Texts.clean(text).startsWith("{");
    }

    /** Which of the tables begins like this. */
    static CountTables.Kind tableOf(String text) {
        return CountTables.kind(
                text.lines().findFirst().map(line -> List.of(line.split("[,;\\t]"))).orElse(List.of()).stream()
                        .map(Texts::plain)
                        .toList());
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        if (!isJson(Beginning.of(submission).text())) {
            throw Submission.unreadable("F088", submission.name(), Map.of());
        }
        CountTables tables = new CountTables();
        JsonTree document = document(submission);
        JsonTree constituency = document.firstOf("Constituency", "constituency");
        JsonTree whole = constituency.isEmpty() ? document : constituency;
        tables.add(CountTables.Kind.ACCOUNT, line(whole.at("countInfo"), submission, ""));
        String number = whole.at("countInfo/Constituency_Number").text();
        for (JsonTree each : whole.at("countGroup").members()) {
            tables.add(CountTables.Kind.COUNTS, line(each, submission, number));
        }
        read(tables, submission.name(), options, reference, sink);
    }

    /** Puts contests together from tables that are complete. */
    public static void read(
            CountTables tables, String file, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws UnreadableSubmissionException {
        if (options.council().isEmpty() || options.pollingDate().isEmpty()) {
            String missing = options.council().isEmpty() ? "--council" : "--date";
            throw Submission.unreadable("F049", file, Map.of("options", missing));
        }
        if (tables.isEmpty()) {
            throw Submission.unreadable("F088", file, Map.of());
        }
        ContestSink collected = CollectedResults.of(CountTables.FIELDS, sink);
        ContestAssembler assembler = new ContestAssembler(CountTables.FIELDS, options, reference, sink::finding);
        for (List<TableRow> rows : tables.contests()) {
            if (rows.get(0).has(Column.AREA_NAME)) {
                assembler.assemble(rows, collected);
            } else {
                sink.finding(Submission.unreadable("F088", rows.get(0).place(), Map.of())
                        .finding());
                sink.unidentified(TableRow.unidentified(rows));
            }
        }
    }

    /** Takes one of the tables that stand in files of their own, where it is one. */
    public static boolean add(Submission table, CountTables tables) throws IOException, UnreadableSubmissionException {
        CountTables.Kind kind = tableOf(Beginning.of(table).text());
        if (kind == CountTables.Kind.OTHER) {
            return false;
        }
        CsvText grid = CsvText.of(table);
        List<String> headings = new ArrayList<>();
        List<String> originals = new ArrayList<>();
        grid.forEach((number, cells) -> {
            if (headings.isEmpty()) {
                originals.addAll(cells.stream().map(Texts::clean).toList());
                headings.addAll(originals.stream().map(Texts::plain).toList());
            } else if (cells.size() == headings.size()) {
                Map<String, String> values = new HashMap<>();
                Map<String, Place> places = new HashMap<>();
                for (int i = 0; i < headings.size(); i++) {
                    values.put(headings.get(i), Texts.clean(cells.get(i)));
                    places.put(headings.get(i), Place.cell(table.name(), number, i + 1, originals.get(i)));
                }
                tables.add(kind, new CountTables.Line(values, places, Place.row(table.name(), number)));
            }
            return true;
        });
        return true;
    }

    private static JsonTree document(Submission submission) throws IOException, UnreadableSubmissionException {
        try (Reader text = new BufferedReader(TextEncoding.of(submission).open(submission));
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Optional<JsonTree> read = JsonTree.read(parser, "");
            return read.orElseThrow(() -> Submission.unreadable("F087", submission.name(), Map.of("fault", "large")));
        } catch (JacksonException e) {
            throw Submission.unreadable("F087", submission.name(), Map.of("fault", "broken"));
        }
    }

    private static CountTables.Line line(JsonTree members, Submission submission, String constituency) {
        Place file = Place.of(submission.name());
        Map<String, String> values = new HashMap<>();
        Map<String, Place> places = new HashMap<>();
        if (members.value() instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> {
                JsonTree member = members.at(String.valueOf(name));
                values.put(Texts.plain(String.valueOf(name)), member.text());
                places.put(Texts.plain(String.valueOf(name)), file.atPath(member.pointer()));
            });
        }
        values.merge("constituencynumber", constituency, (own, of) -> own.isEmpty() ? of : own);
        return new CountTables.Line(values, places, file.atPath(members.pointer()));
    }
}
