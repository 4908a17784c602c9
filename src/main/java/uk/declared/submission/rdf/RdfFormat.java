package uk.declared.submission.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.declared.election.ContestResult;
import uk.declared.format.Column;
import uk.declared.linkeddata.RdfDocument;
import uk.declared.linkeddata.RdfTerm;
import uk.declared.linkeddata.ReadableSyntax;
import uk.declared.linkeddata.UnreadableRdfException;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Place;
import uk.declared.submission.Beginning;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmissionFormat;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.UnidentifiedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.ViolationCount;
import uk.declared.submission.column.TableFormat;
import uk.declared.submission.row.ContestAssembler;

/**
 * RDF in the vocabulary's terms, in any syntax that is read: docs/formats/rdf.md.
 *
 * <ol>
 *   <li>the document is parsed as a whole, since what is wrong at its end is wrong with all of it,
 *   <li>its contests are found, and the candidacies of each,
 *   <li>each contest is made into the rows of a table, and read like one: whatever its things are called, they get the
 *       names that this place mints, so that nothing said of other things comes along,
 *   <li>what was not taken is said.
 * </ol>
 */
public final class RdfFormat implements SubmissionFormat {
    static final String NAME = "rdf";

    /** Its properties, by their names. */
    static final TableFormat FIELDS = new TableFormat(NAME, "RDF", fields(), List.of(), List.of(), false);

    @Override
    public Map<String, String> names() {
        return Map.of(NAME, "RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD, RDF/JSON, TriX)");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return ReadableSyntax.of(beginning.text()).isPresent();
    }

    @Override
    public void read(Submission submission, ReadOptions options, ReferenceData reference, ContestSink sink)
            throws IOException, UnreadableSubmissionException {
        RdfDocument document = parse(submission);
        ViolationCount violations = new ViolationCount(sink::finding);
        RdfValues values = new RdfValues(document, submission.name(), violations);
        RdfContests contests = new RdfContests(values);
        if (contests.all().isEmpty()) {
            throw Submission.unreadable("F095", submission.name(), fault("none"));
        }
        RdfRows rows = new RdfRows(values, options, reference.geography());
        RdfIdentifier identifier = new RdfIdentifier(values);
        ContestAssembler assembler = new ContestAssembler(FIELDS, options, reference, violations);
        for (RdfTerm contest : contests.all()) {
            List<RdfTerm> candidacies = contests.candidacies(contest);
            if (candidacies.size() > RdfContests.MOST_CANDIDACIES) {
                sink.finding(Submission.unreadable(
                                "F095", RdfNames.place(submission.name(), contest, 0), fault("candidacies"))
                        .finding());
                sink.unidentified(unidentified(submission, contest));
                continue;
            }
            int before = violations.violations();
            Optional<SubmittedContest> found = rows.of(contest, candidacies).flatMap(assembler::assemble);
            if (found.isEmpty() && violations.violations() > before) {
                sink.unidentified(unidentified(submission, contest));
            }
            found.ifPresent(read -> {
                ContestResult result = identifier.identified(contest, read.result());
                sink.contest(new SubmittedContest(
                        candidacies.isEmpty() ? withoutCandidacies(result) : result, read.details(), read.source()));
            });
        }
        new RdfLeftOver(values).report();
    }

    private static UnidentifiedContest unidentified(Submission submission, RdfTerm contest) {
        return new UnidentifiedContest(RdfNames.place(submission.name(), contest, 0), contest.toString());
    }

    private static RdfDocument parse(Submission submission) throws IOException, UnreadableSubmissionException {
        Optional<ReadableSyntax> syntax =
                ReadableSyntax.of(Beginning.of(submission).text());
        if (syntax.isEmpty()) {
            throw Submission.unreadable("F095", submission.name(), fault("unknown"));
        }
        if (submission.size() > syntax.get().mostBytes()) {
            throw Submission.unreadable("F095", submission.name(), fault("toolarge"));
        }
        try (InputStream in = submission.bytes()) {
            return RdfDocument.read(in, syntax.get());
        } catch (UnreadableRdfException e) {
            Place whole = Place.of(submission.name());
            Place place = e.line() == 0
                    ? whole
                    : new Place(
                            submission.name(),
                            Optional.empty(),
                            OptionalInt.of(e.line()),
                            OptionalInt.empty(),
                            Optional.empty(),
                            Optional.of(syntax.get().title()));
            throw Submission.unreadable("F095", place, fault(name(e.fault())));
        }
    }

    private static String name(UnreadableRdfException.Fault fault) {
        return switch (fault) {
            case LARGE -> "toolarge";
            case MANY -> "toomany";
            case DEEP -> "toodeep";
            case REMOTE, SYNTAX -> fault.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Map<String, String> fault(String fault) {
        return Map.of("rdf", fault, "rdfmend", fault);
    }

    /** The row that stood for a contest without candidates is none. */
    private static ContestResult withoutCandidacies(ContestResult result) {
        return result.changed()
                .candidacies(List.of())
                .count(Optional.empty())
                .secondCount(Optional.empty())
                .build();
    }

    private static Map<String, Column> fields() {
        Map<String, Column> fields = new LinkedHashMap<>();
        for (Column column : Column.all()) {
            fields.putIfAbsent("le:" + column.property(), column);
        }
        fields.keySet().removeAll(List.of("le:notation"));
        fields.values().removeAll(List.of(Column.BALLOT_ID, Column.ELECTION_ID, Column.ELECTION_TYPE));
        return fields;
    }
}
