package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ElectedBody;

/** What councils' files of the LGA's format may say in several ways. */
class LgaVariantsTest {
    private static final String HEADINGS = "ElectionDate,TypeofElection,ElectedBodyURI,ElectedBodyLabel,"
            + "ElectoralAreaURI,ElectoralAreaLabel,CandidateSurname,CandidateForenames,CommonlyUsedSurname,"
            + "CommonlyUsedForenames,PoliticalPartyURI,PoliticalPartyLabel,CandidatesDescription,VotesWon,Elected\n";

    private static Reading read(String kind, String body, String bodyName, String candidate, ReadOptions options) {
        return Reading.ofText(
                HEADINGS + "2024-05-02," + kind + "," + body + "," + bodyName + ",E05099001,Upper Vale," + candidate
                        + "\n",
                options);
    }

    private static ContestResult contestOfKind(String kind) {
        return result(read(kind, "", "Stockport Council", "A,B,,,,,,1,ELECTED", ReadOptions.NONE));
    }

    private static ContestResult result(Reading reading) {
        return reading.contests().get(0).result();
    }

    @Test
    void aParishUnderTheNameOfACityCouncilIsAskedFor() {
        Reading reading = read("Parish", "", "Stockport Council", "A,B,,,,,,1,ELECTED", ReadOptions.NONE);

        assertThat(reading.contests()).isEmpty();
        assertThat(reading.rules()).anyMatch(rule -> rule.startsWith("F051"));
    }

