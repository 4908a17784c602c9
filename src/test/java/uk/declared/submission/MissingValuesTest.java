package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.election.Candidacy;
import uk.declared.election.Standing;
import uk.declared.report.Finding;

/** What programs write where they have no value is a blank; a person may be called so all the same. */
class MissingValuesTest {
    private static final String HEADINGS = "ElectionDate,TypeofElection,ElectedBodyURI,ElectedBodyLabel,"
            + "ElectoralAreaURI,ElectoralAreaLabel,CandidateSurname,CandidateForenames,CommonlyUsedSurname,"
            + "CommonlyUsedForenames,PoliticalPartyURI,PoliticalPartyLabel,CandidatesDescription,VotesWon,Elected,"
            + "EligibleElectorate,PercentageTurnout\n";
    private static final String CONTEST = "2024-05-02,DistrictAndBorough,,Stockport Council,E05099001,Upper Vale,";

    private static Reading read(String... candidates) {
        StringBuilder text = new StringBuilder(HEADINGS);
        for (String candidate : candidates) {
            text.append(CONTEST).append(candidate).append('\n');
        }
        return Reading.ofText(text.toString());
    }

    private static Candidacy first(Reading reading) {
        return reading.contests().get(0).result().candidacies().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "N/A", "n/a", "#N/A", "NULL", "null", "-", "\u2013", "NaN", "\\N", "<NA>"})
    void aSignForNothingIsABlank(String sign) {
        Reading reading = read("Adams,Ann," + sign + "," + sign + "," + sign + "," + sign + "," + sign + ",12,ELECTED,"
                + sign + "," + sign);

        assertThat(first(reading).nameOnBallotPaper()).isEqualTo("Ann Adams");
        assertThat(first(reading).standing()).isInstanceOf(Standing.NotStated.class);
        assertThat(first(reading).description()).isEmpty();
        assertThat(reading.contests().get(0).result().account().electorate()).isEmpty();
        assertThat(reading.contests().get(0).result().account().turnoutPercentage())
                .isEmpty();
        assertThat(reading.rules()).contains("I040@I2", "I040@P2");
        assertThat(reading.findings()).noneMatch(finding -> finding.rule().startsWith("F"));
    }

    @Test
    void itIsSaidOnceForAColumn() {
        Reading reading = read("Adams,Ann,NA,,,,,12,ELECTED,,", "Baker,Bob,NA,,,,,7,NOT ELECTED,,");

        assertThat(reading.rules()).containsOnlyOnce("I040@I2").doesNotContain("I040@I3");
    }

    @ParameterizedTest
    @CsvSource({"NA,NA", "NULL,NULL", "null,null", "Null,Null", "NA,", ",NULL"})
    void nobodyIsCalledNothing(String family, String given) {
        Reading reading =
                read((family == null ? "" : family) + "," + (given == null ? "" : given) + ",NA,NA,,,,12,ELECTED,,");

        assertThat(first(reading).nameOnBallotPaper()).isEmpty();
    }

    @Test
    void nobodyIsCalledNothingInOneCellEither() {
        Reading reading = Reading.ofText("council,polling_date,area_name,name_on_ballot_paper,votes,elected\n"
                + "stockport,2024-05-02,Upper Vale,NA NA,12,yes\n");

        assertThat(first(reading).nameOnBallotPaper()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Null,Anna", "NULL,Anna", "NA,Chong"})
    void aPersonWhoMayBeCalledSoIsKeptAndAskedAbout(String family, String given) {
        Reading reading = read(family + "," + given + ",,,,,,12,ELECTED,,");

        assertThat(first(reading).nameOnBallotPaper()).isEqualTo(given + " " + family);
        assertThat(reading.rules()).contains("W050@G2");
    }

    @Test
    void namesThatOnlyLookLikeSignsAreNotAskedAbout() {
        Reading reading = read("Davies,Nan,,,,,,12,ELECTED,,", "Na,Chong-su,,,,,,7,NOT ELECTED,,");

        assertThat(reading.contests().get(0).result().candidacies())
                .extracting(Candidacy::nameOnBallotPaper)
                .containsExactly("Nan Davies", "Chong-su Na");
        assertThat(reading.findings()).extracting(Finding::rule).doesNotContain("W050", "I040");
    }

    @Test
    void aCommonlyUsedNameThatIsTheNameItselfStays() {
        Reading reading = read("Null,Anna Maria,Null,Anna,,,,12,ELECTED,,");

        assertThat(first(reading).nameOnBallotPaper()).isEqualTo("Anna Null");
    }

    @Test
    void aShareOfNothingIsNoTurnout() {
        Reading reading = read("Adams,Ann,,,,,,,ELECTED,,#DIV/0!");

        assertThat(reading.contests().get(0).result().account().turnoutPercentage())
                .isEmpty();
        assertThat(reading.rules()).contains("I040@Q2");
        assertThat(List.copyOf(reading.rules())).noneMatch(rule -> rule.startsWith("F"));
    }
}
