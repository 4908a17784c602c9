package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.declared.night.Votes.Cast;

/** Expected shares are fractions of 1,000 votes. */
class VotesTest {
    private static Cast<String> cast(String party, int votes, String... members) {
        return new Cast<>(party, party, Set.of(members), Optional.of(votes));
    }

    @SafeVarargs
    private static Votes<String> of(Cast<String>... candidates) {
        return Votes.of(List.of(candidates), Votes.alone(List.of(candidates)));
    }

    @Test
    void swingIsTheMeanOfTheFirstPartysGainAndTheSecondsLoss() {
        Votes<String> before = of(cast("PP52", 500), cast("PP53", 400), cast("PP63", 100));
        Votes<String> now = of(cast("PP53", 450), cast("PP52", 350), cast("PP63", 200));

        assertThat(now.swing(before).orElseThrow()).isEqualByComparingTo("10");
        assertThat(now.change("PP63", before)).isEqualByComparingTo("10");
    }

    @Test
    void thereIsNoSwingFromAPartyThatDidNotStandBeforeOrFromIndependents() {
        Votes<String> before = of(cast("PP52", 600), cast(Votes.INDEPENDENT, 400));

        assertThat(of(cast("PP53", 600), cast("PP52", 400)).swing(before)).isEmpty();
        assertThat(of(cast(Votes.INDEPENDENT, 600), cast("PP52", 400)).swing(before))
                .isEmpty();
    }

    /** 500, 250 and 250 of 1,000: from which of the two a swing would be is not said. */
    @Test
    void thereIsNoSwingWhereTwoShareTheSecondPlace() {
        Votes<String> before = of(cast("PP52", 400), cast("PP53", 350), cast("PP63", 250));

        assertThat(of(cast("PP52", 500), cast("PP53", 250), cast("PP63", 250)).swing(before))
                .isEmpty();
        // One vote decides: 50.0 from 40.0, and 25.1 from 35.0, are (10 + 9.9) / 2.
        assertThat(of(cast("PP52", 500), cast("PP53", 251), cast("PP63", 249))
                        .swing(before)
                        .orElseThrow())
                .isEqualByComparingTo("9.95");
    }

    /** 450 and 450 of 1,000: between these two there is one, (5 + 5) / 2, whichever is called the first. */
    @Test
    void twoWhoShareTheFirstPlaceHaveASwingBetweenThem() {
        Votes<String> before = of(cast("PP52", 400), cast("PP53", 500), cast("PP63", 100));
        Votes<String> now = of(cast("PP52", 450), cast("PP53", 450), cast("PP63", 100));

        assertThat(now.swing(before).orElseThrow()).isEqualByComparingTo("5");
    }

    @Test
    void theKeysOfPartiesWithANameAloneAreTold() {
        assertThat(Votes.namesAlone(of(cast("name-green-party", 1), cast("PP63", 2), cast(Votes.INDEPENDENT, 3))))
                .containsExactly("name-green-party");
    }

    @Test
    void aJointCandidatureCountsWithTheOneOfItsPartiesThatStandsByItself() {
        Votes<String> votes = Votes.of(
                List.of(cast("joint-party-53-119", 300, "PP53", "PP119"), cast("PP53", 200), cast("PP63", 500)),
                Set.of("PP53", "PP63"));

        assertThat(votes.by()).containsOnlyKeys("PP53", "PP63").containsEntry("PP53", 500L);
    }

    @Test
    void aJointCandidatureStandsForItselfWhereNoneOrSeveralOfItsPartiesDo() {
        Cast<String> joint = cast("joint-party-1-2", 300, "PP1", "PP2");

        assertThat(Votes.of(List.of(joint), Set.of()).by()).containsOnlyKeys("joint-party-1-2");
        assertThat(Votes.of(List.of(joint), Set.of("PP1", "PP2")).by()).containsOnlyKeys("joint-party-1-2");
    }
}
