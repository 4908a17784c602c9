package uk.declared.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.RdfStreamWriter;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceData;
import uk.declared.report.Finding;
import uk.declared.report.Report;
import uk.declared.submission.ContestSink;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.submission.SubmittedContest;
import uk.declared.submission.UnreadableSubmissionException;
import uk.declared.submission.read.SubmissionReader;

/** Converts a submission to RDF without publishing it, one contest at a time. */
public final class SubmissionConverter {
    /** How many descriptions of shared things are remembered, so as not to write them again for every contest. */
    private static final int REMEMBERED = 20_000;

    private final Uris uris;
    private final ReferenceData reference;
    private final ContestMapper mapper;

    /** @param reference what names are looked up in */
    public SubmissionConverter(Uris uris, ReferenceData reference) {
        this.uris = uris;
        this.reference = reference;
        this.mapper = new ContestMapper(uris);
    }

    /**
     * Converts a submission. Contests that could not be read are left out, and the report says why.
     *
     * @param writer takes the RDF; is not closed
     */
    public Report convert(Submission submission, ReadOptions options, RdfStreamWriter writer)
            throws UnreadableSubmissionException {
        Report.Builder report = Report.builder(submission.name());
        Map<Triple, Boolean> written = recentlyWritten();
        SubmissionReader.read(submission, options, reference, new ContestSink() {
            @Override
            public void contest(SubmittedContest contest) {
                SummaryCount.count(contest.result(), report);
                ContestGraph graph = mapper.map(contest.result());
                writer.write(uris.contestGraph(graph.id()), graph.result());
                graph.shared().forEach((name, triples) -> {
                    List<Triple> fresh = triples.stream()
                            .filter(triple -> written.put(triple, true) == null)
                            .toList();
                    writer.write(uris.data(name), fresh);
                });
            }

            @Override
            public void finding(Finding finding) {
                report.finding(finding);
            }
        });
        return report.build();
    }

    private static Map<Triple, Boolean> recentlyWritten() {
        return new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Triple, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
