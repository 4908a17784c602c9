package uk.declared.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilsTest {
    private static final LocalDate MAY_2024 = LocalDate.of(2024, 5, 2);

    private final Councils councils = Councils.shipped();

    @ParameterizedTest
    @CsvSource({
        "Trafford Metropolitan Borough Council, trafford",
        "trafford mbc, trafford",
        "Isle of Wight Council, isle-of-wight",
        "The City of York Council, york",
        "London Borough of Barking & Dagenham, barking-and-dagenham",
        "City of London, city-of-london",
        "Council of the Isles of Scilly, isles-of-scilly",
        "Cyngor Caerdydd, ''",
        "Nowhere Borough Council, ''",
        "Borough Council, ''"
    })
    void namesAreComparedWithoutTheWordsThatAllCouncilsHave(String name, String slug) {
        assertThat(councils.byName(name, MAY_2024).map(Council::slug).orElse(""))
                .isEqualTo(slug);
    }

    @Test
    void anEarlierCodeNamesTheSameCouncil() {
        // Isles of Scilly: E07000025 until 2009, E06000053 since.
        assertThat(councils.byCode(new GssCode("E07000025"), MAY_2024))
                .map(Council::slug)
                .contains("isles-of-scilly");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-04, E10000027", // the county council's last ordinary election
        "2021-10-07, E10000027", // a by-election before the new council was elected
        "2022-05-05, E06000066", // the first election of the council that started on 1 April 2023
        "2024-05-02, E06000066"
    })
    void twoCouncilsOfOneNameAreToldApartByPollingDay(LocalDate day, String code) {
        assertThat(councils.bySlug("somerset", day).flatMap(Council::code).map(GssCode::value))
                .contains(code);
        assertThat(councils.byName("Somerset", day).flatMap(Council::code).map(GssCode::value))
                .contains(code);
    }

    @Test
    void theNearestSlugsAreSuggested() {
        assertThat(councils.slugsLike("Traford Council")).startsWith("trafford");
    }

    @Test
    void anAuthoritysMayorIsKnownByItsNameOrCode() {
        OtherBodies bodies = OtherBodies.shipped();

        assertThat(bodies.withMayor("Greater Manchester"))
                .map(ElectedBody::slug)
                .contains("greater-manchester-ca");
        assertThat(bodies.withMayor("Mayor of London")).map(ElectedBody::slug).contains("london");
        assertThat(bodies.withMayor("E47000008")).map(ElectedBody::slug).contains("cambridgeshire-and-peterborough");
        assertThat(bodies.withMayor("Trafford")).isEqualTo(Optional.empty());
    }
}
