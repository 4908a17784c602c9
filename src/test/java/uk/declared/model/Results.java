package uk.declared.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.StatisticsMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.SubmissionReader;

/** What the program makes of files of results: it reads them and maps them as it does when they are published. */
final class Results {
    /** The results that the program brings along. */
    static final List<Path> EXAMPLES = ModelFiles.in(Path.of("src/main/resources/declared/examples"), ".csv");

    private static final Uris URIS = new Uris("http://localhost:8080");

    private Results() {}

    /** The RDF of the contests of a file, in the file's order. */
    static List<ContestGraph> of(Path file) {
        List<ContestGraph> graphs = new ArrayList<>();
        ContestMapper mapper = new ContestMapper(URIS);
        try {
            read(file, contest -> graphs.add(mapper.map(contest.result())));
        } catch (UnreadableSubmissionException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
        return graphs;
    }

    private static void read(Path file, Consumer<SubmittedContest> each) throws UnreadableSubmissionException {
        SubmissionReader.read(Submission.open(file), ReadOptions.NONE, ReferenceData.NONE, new ContestSink() {
            @Override
            public void contest(SubmittedContest contest) {
                each.accept(contest);
            }

            @Override
            public void finding(Finding finding) {
                // What the reader has to say of a file is for other tests.
            }
        });
    }

    /** A contest's triples and those that it shares with others. */
    static Stream<Triple> triples(ContestGraph contest) {
        return Stream.concat(
                contest.result().stream(), contest.shared().values().stream().flatMap(List::stream));
    }

    /** The observations of a contest. */
    static List<Triple> observations(ContestGraph contest) {
        return observations(contest.result());
    }

    /** The observations of a contest whose graph holds these triples. */
    static List<Triple> observations(Collection<Triple> result) {
        return new StatisticsMapper(URIS).map(result);
    }
}
