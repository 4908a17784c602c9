package uk.declared.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import uk.declared.election.BallotAccount;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.SupplementedGraph;
import uk.declared.linkeddata.Uris;
import uk.declared.projection.PublishedResults;
import uk.declared.report.Finding;
import uk.declared.report.Place;
import uk.declared.report.Severity;
import uk.declared.submission.Part;
import uk.declared.submission.SourceMap;
import uk.declared.submission.SubmittedContest;

/**
 * Figures that came after the result: postal statements, an electorate, grounds of rejection. They join what was declared
 * where that is silent. Where it says otherwise they are refused, since one of the two is wrong.
 */
final class Supplement {
    private final Uris uris;
    private final ContestMapper mapper;
    private final PublishedResults results;

    Supplement(Uris uris, ContestMapper mapper, PublishedResults results) {
        this.uris = uris;
        this.mapper = mapper;
        this.results = results;
    }

    /** The contest with all that is known, and what is wrong with the figures. */
    record Joined(SubmittedContest contest, ContestGraph graph, List<Finding> findings) {}

    /** Joins later figures to the contest that they belong to; absent where that is not published. */
    Optional<Joined> join(SubmittedContest later) {
        List<Triple> earlier = results.of(later.result().id());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Node node = uris.contest(later.result().id());
        BallotAccount said = SupplementedGraph.account(earlier, node);
        BallotAccount added = later.result().account();
        SubmittedContest contest = later.withResult(later.result().withAccount(said.supplementedBy(added)));
        ContestGraph graph = SupplementedGraph.of(earlier, mapper.map(contest.result()));
        return Optional.of(new Joined(contest, graph, contradictions(said, added, later)));
    }

    /** That the contest is not published, or withdrawn. */
    static Finding unpublished(SubmittedContest later, Place place) {
        String id = later.result().id().value();
        return new Finding("F119", Severity.VIOLATION, place, Optional.of(id), Optional.empty(), Map.of("contest", id));
    }

    private static List<Finding> contradictions(BallotAccount said, BallotAccount added, SubmittedContest later) {
        List<Finding> findings = new ArrayList<>();
        compare(said.electorate(), added.electorate(), "electorate", later, findings);
        compare(said.ballotPapersCast(), added.ballotPapersCast(), "ballotPapersCast", later, findings);
        compare(said.validBallotPapers(), added.validBallotPapers(), "validBallotPapers", later, findings);
        compare(said.rejectedBallotPapers(), added.rejectedBallotPapers(), "rejectedBallotPapers", later, findings);
        compare(said.rejectedInPart(), added.rejectedInPart(), "rejectedInPart", later, findings);
        compare(said.postalBallotPapers(), added.postalBallotPapers(), "postalBallotPapers", later, findings);
        said.turnoutPercentage()
                .filter(before -> added.turnoutPercentage()
                        .filter(after -> after.compareTo(before) != 0)
                        .isPresent())
                .ifPresent(before ->
                        findings.add(contradiction(before.toPlainString(), Part.CONTEST, "turnoutPercentage", later)));
        said.rejected().forEach((ground, papers) -> {
            Integer other = added.rejected().get(ground);
            if (other != null && !other.equals(papers)) {
                findings.add(contradiction(papers.toString(), new Part.OfRejection(ground), "ballotPapers", later));
            }
        });
        said.further().forEach((figure, number) -> {
            Integer other = added.further().get(figure);
            if (other != null && !other.equals(number)) {
                findings.add(contradiction(number.toString(), Part.CONTEST, figure, later));
            }
        });
        return findings;
    }

    private static void compare(
            OptionalInt said, OptionalInt added, String property, SubmittedContest later, List<Finding> findings) {
        if (said.isPresent() && added.isPresent() && said.getAsInt() != added.getAsInt()) {
            findings.add(contradiction(Integer.toString(said.getAsInt()), Part.CONTEST, property, later));
        }
    }

    private static Finding contradiction(String said, Part part, String property, SubmittedContest later) {
        SourceMap source = later.source();
        Optional<SourceMap.Cell> cell = source.cell(part, property);
        return new Finding(
                "F120",
                Severity.VIOLATION,
                cell.map(SourceMap.Cell::place)
                        .or(() -> source.place(Part.CONTEST))
                        .orElseThrow(),
                Optional.of(later.result().id().value()),
                cell.map(SourceMap.Cell::text),
                Map.of("said", said));
    }
}
