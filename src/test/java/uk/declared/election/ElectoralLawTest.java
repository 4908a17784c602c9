package uk.declared.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectoralLawTest {
    private final ElectoralLaw law = ElectoralLaw.shipped();

    @ParameterizedTest
    @CsvSource({
        "trafford, ENGLAND, COUNCILLOR, 2024-05-02, FIRST_PAST_THE_POST",
        "glasgow-city, SCOTLAND, COUNCILLOR, 2022-05-05, SINGLE_TRANSFERABLE_VOTE",
        "glasgow-city, SCOTLAND, COUNCILLOR, 2003-05-01, FIRST_PAST_THE_POST",
        "belfast, NORTHERN_IRELAND, COUNCILLOR, 2023-05-18, SINGLE_TRANSFERABLE_VOTE",
        "cardiff, WALES, COUNCILLOR, 2022-05-05, FIRST_PAST_THE_POST",
        // Elections Act 2022, section 13: from the ordinary day of election in 2023.
        "watford, ENGLAND, MAYOR, 2021-05-06, SUPPLEMENTARY_VOTE",
        "watford, ENGLAND, MAYOR, 2023-05-03, SUPPLEMENTARY_VOTE",
        "watford, ENGLAND, MAYOR, 2023-05-04, FIRST_PAST_THE_POST"
    })
    void aCouncilsElectionFollowsTheLawOfTheDay(
            String council, Nation nation, Office office, LocalDate day, VotingSystem system) {
        ElectedBody body = Councils.shipped().bySlug(council, day).orElseThrow().bodyOn(day);

        assertThat(law.votingSystem(office, body, Optional.of(nation), day)).contains(system);
    }

    @ParameterizedTest
    @CsvSource({
        "greater-manchester-ca, 2017-05-04, SUPPLEMENTARY_VOTE",
        "greater-manchester-ca, 2024-05-02, FIRST_PAST_THE_POST",
        "greater-manchester-ca, 2026-06-17, FIRST_PAST_THE_POST",
        // English Devolution and Community Empowerment Act 2026, section 63, from 18 June 2026.
        "greater-manchester-ca, 2026-07-30, SUPPLEMENTARY_VOTE",
        "east-midlands-cca, 2028-05-04, SUPPLEMENTARY_VOTE"
    })
    void theMayorsOfCombinedAuthoritiesAreElectedByTheSupplementaryVoteAgain(
            String slug, LocalDate day, VotingSystem system) {
        ElectedBody body = OtherBodies.shipped().withMayor(slug).orElseThrow();

        assertThat(law.votingSystem(Office.MAYOR, body, Optional.of(Nation.ENGLAND), day))
                .contains(system);
    }

    @Test
    void whereItIsNotCertainWhichLawIsInForceNothingIsAssumed() {
        LocalDate day = LocalDate.of(2026, 9, 17);
        ElectedBody watford =
                Councils.shipped().bySlug("watford", day).orElseThrow().bodyOn(day);
        ElectedBody kent = new ElectedBody(ElectedBody.Kind.OTHER, "kent", "Kent", Optional.empty(), Optional.empty());

        assertThat(law.votingSystem(Office.MAYOR, watford, Optional.of(Nation.ENGLAND), day))
                .isEmpty();
        assertThat(law.votingSystem(Office.POLICE_AND_CRIME_COMMISSIONER, kent, Optional.of(Nation.ENGLAND), day))
                .isEmpty();
    }

    @Test
    void aWelshCouncilMayChooseItsSystemSoNoneIsStated() {
        LocalDate day = LocalDate.of(2027, 5, 6);
        ElectedBody cardiff =
                Councils.shipped().bySlug("cardiff", day).orElseThrow().bodyOn(day);

        assertThat(law.votingSystem(Office.COUNCILLOR, cardiff, Optional.of(Nation.WALES), day))
                .isEmpty();
    }
}
