package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which keys may stand for one party: PP53 is Labour, PP119 the Co-operative Party, PP63 the Greens. */
class PartiesTest {
    private static final String TOGETHER = "joint-party-53-119";

    private static Parties standing(String... keys) {
        Parties parties = new Parties();
        parties.note(Arrays.stream(keys)
                .map(key -> new Stand("Somebody", key, "", OptionalInt.empty(), false, false))
                .toList());
        return parties;
    }

    @Test
    void aPartyAndItselfWithAnotherMayBeOneWhereNobodyStandsForItAlone() {
        Parties parties = standing(TOGETHER, "PP63");

        assertThat(parties.mayBeOne("PP53", TOGETHER)).isTrue();
        assertThat(parties.mayBeOne(TOGETHER, "PP119")).isTrue();
        assertThat(parties.mayBeOne(TOGETHER, "PP63")).isFalse();
        assertThat(parties.mayBeOne(TOGETHER, "PP5")).isFalse();
        assertThat(parties.mayBeOne(TOGETHER, TOGETHER)).isFalse();
    }

    /** Who stands for Labour and for Labour with another on one day is told apart, or counted together. */
    @Test
    void wherePeopleStandForOneOfThemAloneItIsKnownWhoIsMeant() {
        Parties parties = standing(TOGETHER, "PP53");

        assertThat(parties.counted(TOGETHER)).isEqualTo("PP53");
        assertThat(parties.mayBeOne("PP53", TOGETHER)).isFalse();
        assertThat(parties.mayBeOne(TOGETHER, "PP119")).isTrue();
    }

    /** Two seats of the one, three of the other: each may have all five. */
    @Test
    void seatsOfAPartyWithAnotherMayBeThePartysToo() {
        assertThat(standing(TOGETHER).perhaps(Map.of(TOGETHER, 2, "PP53", 3, "PP63", 4)))
                .isEqualTo(Map.of(TOGETHER, 3, "PP53", 2));
    }

    @Test
    void aPartyWithANameAloneMayBeAnyThatNobodyStandsForByItsIdentifier() {
        Parties parties = standing("name-green-party", "PP53");

        assertThat(parties.mayBeOne("name-green-party", "PP63")).isTrue();
        assertThat(parties.mayBeOne("name-green-party", "PP53")).isFalse();
        assertThat(parties.mayBeOne("name-green-party", Parties.INDEPENDENT)).isFalse();
    }
}
