package uk.declared.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is certain of a majority while seats are open; each figure counted by hand. */
class SeatsKnownTest {
    @Test
    void moreThanHalfOfAllSeatsIsAMajorityWhoeverHoldsTheOpenOnes() {
        assertThat(seats(Map.of("Labour", 4), 0, 0, 3).control()).isEqualTo(new Control.Majority<>("Labour"));
    }

    @Test
    void exactlyHalfIsNoMajority() {
        assertThat(seats(Map.of("Labour", 3, "Green", 3), 0, 0, 0).control()).isEqualTo(new Control.Nobody<>());
    }

    @Test
    void nothingIsCertainWhileOpenSeatsCouldMakeAMajority() {
        assertThat(seats(Map.of("Labour", 3, "Green", 2), 0, 0, 1).control()).isEqualTo(new Control.NotCertain<>());
    }

    @Test
    void nobodyHasAMajorityOnceNoOpenSeatCouldMakeOne() {
        assertThat(seats(Map.of("Labour", 3, "Green", 3, "Reform", 3), 0, 0, 1).control())
                .isEqualTo(new Control.Nobody<>());
    }

    @Test
    void aGroupThatHoldsNoSeatYetMayStillWinAllOpenOnes() {
        assertThat(seats(Map.of("Labour", 2), 0, 0, 5).control()).isEqualTo(new Control.NotCertain<>());
    }

    @Test
    void membersWhoseGroupIsNotKnownMayBelongToAny() {
        assertThat(seats(Map.of("Labour", 3, "Green", 2), 1, 0, 0).control()).isEqualTo(new Control.NotCertain<>());
    }

    @Test
    void aVacantSeatCountsAmongAllSeatsAndIsNobodys() {
        SeatsKnown<String> seats = seats(Map.of("Labour", 3, "Green", 2), 0, 1, 0);

        assertThat(seats.total()).hasValue(6);
        assertThat(seats.needed()).hasValue(4);
        assertThat(seats.control()).isEqualTo(new Control.Nobody<>());
    }

    @Test
    void whereItIsNotKnownHowManySeatsThereAreNothingIsCertain() {
        SeatsKnown<String> seats = new SeatsKnown<>(Map.of("Labour", 60), 0, 0, OptionalInt.empty());

        assertThat(seats.total()).isEmpty();
        assertThat(seats.control()).isEqualTo(new Control.NotCertain<>());
    }

    @Test
    void aWithdrawnContestSaysNothingOfWhoWasElected() {
        assertThat(Outcome.of("withdrawn", "contested", true)).isEqualTo(Outcome.WITHDRAWN);
        assertThat(Outcome.of("nominated", "contested", false)).isEqualTo(Outcome.AWAITED);
        assertThat(Outcome.of("declared", "uncontested", true)).isEqualTo(Outcome.FILLED);
        assertThat(Outcome.of("declared", "countermanded", false)).isEqualTo(Outcome.NOT_HELD);
    }

    private static SeatsKnown<String> seats(Map<String, Integer> held, int ungrouped, int vacant, int open) {
        return new SeatsKnown<>(held, ungrouped, vacant, OptionalInt.of(open));
    }
}