    /** As Excel for the Mac writes a line break within a cell. The reader's library once lost the cell and joined the rows. */
    @Test
    void aLoneCarriageReturnWithinACellJoinsNoRows() {
        String ann =
                "2024-05-02,DistrictAndBorough,,Stockport Council,E05099001,Upper Vale,Adams,Ann,,,,,\"Better\rbuses\",12,\n";
        String bob =
                "2024-05-02,DistrictAndBorough,,Stockport Council,E05099001,Upper Vale,Baker,Bob,,,,,,13,ELECTED\n";

        assertThat(result(Reading.ofText(HEADINGS + ann + bob)).candidacies())
                .extracting(candidacy -> candidacy.votes().orElseThrow())
                .containsExactly(12, 13);
        assertThat(result(Reading.ofText(HEADINGS + ann.replace("12,", "\"1\r2\",") + bob))
                        .candidacies())
                .hasSize(2)
                .first()
                .matches(candidacy -> candidacy.votes().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "DistrictAndBorough, COUNCILLOR, ORDINARY",
        "district & borough, COUNCILLOR, ORDINARY",
        "DistrictAndBoroughByElection, COUNCILLOR, BY_ELECTION",
        "District and Borough By-election, COUNCILLOR, BY_ELECTION",
        "County, COUNCILLOR, ORDINARY",
        "CountyByElection, COUNCILLOR, BY_ELECTION",
        "LondonBorough, COUNCILLOR, ORDINARY",
        "UnitaryAuthority, COUNCILLOR, ORDINARY",
        "Mayoral, MAYOR, ORDINARY",
        "PoliceAndCrimeCommissioner, POLICE_AND_CRIME_COMMISSIONER, ORDINARY",
        "Parliamentary, MEMBER_OF_PARLIAMENT, ORDINARY",
        "NationalParliamentary, MEMBER_OF_PARLIAMENT, ORDINARY",
        "ParliamentaryByelection, MEMBER_OF_PARLIAMENT, BY_ELECTION"
    })
    void kindsOfElectionAreKnownHoweverSpelt(String kind, String office, String type) {
        ContestResult result = contestOfKind(kind);

        assertThat(result.office()).hasToString(office);
        assertThat(result.type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource({
        "http://opendatacommunities.org/id/metropolitan-district-council/stockport, '', stockport",
        "https://opendatacommunities.org/id/metropolitan-district-council/stockport/, '', stockport",
        "Http://opendatacommunities.org/doc/metropolitan-district-council/stockport, '', stockport",
        "http://statistics.data.gov.uk/id/statistical-geography/E08000007, '', stockport",
        "'', Stockport, stockport",
        "'', Stockport Metropolitan Borough Council, stockport",
        "'', STOCKPORT MBC, stockport",
        "'', City of York Council, york",
        "'', Royal Borough of Kingston upon Thames, kingston-upon-thames",
        "http://opendatacommunities.org/id/london-borough-council/kingston, '', kingston-upon-thames"
    })
    void aCouncilIsKnownByItsAddressItsCodeOrItsName(String uri, String name, String slug) {
        Reading reading = read("DistrictAndBorough", uri, name, "A,B,,,,,,1,ELECTED", ReadOptions.NONE);

        assertThat(result(reading).body().slug()).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "http://search.electoralcommission.org.uk/English/Registrations/PP63, ForParty, PP63",
        "https://search.electoralcommission.org.uk/Welsh/Registrations/PP63/, ForParty, PP63",
        "http://search.electoralcommission.org.uk/English/Registrations/PP63?currentPage=1, ForParty, PP63",
        "https://example.org/party?EntityId=PP63&lang=en, ForParty, PP63",
        "pp63, ForParty, PP63",
        "PPm12, ForParty, PPm12",
        "joint-party-53-119, Joint, PP53+PP119",
        "joint-party:53-119, Joint, PP53+PP119",
        "PP53 / PP119, Joint, PP53+PP119"
    })
    void aPartyIsKnownByItsIdentifierWhateverAddressItStandsIn(String party, String standing, String ids) {
        Candidacy candidacy = candidate("A,B,,," + party + ",,,1,ELECTED");

        assertThat(candidacy.standing().getClass().getSimpleName()).isEqualTo(standing);
        for (String id : ids.split("\\+")) {
            assertThat(candidacy.standing().toString()).contains("id=Optional[" + id + "]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', Independent, '', Independent[]",
        "'', INDEPENDENT, '', Independent[]",
        "'', Annibynnol, '', Independent[]",
        "'', Independent / Annibynnol, '', Independent[]",
        "'', '', Independent, Independent[]",
        "'', '', '', NotStated[]",
        "N/A, Independent, '', Independent[]"
    })
    void independentsStandForNobodyAndBlanksSayNothing(String id, String name, String description, String standing) {
        assertThat(candidate("A,B,,," + id + "," + name + "," + description + ",1,ELECTED")
                        .standing())
                .hasToString(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "ELECTED, true",
        "Elected, true",
        "NOT ELECTED, false",
        "Not elected, false",
        "Yes, true",
        "no, false",
        "TRUE, true",
        "0, false",
        "Y, true",
        "n, false"
    })
    void electedIsReadInTheWordsThatAreUsed(String word, boolean elected) {
        assertThat(candidate("A,B,,,,,,1," + word).elected()).contains(elected);
    }

    @Test
    void aBlankInTheColumnElectedSaysNothing() {
        assertThat(candidate("A,B,,,,,,1,").elected()).isEmpty();
    }

    @Test
    void theCommonlyUsedNameStandsOnTheBallotPaper() {
        assertThat(candidate("SMITH,Robert James,,Bob,,,,1,ELECTED").nameOnBallotPaper())
                .isEqualTo("Bob SMITH");
        assertThat(candidate("SMITH,Robert James,JONES,,,,,1,ELECTED").nameOnBallotPaper())
                .isEqualTo("Robert James JONES");
    }

    @Test
    void aCouncilNamedBesideTheFileIsUsedWhereTheFileNamesNoneThatIsKnown() {
        Reading reading = read("County", "", "Our own council", "A,B,,,,,,1,ELECTED", option("stockport"));

        assertThat(reading.rules()).contains("I054@D2");
        assertThat(result(reading).body().slug()).isEqualTo("stockport");
    }

    @Test
    void aCouncilNamedBesideTheFileDoesNotOverruleTheFile() {
        Reading reading = read("County", "", "Stockport", "A,B,,,,,,1,ELECTED", option("trafford"));

        assertThat(reading.rules()).contains("F042@D2");
    }

    @Test
    void anotherDayBesideTheFileIsRefused() {
        ReadOptions options =
                new ReadOptions(Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2023, 5, 4)));

        assertThat(read("County", "", "Stockport", "A,B,,,,,,1,ELECTED", options)
                        .rules())
                .contains("F042@A2");
    }

    @Test
    void aCombinedAuthoritysMayorIsNotACouncils() {
        ContestResult result = result(
                read("Mayoral", "", "Greater Manchester Combined Authority", "A,B,,,,,,1,ELECTED", ReadOptions.NONE));

        assertThat(result.body().kind()).isEqualTo(ElectedBody.Kind.OTHER);
        assertThat(result.id()).hasToString("mayor.greater-manchester-ca.2024-05-02");
    }

    @Test
    void aCommissionersAreaIsNamedWithoutTheOffice() {
        ContestResult result = result(read(
                "PoliceAndCrimeCommissioner",
                "",
                "Police and Crime Commissioner for Kent",
                "A,B,,,,,,1,ELECTED",
                ReadOptions.NONE));

        assertThat(result.id()).hasToString("pcc.kent.2024-05-02");
    }

    private static ReadOptions option(String council) {
        return new ReadOptions(Optional.empty(), Optional.of(council), Optional.empty());
    }

    private static Candidacy candidate(String columns) {
        return result(read("DistrictAndBorough", "", "Stockport", columns, ReadOptions.NONE))
                .candidacies()
                .get(0);
    }
}
