package uk.declared.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import uk.declared.election.ContestResult;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.store.EmbeddedStore;
import uk.declared.store.Position;
import uk.declared.store.StoreChange;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.SubmissionReader;

/** Puts results into a store, writes them as a table, and reads that again. */
final class RoundTrip {
    static final Uris URIS = new Uris("http://localhost:8080");
    private static final ContestMapper MAPPER = new ContestMapper(URIS);

    private RoundTrip() {}

    /** What reading a file gave. */
    record Read(List<ContestResult> contests, List<Finding> findings) {}

    /** A table of the contests, which are all put into a store first. */
    static String export(List<ContestResult> results, Node thing, CsvLayout layout) {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            List<StoreChange> changes = new ArrayList<>();
            for (ContestResult result : results) {
                ContestGraph graph = MAPPER.map(result);
                changes.add(
                        new StoreChange.Replace(URIS.contestGraph(graph.id()).getURI(), graph.result()));
                graph.shared()
                        .forEach((name, triples) -> changes.add(
                                new StoreChange.Describe(URIS.data(name).getURI(), triples)));
            }
            store.apply(changes.iterator(), new Position(1, ""));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ContestTables(store).write(ContestTables.Scope.ELECTION, thing, layout, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(String csv) {
        try {
            Path file = Files.createTempFile("export", ".csv");
            try {
                Files.writeString(file, csv);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(Path file) {
        List<ContestResult> contests = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        ContestSink sink = new ContestSink() {
            @Override
            public void contest(SubmittedContest contest) {
                contests.add(contest.result());
            }

            @Override
            public void finding(Finding finding) {
                findings.add(finding);
            }
        };
        try {
            SubmissionReader.read(Submission.open(file), ReadOptions.NONE, ReferenceData.NONE, sink);
        } catch (UnreadableSubmissionException e) {
            findings.add(e.finding());
        }
        return new Read(contests, findings);
    }

    /** The canonical graphs of results, by the identifiers of their contests. */
    static Map<String, String> graphs(List<ContestResult> results) {
        Map<String, String> graphs = new TreeMap<>();
        for (ContestResult result : results) {
            ContestGraph graph = MAPPER.map(result);
            graphs.put(graph.id().value(), CanonicalTriples.write(graph.result()));
        }
        return graphs;
    }
}
