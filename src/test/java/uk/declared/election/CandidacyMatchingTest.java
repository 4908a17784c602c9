package uk.declared.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.CandidacyMatching.Standing;

class CandidacyMatchingTest {
    private static List<Standing> all(String... namesAndParties) {
        return Arrays.stream(namesAndParties)
                .map(text -> text.split("/"))
                .map(parts -> new Standing(parts[0], parts[1]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Michael John WELTON, Michael John Welton",
        "SMITH John, John Smith",
        "John Smith, John Paul Smith",
        "Dr Siân O’Neill, Sian ONeill",
        "Bill Smith, William Smith",
        "Ann Lloyd-Jones, Ann Lloyd",
        "Cllr Mary Brown, Mary Brown",
        "Kevin Alan PROCTER, Kevin Alan Proctor",
    })
    void aNameSpeltInAnotherWayIsThePersonsStill(String one, String other) {
        assertThat(CandidacyMatching.match(
                        all(one + "/PP1", "Somebody Else/PP2"), all("Somebody Else/PP2", other + "/PP1")))
                .containsExactly(1, 0);
    }

    @Test
    void aSurnameWithoutThePartyIsNotEnough() {
        assertThat(CandidacyMatching.match(all("Bill Smith/PP1"), all("Anne Smith/PP2")))
                .containsExactly(-1);
    }

    @Test
    void whereTwoCouldBeMeantNobodyIs() {
        assertThat(CandidacyMatching.match(all("Anne Smith/PP1", "Bert Smith/PP1"), all("C Smith/PP1")))
                .containsExactly(-1);
        assertThat(CandidacyMatching.match(all("C Smith/PP1"), all("Anne Smith/PP1", "Bert Smith/PP1")))
                .containsExactly(-1, -1);
    }

    @Test
    void whoeverMatchesExactlyIsNotTakenForAnother() {
        assertThat(CandidacyMatching.match(
                        all("Anne Smith/PP1", "Bert Smith/PP1"), all("Robert Smith/PP1", "Anne Smith/PP1")))
                .containsExactly(1, 0);
    }

    @Test
    void aNewCandidateMatchesNobody() {
        assertThat(CandidacyMatching.match(all("Anne Smith/PP1"), all("Anne Smith/PP1", "Zoe Quill/PP3")))
                .containsExactly(0, -1);
    }
}
