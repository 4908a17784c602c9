package uk.declared.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers as design and Democracy Club's usage have them. */
class IdentifiersTest {
    private static final ElectedBody TRAFFORD = new ElectedBody(
            ElectedBody.Kind.COUNCIL,
            "trafford",
            "Trafford Council",
            Optional.of(new GssCode("E08000009")),
            Optional.empty());
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Bucklow-St Martins           | bucklow-st-martins
                    Ynys Môn                     | ynys-mon
                    Tŷ-nant & Ŵyn                | ty-nant-wyn
                    St. James's                  | st-jamess
                    Ashton  upon -  Mersey       | ashton-upon-mersey
                    Airyhall/Broomhill/Garthdee  | airyhallbroomhillgarthdee
                    - Edge -                     | edge
                    """)
    void aSlugKeepsLettersDigitsAndSingleHyphens(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void aWardsContestIsNamedByCouncilWardAndDay() {
        assertThat(id(TRAFFORD, Office.COUNCILLOR, "Altrincham", ContestType.ORDINARY))
                .isEqualTo("local.trafford.altrincham.2024-05-02");
    }

    @Test
    void aByElectionHasByInItsIdentifier() {
        assertThat(id(TRAFFORD, Office.COUNCILLOR, "Bucklow-St Martins", ContestType.BY_ELECTION))
                .isEqualTo("local.trafford.bucklow-st-martins.by.2024-05-02");
    }

    @Test
    void aMayorsContestLeavesTheAreaOut() {
        assertThat(id(TRAFFORD, Office.MAYOR, "Trafford", ContestType.ORDINARY)).isEqualTo("mayor.trafford.2024-05-02");
    }

    @Test
    void aParishContestIsNamedByTheParishsCode() {
        ElectedBody parish = new ElectedBody(
                ElectedBody.Kind.COUNCIL,
                "carrington",
                "Carrington Parish Council",
                Optional.of(new GssCode("E04000157")),
                Optional.empty());

        assertThat(id(parish, Office.PARISH_COUNCILLOR, "North", ContestType.ORDINARY))
                .isEqualTo("parish.E04000157.north.2024-05-02");
    }

    @Test
    void aContestForParliamentNamesTheConstituencyAlone() {
        assertThat(id(
                        ElectedBody.HOUSE_OF_COMMONS,
                        Office.MEMBER_OF_PARLIAMENT,
                        "Altrincham and Sale West",
                        ContestType.ORDINARY))
                .isEqualTo("parl.altrincham-and-sale-west.2024-05-02");
    }

    @Test
    void anElectionAndItsGroupAreNamedByBodyAndDay() {
        assertThat(ElectionId.of(TRAFFORD, Office.COUNCILLOR, DAY).value()).isEqualTo("local.trafford.2024-05-02");
        assertThat(ElectionId.groupOf(Office.COUNCILLOR, DAY).value()).isEqualTo("local.2024-05-02");
    }

    @Test
    void aCodeWithALetterForADigitIsNotACode() {
        assertThat(GssCode.parse("E0500O819")).isEmpty();
        assertThat(GssCode.parse("E05000819")).isPresent();
    }

    private static String id(ElectedBody body, Office office, String area, ContestType type) {
        return BallotId.of(body, office, new Area(Optional.empty(), area), DAY, type)
                .value();
    }
}
