package uk.declared.linkeddata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import uk.declared.election.ContestResult;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.SecondCount;
import uk.declared.election.Tally;

/** Maps a contest's count by stages, and the second count of the supplementary vote. */
final class CountMapper {
    private final Uris uris;
    private final ContestResult result;
    private final Node contest;
    private final List<Node> candidacies;
    private final List<String> keys;
    private final Triples triples;
    private final Map<Node, Integer> stages = new LinkedHashMap<>();
    private final Map<Node, ContestGraph.TallyOf> tallies = new LinkedHashMap<>();

    /**
     * @param candidacies the nodes of the candidacies, in the source's order
     * @param keys their keys, in the same order
     */
    CountMapper(
            Uris uris, ContestResult result, Node contest, List<Node> candidacies, List<String> keys, Triples triples) {
        this.uris = uris;
        this.result = result;
        this.contest = contest;
        this.candidacies = candidacies;
        this.keys = keys;
        this.triples = triples;
    }

    void describe() {
        result.count().ifPresent(this::describeCount);
        result.secondCount().ifPresent(this::describeSecondCount);
    }

    /** The number of every stage described, by its URI. */
    Map<Node, Integer> stages() {
        return stages;
    }

    /** What every tally described is, by its URI. */
    Map<Node, ContestGraph.TallyOf> tallies() {
        return tallies;
    }

    private void describeCount(Count count) {
        triples.about(contest).leDecimal("quota", count.quota());
        count.stages().forEach(this::describeStage);
    }

    private void describeStage(CountStage of) {
        Node node = uris.stage(result.id(), of.number());
        stages.put(node, of.number());
        triples.about(contest).le("countStage", node);
        Triples.Describing stage = triples.about(node)
                .a(Vocabulary.term("CountStage"))
                .le("stageNumber", Literals.integer(of.number()))
                .leDecimal("nonTransferable", of.nonTransferable());
        of.kind().ifPresent(kind -> stage.le("stageKind", Vocabulary.code("stage-kind", kind.notation())));
        of.transferFrom().ifPresent(from -> stage.le("transferFrom", candidacies.get(from)));
        of.tallies().forEach(tally -> describeTally(of.number(), stage, tally));
    }

    private void describeTally(int number, Triples.Describing stage, Tally of) {
        Node node = uris.tally(result.id(), number, keys.get(of.candidacy()));
        tallies.put(node, new ContestGraph.TallyOf(number, of.candidacy()));
        stage.le("tally", node);
        Triples.Describing tally = triples.about(node)
                .a(Vocabulary.term("Tally"))
                .le("tallyFor", candidacies.get(of.candidacy()))
                .leDecimal("tallyVotes", of.votes())
                .leDecimal("transfer", of.transfer());
        of.outcome().ifPresent(outcome -> tally.le("outcome", Vocabulary.code("outcome", outcome.notation())));
    }

    private void describeSecondCount(SecondCount count) {
        count.rejected().forEach((ground, papers) -> {
            Node rejection = uris.secondPreferenceRejection(result.id(), ground);
            triples.about(contest).le("secondPreferenceRejection", rejection);
            triples.about(rejection)
                    .a(Vocabulary.term("Rejection"))
                    .le("ground", Vocabulary.code("rejection-ground", ground.notation()))
                    .le("ballotPapers", Literals.integer(papers));
        });
        count.candidacies()
                .forEach((index, votes) -> triples.about(candidacies.get(index))
                        .le("secondPreferenceVotes", votes.added())
                        .le("finalVotes", votes.total()));
    }
}
