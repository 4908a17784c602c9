package uk.declared.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetirementTest {
    private static final LocalDate ALL_OUT = LocalDate.of(2023, 5, 4);
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    @Test
    void ofThoseElectedTogetherWhoeverHadFewestVotesRetiresFirst() {
        assertThat(Retirement.choices(List.of(elected(300), elected(100), elected(200)), 1, DAY))
                .containsExactly(List.of(1));
    }

    @Test
    void betweenEqualVotesALotDecides() {
        assertThat(Retirement.choices(List.of(elected(300), elected(100), elected(100)), 1, DAY))
                .containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whereThereWasNoPollALotDecides() {
        Seat unopposed = new Seat(Occupant.VACANT, Optional.of(ALL_OUT), OptionalInt.empty(), OptionalInt.empty());

        assertThat(Retirement.choices(List.of(unopposed, unopposed, unopposed), 1, DAY))
                .containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void whoHasBeenACouncillorLongestRetires() {
        Seat earlier = new Seat(
                Occupant.UNKNOWN, Optional.of(LocalDate.of(2022, 5, 5)), OptionalInt.of(900), OptionalInt.empty());

        assertThat(Retirement.choices(List.of(elected(300), earlier, elected(100)), 1, DAY))
                .containsExactly(List.of(1));
    }

    @Test
    void aSeatWhoseYearItIsComesBeforeAllOthers() {
        Seat due = new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2024));

        assertThat(Retirement.choices(List.of(elected(100), Seat.NOT_KNOWN, due), 1, DAY))
                .containsExactly(List.of(2));
    }

    /** A table that gives every member the council's next polling day does not say whose term ends on it. */
    @Test
    void whereMoreAreSaidToBeUpThanAreFilledAnyOfThemMayBe() {
        Seat held = new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2024));
        Seat vacant = new Seat(Occupant.VACANT, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2024));

        assertThat(Retirement.choices(List.of(held, vacant), 1, DAY)).containsExactly(List.of(0), List.of(1));
        assertThat(Retirement.choices(List.of(held, vacant), 2, DAY)).containsExactly(List.of(0, 1));
    }

    /** One of two has to go in 2024; of one it is known that it was filled in 2020, of the other it may have been earlier or later. */
    @Test
    void whereItIsNotKnownWhenOneOfThoseWhoseYearItIsWasElectedAnyOfThemMayBeUp() {
        Seat known = new Seat(
                Occupant.UNKNOWN, Optional.of(LocalDate.of(2020, 5, 7)), OptionalInt.of(900), OptionalInt.of(2024));
        Seat notKnown = new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2024));

        assertThat(Retirement.choices(List.of(known, notKnown), 1, DAY))
                .containsExactlyInAnyOrder(List.of(0), List.of(1));
        assertThat(Retirement.choices(List.of(known, notKnown), 2, DAY))
                .singleElement()
                .satisfies(both -> assertThat(both).containsExactlyInAnyOrder(0, 1));
    }

    /** Local Government Act 1972, section 7(3): known to be elected earlier, with more votes or fewer. */
    @Test
    void ofTwoWhoseYearItIsWhoeverWasElectedEarlierRetires() {
        Seat later = new Seat(
                Occupant.UNKNOWN, Optional.of(LocalDate.of(2021, 5, 6)), OptionalInt.of(100), OptionalInt.of(2024));
        Seat earlier = new Seat(
                Occupant.UNKNOWN, Optional.of(LocalDate.of(2020, 5, 7)), OptionalInt.of(900), OptionalInt.of(2024));

        assertThat(Retirement.choices(List.of(later, earlier), 1, DAY)).containsExactly(List.of(1));
    }

    @Test
    void aSecondSeatFilledWithOneThatWasUpMayBeEitherOfTheOthers() {
        Seat due = new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2024));
        Seat later = new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2026));
        Seat last = new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2027));

        assertThat(Retirement.choices(List.of(due, later, last), 2, DAY)).containsExactly(List.of(0, 1), List.of(0, 2));
    }

    @Test
    void aByElectionFillsTheSeatWhoseTermEndsWhenItSays() {
        Seat later = new Seat(Occupant.UNKNOWN, Optional.empty(), OptionalInt.empty(), OptionalInt.of(2026));

        assertThat(Retirement.vacated(List.of(elected(3), elected(2), later), 1, Set.of(2026)))
                .containsExactly(List.of(2));
        assertThat(Retirement.vacated(List.of(elected(3), elected(2), later), 1, Set.of()))
                .containsExactly(List.of(0), List.of(1), List.of(2));
    }

    private static Seat elected(int votes) {
        return new Seat(Occupant.UNKNOWN, Optional.of(ALL_OUT), OptionalInt.of(votes), OptionalInt.empty());
    }
}
