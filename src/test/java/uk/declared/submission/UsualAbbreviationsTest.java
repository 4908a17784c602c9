package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Candidacy;
import uk.declared.election.Standing;
import uk.declared.reference.ReferenceData;

/**
 * Parties' names as collectors shorten them, looked up in the register on the polling day. Skipped where {@code ../shared}
 * is absent.
 */
class UsualAbbreviationsTest {
    /** The identifiers were looked up by hand in the Electoral Commission's register of the day. */
    @ParameterizedTest
    @CsvSource({
        "Lab, 2014-05-22, PP53",
        "C, 2014-05-22, PP52",
        "Con, 2014-05-22, PP52",
        "LD, 2014-05-22, PP90",
        "LDem, 2014-05-22, PP90",
        "UKIP, 2014-05-22, PP85",
        "Grn, 2014-05-22, PP63",
        "TUSC, 2014-05-22, PP804",
        "BNP, 2014-05-22, PP106",
        "BNP, 2018-05-03, PP3960",
        "CPA, 2014-05-22, PP79",
        "EDP, 2014-05-22, PP17",
        "Respect, 2014-05-22, PP362",
        "ICHC, 2014-05-22, PP44",
        "LftUnity, 2014-05-22, PP2045",
        "SocLab, 2014-05-22, PP73",
        "Ref, 2026-05-07, PP7931",
        "WEP, 2018-05-03, PP2755"
    })
    void anAbbreviationIsThePartyThatBoreTheNameOnTheDay(String written, String day, String id) throws IOException {
        assertThat(standing(written, day))
                .isInstanceOfSatisfying(
                        Standing.ForParty.class,
                        party -> assertThat(party.party().id()).contains(id));
    }

    @Test
    void anAbbreviationOfSeveralPartiesIsNone() throws IOException {
        assertThat(standing("APP", "2014-05-22"))
                .isInstanceOfSatisfying(
                        Standing.ForParty.class,
                        party -> assertThat(party.party().id()).isEmpty());
    }

    private static Standing standing(String written, String day) throws IOException {
        ReferenceData reference = SampleReferenceData.load();
        Path file = Files.createTempFile("abbreviation", ".csv");
        try {
            Files.writeString(
                    file,
                    "council,polling_date,area_name,name_on_ballot_paper,party_name,votes,elected\ntrafford," + day
                            + ",Altrincham,Ann Adams," + written + ",12,yes\n");
            List<Candidacy> read = Reading.of(file, ReadOptions.NONE, reference)
                    .contests()
                    .get(0)
                    .result()
                    .candidacies();
            return read.get(0).standing();
        } finally {
            Files.delete(file);
        }
    }
}
