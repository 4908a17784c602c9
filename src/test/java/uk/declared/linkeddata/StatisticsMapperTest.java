package uk.declared.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.linkeddata.ContestFixtures.candidate;
import static uk.declared.linkeddata.ContestFixtures.contest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import uk.declared.election.ContestResult;
import uk.declared.election.VotingSystem;

class StatisticsMapperTest {
    private final Uris uris = new Uris("https://elections.example");

    @Test
    void votesAndSeatsAreCountedByAffiliation() {
        Map<String, String> observed = observed(contest(
                OptionalInt.of(2),
                candidate("Ann", "PP63", 500, true),
                candidate("Bob", "PP63", 100, false),
                candidate("Cat", "", 300, true),
                candidate("Dee", "", 100, false)));

        assertThat(observed)
                .containsEntry("votes/PP63 observedVotes", "600")
                .containsEntry("votes/PP63 observedVoteShare", "60.0")
                .containsEntry("votes/independent observedVotes", "400")
                .containsEntry("votes/independent observedVoteShare", "40.0")
                .containsEntry("seats/PP63 observedCandidates", "2")
                .containsEntry("seats/PP63 observedSeats", "1")
                .containsEntry("seats/independent observedSeats", "1")
                .containsEntry("account observedElectorate", "2000")
                .containsEntry("account observedTurnout", "40.0");
    }

    @Test
    void anUncontestedContestHasSeatsAndNoVotes() {
        Map<String, String> observed =
                observed(contest(OptionalInt.of(1), candidate("Ann", "PP63", OptionalInt.empty(), true, false)));

        assertThat(observed)
                .containsEntry("seats/PP63 observedSeats", "1")
                .doesNotContainKey("votes/PP63 observedVotes");
    }

    @Test
    void theMarginIsBetweenTheLastOfThoseElectedAndTheFirstOfThoseWhoWereNot() {
        assertThat(margins(contest(
                        OptionalInt.of(2),
                        candidate("Ann", "PP63", 500, true),
                        candidate("Bob", "PP90", 290, true),
                        candidate("Cat", "", 289, false),
                        candidate("Dee", "", 100, false))))
                .containsExactly("1");
    }

    @Test
    void thereIsNoMarginWhereNobodyLostOrSomebodysVotesAreNotKnown() {
        assertThat(margins(contest(OptionalInt.of(1), candidate("Ann", "PP63", 500, true))))
                .isEmpty();
        assertThat(margins(contest(
                        OptionalInt.of(1),
                        candidate("Ann", "PP63", 500, true),
                        candidate("Bob", "PP90", 300, false),
                        candidate("Cat", "", OptionalInt.empty(), false, false))))
                .isEmpty();
    }

    /** 500 against 300; where preferences may have been transferred the second may have been closer, or ahead. */
    @Test
    void thereIsNoMarginWherePreferencesWereOrMayHaveBeenTransferred() {
        ContestResult known =
                contest(OptionalInt.of(1), candidate("Ann", "PP63", 500, true), candidate("Bob", "PP90", 300, false));

        assertThat(margins(known)).containsExactly("200");
        for (VotingSystem transferring :
                List.of(VotingSystem.SINGLE_TRANSFERABLE_VOTE, VotingSystem.SUPPLEMENTARY_VOTE)) {
            assertThat(margins(known.changed()
                            .votingSystem(Optional.of(transferring))
                            .build()))
                    .as(transferring.toString())
                    .isEmpty();
        }
        assertThat(margins(known.changed().votingSystem(Optional.empty()).build()))
                .isEmpty();
    }

    /** Each observation of a data set has every measure that the data set's structure promises. */
    @Test
    void theAccountIsOneObservationInTheDataSetThatPromisesWhatItHas() {
        List<Triple> triples = observations(contest(OptionalInt.of(1), candidate("Ann", "PP63", 5, true)));

        assertThat(triples)
                .filteredOn(triple -> triple.getSubject().getURI().endsWith("/observation/account"))
                .filteredOn(triple -> triple.predicateMatches(Vocabulary.cube("dataSet")))
                .extracting(triple -> triple.getObject().getURI())
                .containsExactly("https://elections.example/data/statistics/electorate-turnout");
    }

    /** An observation, its data set, contest, area, day and affiliation, and two measures. */
    @Test
    void twoMeasuresOfAnAffiliationShareTheirDimensions() {
        List<Triple> triples = observations(contest(OptionalInt.of(1), candidate("Ann", "PP63", 5, true)));

        assertThat(triples)
                .filteredOn(triple -> triple.getSubject().getURI().endsWith("/observation/votes/PP63"))
                .hasSize(8);
        assertThat(triples)
                .filteredOn(triple -> triple.getSubject().getURI().endsWith("/observation/seats/PP63"))
                .hasSize(8);
    }

    @Test
    void rejectedPapersAreNotAddedUpWhereAGroundIsMissing() {
        assertThat(observed(contest(OptionalInt.of(1), candidate("Ann", "PP63", 5, true))))
                .doesNotContainKey("account observedRejectedBallotPapers");
    }

    /** The observations by the end of their URIs and the measure, each with its value. */
    private Map<String, String> observed(ContestResult result) {
        Map<String, String> values = new TreeMap<>();
        for (Triple triple : observations(result)) {
            String property = triple.getPredicate().getURI();
            String subject = triple.getSubject().getURI();
            if (property.startsWith(Vocabulary.NAMESPACE + "observed")) {
                values.put(
                        subject.substring(subject.indexOf("/observation/") + "/observation/".length()) + " "
                                + property.substring(Vocabulary.NAMESPACE.length()),
                        triple.getObject().getLiteralLexicalForm());
            }
        }
        return values;
    }

    private List<String> margins(ContestResult result) {
        return observations(result).stream()
                .filter(triple -> triple.predicateMatches(Vocabulary.term("margin")))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
    }

    private List<Triple> observations(ContestResult result) {
        return new StatisticsMapper(uris)
                .map(new ContestMapper(uris).map(result).result());
    }
}
