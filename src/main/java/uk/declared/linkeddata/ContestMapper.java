package uk.declared.linkeddata;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.BallotAccount;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ElectedBody;
import uk.declared.election.ElectionId;
import uk.declared.election.PartialResult;
import uk.declared.election.RejectionGround;
import uk.declared.election.Standing;

/**
 * Maps a contest's result to RDF:
 *
 * <ol>
 *   <li>the contest, what identifies it, and its account of ballot papers,
 *   <li>its rejections, one for each ground that the source gives a figure for,
 *   <li>its candidacies, with rank and share where every candidate has votes,
 *   <li>the stages of its count, its second count, and what was counted in each counting area, where the source gives them,
 *   <li>apart from these, descriptions of what contests share.
 * </ol>
 *
 * Every node has a URI; there are no blank nodes, so that sorted N-Triples are canonical.
 */
public final class ContestMapper {
    private final Uris uris;
    private final SharedDescriptions shared;

    public ContestMapper(Uris uris) {
        this.uris = uris;
        this.shared = new SharedDescriptions(uris);
    }

    /** The RDF of a result. */
    public ContestGraph map(ContestResult result) {
        return map(result, Map.of());
    }

    /**
     * The RDF of a result of which an earlier version is known.
     *
     * @param kept the keys that candidacies had in it, by their place: a name spelt anew keeps its URI
     */
    public ContestGraph map(ContestResult result, Map<Integer, String> kept) {
        List<String> keys = CandidacyKeys.of(result.candidacies(), kept);
        Triples triples = new Triples();
        Node contest = uris.contest(result.id());
        describeContest(result, triples.about(contest));
        describeVacancy(result, contest, triples);
        Map<Node, RejectionGround> rejections = describeRejections(result.account(), contest, triples);
        Map<Node, Integer> candidacies = describeCandidacies(result, contest, keys, triples);
        CountMapper count = new CountMapper(uris, result, contest, List.copyOf(candidacies.keySet()), keys, triples);
        count.describe();
        Map<Node, Integer> parts = describeParts(result, contest, List.copyOf(candidacies.keySet()), keys, triples);
        return new ContestGraph(
                result.id(),
                contest,
                triples.list(),
                shared.of(result),
                candidacies,
                rejections,
                count.stages(),
                count.tallies(),
                parts);
    }

    private void describeContest(ContestResult result, Triples.Describing contest) {
        ElectionId election = ElectionId.of(result.body(), result.office(), result.pollingDate());
        contest.a(Vocabulary.term("Contest"))
                .label(Literals.english(Labels.contest(result)))
                .add(SKOS.notation.asNode(), Literals.text(result.id().value()))
                .le("election", uris.election(election))
                .le("office", Vocabulary.code("office", result.office().notation()))
                .le("electoralArea", shared.area(result))
                .le("pollingDate", result.pollingDate())
                .le("contestType", Vocabulary.code("contest-type", result.type().notation()))
                .le(
                        "status",
                        Vocabulary.code("declaration-status", result.status().notation()))
                .le("seats", result.seats())
                .le("seatsFilled", Figures.seatsFilled(result.candidacies()));
        result.votingSystem()
                .ifPresent(system -> contest.le("votingSystem", Vocabulary.code("voting-system", system.notation())));
        result.area().code().ifPresent(code -> contest.le("statisticalGeography", Uris.statisticalGeography(code)));
        if (result.body().kind() == ElectedBody.Kind.COUNCIL) {
            result.body().area().ifPresent(code -> contest.le("councilArea", uris.area(code)));
        }
        result.contestStatus()
                .ifPresent(status -> contest.le("contestStatus", Vocabulary.code("contest-status", status.notation())));
        result.circumstances()
                .reason()
                .ifPresent(reason ->
                        contest.le("contestStatusReason", Vocabulary.code("contest-status-reason", reason.notation())));
        result.circumstances()
                .expected()
                .ifPresent(expected -> contest.le("expectedDeclarationTime", Literals.dateTime(expected)));
        describeAccount(result.account(), contest);
    }

    private void describeVacancy(ContestResult result, Node contest, Triples triples) {
        result.circumstances().vacancyReason().ifPresent(reason -> {
            Node vacancy = uris.vacancy(result.id(), 1);
            triples.about(contest).le("vacancy", vacancy);
            triples.about(vacancy)
                    .a(Vocabulary.term("Vacancy"))
                    .le("vacancyReason", Vocabulary.code("vacancy-reason", reason.notation()));
        });
    }

