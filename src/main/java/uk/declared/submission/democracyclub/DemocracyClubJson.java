package uk.declared.submission.democracyclub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.column.TableFormats;
import uk.declared.submission.row.ContestAssembler;
import uk.declared.submission.row.PathLayout;
import uk.declared.submission.row.TableRow;
import uk.declared.submission.table.CollectedResults;
import uk.declared.submission.text.JsonTree;

/**
 * What Democracy Club's API answers about results (docs/formats/democracy-club.md): a list of sets of results or of ballots, or a page
 * of one, in the form of any of its versions; as JSON, or as the script that sites keep it in, {@code var RESULTS = […];}. It is
 * read one ballot at a time.
 */
public final class DemocracyClubJson implements SubmissionFormat {
    private static final TableFormat FIELDS = TableFormats.DEMOCRACY_CLUB;

    /** Comments, and the variable that a script gives the value to. */
    private static final Pattern BEFORE = Pattern.compile(
            "\\A\\s*(?:(?://[^\\n]*|/\\*.{0,2000}?\\*/)\\s*){0,50}(?:(?:var|let|const)\\s+)?(?:[A-Za-z_$][\\w.$]{0,60}\\s*=\\s*)?(?=[\\[{])",
            Pattern.DOTALL);

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(40).build())
            .build();

    /** Where a ballot says what, in each version of the API; the first that has something counts. */
    private static final Map<Column, String[]> OF_BALLOT = ofBallot();

    private static final Map<Column, String[]> OF_CANDIDATE = ofCandidate();

    @Override
    public Map<String, String> names() {
        return Map.of(FIELDS.name(), FIELDS.title());
    }

    @Override
    public boolean recognises(Beginning beginning) {
        String text = beginning.text();
        return BEFORE.matcher(text).lookingAt()
                && text.contains("\"ballot_paper_id\"")
                && (text.contains("\"candidate_results\"") || text.contains("\"candidacies\""));
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        Matcher before = BEFORE.matcher(Beginning.of(submission).text());
        ContestSink collected = CollectedResults.of(FIELDS, sink);
        ContestAssembler assembler = new ContestAssembler(FIELDS, options, reference, sink::finding);
        int ballots = 0;
        try (Reader text = new BufferedReader(TextEncoding.of(submission).open(submission))) {
            skip(text, before.lookingAt() ? before.end() : 0);
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
                String list = list(parser);
                for (JsonToken token = parser.nextToken();
                        token != null && token != JsonToken.END_ARRAY;
                        token = parser.nextToken()) {
                    JsonTree ballot =
                            JsonTree.read(parser, list + "/" + ballots).orElseThrow(() -> fault(submission, "large"));
                    List<TableRow> rows = rows(ballot, Place.of(submission.name()));
                    if (!rows.isEmpty()) {
                        assembler.assemble(rows, collected);
                    }
                    ballots++;
                }
            }
        } catch (JacksonException e) {
            throw fault(submission, "broken");
        }
        if (ballots == 0) {
            throw fault(submission, "none");
        }
    }

    private static void skip(Reader text, int characters) throws IOException {
        for (long left = characters; left > 0; ) {
            left -= text.skip(left);
        }
    }

    private static UnreadableSubmissionException fault(Submission submission, String fault) {
        return Submission.unreadable("F087", submission.name(), Map.of("fault", fault));
    }

    /** Goes to the list of ballots: the document, or its member {@code results}; a single ballot is a list of one. */
    private static String list(JsonParser parser) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            return "";
        }
        while (parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY && (name.equals("results") || name.equals("ballots"))) {
                    return "/" + name;
                }
                parser.skipChildren();
            }
        }
        return "";
    }

    private static List<TableRow> rows(JsonTree ballot, Place file) {
        List<JsonTree> candidates =
                ballot.firstOf("candidate_results", "candidacies").members();
        Map<Column, String> contest = new TreeMap<>();
        Map<Column, Place> places = new TreeMap<>();
        OF_BALLOT.forEach((column, paths) -> {
            JsonTree found = ballot.firstOf(paths);
            if (found.isEmpty() && !candidates.isEmpty()) {
                found = candidates.get(0).firstOf(paths);
            }
            note(column, found, file, contest, places);
        });
        List<Map<Column, Place>> placesOfCandidates = new ArrayList<>();
        List<Map<Column, String>> values = new ArrayList<>();
        List<Place> rows = new ArrayList<>();
        for (JsonTree candidate : candidates) {
            Map<Column, String> of = new TreeMap<>(contest);
            Map<Column, Place> at = new TreeMap<>();
            OF_CANDIDATE.forEach((column, paths) -> note(column, candidate.firstOf(paths), file, of, at));
            values.add(of);
            placesOfCandidates.add(at);
            rows.add(file.atPath(candidate.pointer()));
        }
        PathLayout layout = new PathLayout(places, placesOfCandidates, rows);
        List<TableRow> made = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            made.add(new TableRow(layout, i + 1, values.get(i)));
        }
        return made;
    }

    private static void note(
            Column column, JsonTree found, Place file, Map<Column, String> values, Map<Column, Place> places) {
        values.put(column, found.text());
        places.put(column, file.atPath(found.pointer()));
    }

    private static Map<Column, String[]> ofBallot() {
        Map<Column, String[]> paths = new LinkedHashMap<>();
        paths.put(Column.BALLOT_ID, new String[] {"ballot_paper_id", "ballot/ballot_paper_id"});
        paths.put(Column.AREA_NAME, new String[] {"post/label", "ballot/post/label", "membership/post/label"});
        paths.put(
                Column.AREA_IDENTIFIER, new String[] {"post/id", "post/slug", "ballot/post/id", "membership/post/id"});
        paths.put(Column.SEATS, new String[] {"winner_count", "ballot/winner_count"});
        paths.put(Column.CANCELLED_POLL, new String[] {"cancelled", "ballot/cancelled"});
        paths.put(Column.TURNOUT, new String[] {"num_turnout_reported", "results/num_turnout_reported"});
        paths.put(Column.TURNOUT_PERCENTAGE, new String[] {"turnout_percentage", "results/turnout_percentage"});
        paths.put(Column.REJECTED_BALLOT_PAPERS, new String[] {"num_spoilt_ballots", "results/num_spoilt_ballots"});
        paths.put(Column.ELECTORATE, new String[] {"total_electorate", "results/total_electorate"});
        paths.put(Column.SOURCE_NOTE, new String[] {"source", "results/source"});
        return paths;
    }

    private static Map<Column, String[]> ofCandidate() {
        Map<Column, String[]> paths = new LinkedHashMap<>();
        paths.put(Column.PERSON_ID, new String[] {"person/id", "membership/person/id"});
        paths.put(Column.NAME_ON_BALLOT_PAPER, new String[] {"person/name", "membership/person/name"});
        paths.put(
                Column.PARTY_ID,
                new String[] {"party/ec_id", "party/legacy_slug", "membership/on_behalf_of/id", "on_behalf_of/id"});
        paths.put(
                Column.PARTY_NAME,
                new String[] {"party_name", "party/name", "membership/on_behalf_of/name", "on_behalf_of/name"});
        paths.put(Column.DESCRIPTION, new String[] {"party_description_text"});
        paths.put(Column.VOTES, new String[] {"num_ballots", "result/num_ballots"});
        paths.put(Column.ELECTED, new String[] {"is_winner", "elected", "result/elected", "membership/elected"});
        paths.put(Column.DECIDED_BY_LOT, new String[] {"tied_vote_winner", "result/tied_vote_winner"});
        return paths;
    }
}