    private void describeAccount(BallotAccount account, Triples.Describing contest) {
        contest.le("electorate", account.electorate())
                .le("ballotPapersCast", account.ballotPapersCast())
                .le("validBallotPapers", account.validBallotPapers())
                .le("rejectedBallotPapers", account.rejectedBallotPapers())
                .le("rejectedInPart", account.rejectedInPart())
                .le("postalBallotPapers", account.postalBallotPapers())
                .leDecimal("turnoutPercentage", account.turnoutPercentage())
                .leDecimal("turnout", Figures.turnout(account))
                .leDecimal("validTurnout", Figures.validTurnout(account));
        account.further().forEach((figure, number) -> contest.le(figure, Literals.integer(number)));
    }

    /** @param whose the contest, or what was counted in one of its counting areas */
    private static Map<Node, RejectionGround> describeRejections(BallotAccount account, Node whose, Triples triples) {
        Map<Node, RejectionGround> rejections = new HashMap<>();
        account.rejected().forEach((ground, papers) -> {
            Node rejection = Uris.partOf(whose, "rejection/" + ground.notation());
            rejections.put(rejection, ground);
            triples.about(whose).le("rejection", rejection);
            triples.about(rejection)
                    .a(Vocabulary.term("Rejection"))
                    .le("ground", Vocabulary.code("rejection-ground", ground.notation()))
                    .le("ballotPapers", Literals.integer(papers));
        });
        return rejections;
    }

    private Map<Node, Integer> describeParts(
            ContestResult result, Node contest, List<Node> candidacies, List<String> keys, Triples triples) {
        Map<Node, Integer> nodes = new LinkedHashMap<>();
        for (int i = 0; i < result.parts().size(); i++) {
            PartialResult of = result.parts().get(i);
            int place = i;
            Node node = uris.part(result.id(), of.key());
            nodes.put(node, i);
            triples.about(contest).le("partialResult", node);
            Triples.Describing part = triples.about(node)
                    .a(Vocabulary.term("PartialResult"))
                    .label(Literals.text(of.area().name()))
                    .le("countingArea", shared.area(result, of.area()));
            describeAccount(of.account(), part);
            describeRejections(of.account(), node, triples).keySet().forEach(rejection -> nodes.put(rejection, place));
            of.votes().forEach((index, votes) -> {
                Node tally = Uris.partOf(node, "tally/" + keys.get(index));
                nodes.put(tally, place);
                part.le("tally", tally);
                triples.about(tally)
                        .a(Vocabulary.term("Tally"))
                        .le("tallyFor", candidacies.get(index))
                        .le("tallyVotes", Literals.decimal(BigDecimal.valueOf(votes)));
            });
        }
        return nodes;
    }

    private Map<Node, Integer> describeCandidacies(
            ContestResult result, Node contest, List<String> keys, Triples triples) {
        Map<Node, Integer> nodes = new LinkedHashMap<>();
        List<Candidacy> all = result.candidacies();
        Optional<Long> total = Figures.totalVotes(all);
        for (int i = 0; i < all.size(); i++) {
            Node node = uris.candidacy(result.id(), keys.get(i));
            nodes.put(node, i);
            triples.about(contest).le("candidacy", node);
            Triples.Describing candidacy = triples.about(node).le("candidacyOf", contest);
            describeCandidate(all.get(i), candidacy);
            candidacy.le("rank", Figures.rank(all.get(i), all));
            Optional<Integer> votes = all.get(i).votes().stream().boxed().findFirst();
            candidacy.leDecimal(
                    "voteShare", votes.flatMap(mine -> total.flatMap(whole -> Figures.percentage(mine, whole))));
        }
        return nodes;
    }

    private void describeCandidate(Candidacy of, Triples.Describing candidacy) {
        candidacy
                .a(Vocabulary.term("Candidacy"))
                .label(Literals.text(of.nameOnBallotPaper()))
                .le("nameOnBallotPaper", Literals.text(of.nameOnBallotPaper()))
                .leText("givenName", of.givenName())
                .leText("familyName", of.familyName())
                .leText("commonlyUsedGivenName", of.commonlyUsedGivenName())
                .leText("commonlyUsedFamilyName", of.commonlyUsedFamilyName())
                .leText("description", of.description())
                .le("votes", of.votes())
                .le("standing", Vocabulary.code("standing", of.standing().notation()));
        of.elected().ifPresent(elected -> candidacy.le("elected", Literals.bool(elected)));
        if (of.decidedByLot()) {
            candidacy.le("decidedByLot", Literals.bool(true));
        }
        of.gender().ifPresent(gender -> candidacy.le("gender", Vocabulary.code("gender", gender.notation())));
        of.incumbent().ifPresent(incumbent -> candidacy.le("incumbent", Literals.bool(incumbent)));
        of.person().ifPresent(person -> candidacy.le("candidate", uris.person(person)));
        shared.party(of.standing()).ifPresent(party -> candidacy.le("party", party));
        if (of.standing() instanceof Standing.ForParty stands) {
            candidacy.leText("partyNameAsGiven", stands.party().name());
        }
    }
}
