package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestStatus;
import uk.declared.election.ContestType;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.Office;
import uk.declared.election.Standing;
import uk.declared.election.VacancyReason;
import uk.declared.election.VotingSystem;
import uk.declared.report.Finding;

/** Democracy Club's exports, as invented contests; in any order and any subset of their columns. */
class DemocracyClubTest {
    private static final String TODAY = """
            person_id,election_id,ballot_paper_id,person_name,party_id,party_name,party_description_text,gss,post_label,\
            seats_contested,organisation_name,by_election,by_election_reason,cancelled_poll,votes_cast,elected,\
            tied_vote_winner,rank,turnout_reported,spoilt_ballots,total_electorate,turnout_percentage,results_source
            11,local.trafford.2024-05-02,local.trafford.hale.by.2024-05-02,Ann Ash,PP63,Green Party,Save Hale,E05015245,\
            Hale,1,Trafford Borough Council,t,Resignation,f,600,t,f,1,1010,10,2500,40.4,https://example.org/hale
            12,local.trafford.2024-05-02,local.trafford.hale.by.2024-05-02,Bob Birch,ynmp-party:2,Independent,,E05015245,\
            Hale,1,Trafford Borough Council,t,Resignation,f,400,f,f,2,1010,10,2500,40.4,https://example.org/hale
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void todaysExportIsReadWhole() {
        Reading reading = Reading.ofText(TODAY);
        SubmittedContest submitted = reading.contests().get(0);
        ContestResult contest = submitted.result();

        assertThat(contest.id().value()).isEqualTo("local.trafford.hale.by.2024-05-02");
        assertThat(contest.office()).isEqualTo(Office.COUNCILLOR);
        assertThat(contest.type()).isEqualTo(ContestType.BY_ELECTION);
        assertThat(contest.pollingDate()).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(contest.body().slug()).isEqualTo("trafford");
        assertThat(contest.area().code().orElseThrow().value()).isEqualTo("E05015245");
        assertThat(contest.seats()).isEqualTo(OptionalInt.of(1));
        assertThat(contest.votingSystem()).contains(VotingSystem.FIRST_PAST_THE_POST);
        assertThat(contest.circumstances().vacancyReason()).contains(VacancyReason.RESIGNATION);
        assertThat(contest.contestStatus()).contains(ContestStatus.CONTESTED);
        assertThat(contest.account().electorate()).isEqualTo(OptionalInt.of(2500));
        assertThat(contest.account().ballotPapersCast()).isEqualTo(OptionalInt.of(1010));
        assertThat(contest.account().rejectedBallotPapers()).isEqualTo(OptionalInt.of(10));
        assertThat(contest.account().turnoutPercentage()).contains(new BigDecimal("40.4"));
        assertThat(submitted.details().publisher())
                .as("Democracy Club publishes, not the council")
                .isEmpty();
        assertThat(submitted.details().page()).hasToString("Optional[https://example.org/hale]");
        Candidacy ann = contest.candidacies().get(0);
        assertThat(ann.person()).contains("dc-11");
        assertThat(ann.description()).contains("Save Hale");
        assertThat(contest.candidacies().get(1).standing()).isInstanceOf(Standing.Independent.class);
        assertThat(reading.rules()).as("the rank is worked out, not read").containsExactly("I023@R1");
    }

    @Test
    void aValueThatWasWorkedOutHasThePlaceOfTheIdentifier() {
        SubmittedContest contest = Reading.ofText(TODAY).contests().get(0);

        assertThat(contest.source().cell(Part.CONTEST, "office").orElseThrow().place())
                .hasToString(contest.source()
                        .cell(Part.CONTEST, "notation")
                        .orElseThrow()
                        .place()
                        .toString());
        assertThat(contest.source()
                        .cell(Part.CONTEST, "ballotPapersCast")
                        .orElseThrow()
                        .place()
                        .heading())
                .contains("turnout_reported");
    }

    @Test
    void columnsMayStandInAnyOrderInAnyCaseUnderAStrayLineWithSemicolonsAndABom() {
        String text = "\uFEFFTrue\nVotes_Cast;PERSON_NAME;ballot_paper_id;Elected\n"
                + "7;Ann;local.trafford.hale.2024-05-02;True\n5;Bob;local.trafford.hale.2024-05-02;False\n";

        ContestResult contest = Reading.ofText(text).contests().get(0).result();

        assertThat(contest.candidacies())
                .extracting(Candidacy::nameOnBallotPaper, Candidacy::votes)
                .containsExactly(tuple("Ann", OptionalInt.of(7)), tuple("Bob", OptionalInt.of(5)));
    }

    @Test
    void namesInWindowsLettersAreRead() throws IOException {
        Path file = folder.resolve("export");
        Files.write(
                file,
                "person_name,ballot_paper_id,votes_cast,elected\nZoë Ström,local.trafford.hale.2024-05-02,7,t\n"
                        .getBytes(Charset.forName("windows-1252")));

        assertThat(Reading.of(file).contests().get(0).result().candidacies())
                .extracting(Candidacy::nameOnBallotPaper)
                .containsExactly("Zoë Ström");
    }

    @Test
    void aFileWithoutVotesHoldsNominations() {
        Reading reading = Reading.ofText("person_id,person_name,ballot_paper_id,party_id,seats_contested\n"
                + "1,Ann,local.trafford.hale.2024-05-02,PP63,3\n1,Ann,local.trafford.bowdon.2024-05-02,PP63,3\n");

        assertThat(reading.contests())
                .extracting(contest -> contest.result().status())
                .containsOnly(DeclarationStatus.NOMINATED);
        assertThat(reading.findings().stream().filter(finding -> finding.rule().equals("I090")))
                .as("said once for the file")
                .hasSize(1);
    }

    @Test
    void withoutABallotsIdentifierElectionAndAreaTellTheContest() {
        Reading reading = Reading.ofText("person_name,election_id,post_label,by_election,votes_cast,elected\n"
                + "Ann,local.trafford.2024-05-02,St Mary's,f,7,t\nBob,local.trafford.2024-05-02,Hale,f,7,t\n"
                + "Cy,local.trafford.2024-05-02,St Mary's,t,7,t\n");

        assertThat(reading.contests())
                .extracting(contest -> contest.result().id().value())
                .containsExactlyInAnyOrder(
                        "local.trafford.st-marys.2024-05-02",
                        "local.trafford.hale.2024-05-02",
                        "local.trafford.st-marys.by.2024-05-02");
    }

    @ParameterizedTest
    @CsvSource({
        "election_date, 2024-05-03",
        "election_id, local.stockport.2024-05-02",
        "election_id, local.trafford.2024-05-03",
        "by_election, t",
        "organisation_name, Wigan Council"
    })
    void aColumnThatDisagreesWithTheIdentifierIsRefused(String heading, String value) {
        assertThat(two(heading, value).rules()).contains("F081@E2");
    }

    @ParameterizedTest
    @CsvSource({
        "election_date, 2024-05-02",
        "election_id, local.trafford.2024-05-02",
        "election_id, local.2024-05-02",
        "by_election, f",
        "organisation_name, Trafford Metropolitan Borough Council",
        "post_label, Hale"
    })
    void aColumnThatAgreesIsNoMatter(String heading, String value) {
        assertThat(two(heading, value).rules()).doesNotContain("F081@E2", "W083@E2");
    }

    @Test
    void anotherNameOfTheAreaIsAskedAboutAndTheIdentifierKept() {
        Reading reading = two("post_label", "Hale Barns");

        assertThat(reading.rules()).containsExactly("W083@E2");
        assertThat(reading.contests().get(0).result().id().value()).isEqualTo("local.trafford.hale.2024-05-02");
        assertThat(reading.contests().get(0).result().area().name()).isEqualTo("Hale Barns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gla.a.2024-05-02",
                "gla.c.barnet-and-camden.2024-05-02",
                "senedd.c.afan.2021-05-06",
                "sp.r.fife.2021-05-06",
                "europarl.2019-05-23"
            })
    void whatTheModelDoesNotHoldIsSaidAndTheOtherRowsAreRead(String id) {
        Reading reading = Reading.ofText("person_name,ballot_paper_id,votes_cast,elected\nAnn," + id
                + ",7,t\nBob,local.trafford.hale.2024-05-02,7,t\n");

        assertThat(reading.rules()).contains("W082@B2");
        assertThat(reading.contests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "mayor.greater-manchester-ca.2024-05-02, MAYOR, greater-manchester-ca, first-past-the-post",
        "mayor.london.2021-05-06, MAYOR, london, supplementary-vote",
        "pcc.avon-and-somerset.2024-05-02, POLICE_AND_CRIME_COMMISSIONER, avon-and-somerset, first-past-the-post",
        "parl.altrincham-and-sale-west.2024-07-04, MEMBER_OF_PARLIAMENT, house-of-commons, first-past-the-post"
    })
    void otherOfficesAreToldByTheIdentifier(String id, Office office, String body, String system) {
        Reading reading = Reading.ofText("person_name,ballot_paper_id,votes_cast,elected\nAnn," + id + ",7,t\n");
        ContestResult contest = reading.contests().get(0).result();

        assertThat(contest.id().value()).isEqualTo(id);
        assertThat(contest.office()).isEqualTo(office);
        assertThat(contest.body().slug()).isEqualTo(body);
        assertThat(contest.votingSystem().orElseThrow().notation()).isEqualTo(system);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local.trafford.2024-05-02", "hale", "local.trafford.hale.2024-02-30", "local..2024-05-02"})
    void whatIdentifiesNoBallotIsRefused(String id) {
        Reading reading = Reading.ofText("person_name,ballot_paper_id,votes_cast,elected\nAnn," + id + ",7,t\n");

        assertThat(reading.rules()).contains("F080@B2");
        assertThat(reading.contests()).isEmpty();
    }

    @Test
    void anUnknownCouncilIsRefused() {
        assertThat(Reading.ofText(
                                "person_name,ballot_paper_id,votes_cast,elected\nAnn,local.traford.hale.2024-05-02,7,t\n")
                        .rules())
                .contains("F038@B2");
    }

    @Test
    void aCancelledPollIsCalledUncontestedOnlyWhereEverybodyIsElected() {
        String head = "person_name,ballot_paper_id,cancelled_poll,seats_contested,votes_cast,elected\n";
        Reading uncontested = Reading.ofText(head + "Ann,local.trafford.hale.2024-05-02,t,1,,t\n");
        Reading unknown = Reading.ofText(head + "Ann,local.trafford.hale.2024-05-02,t,1,,\n");

        assertThat(uncontested.contests().get(0).result().contestStatus()).contains(ContestStatus.UNCONTESTED);
        assertThat(unknown.contests().get(0).result().contestStatus()).contains(ContestStatus.CANCELLED);
        assertThat(unknown.rules()).contains("W089@C2");
    }

    @Test
    void aLotThatTheFileStatesIsNoInterpretation() {
        String head = "person_name,ballot_paper_id,votes_cast,elected,tied_vote_winner\n";
        Reading stated = Reading.ofText(
                head + "Ann,local.trafford.hale.2024-05-02,7,t,t\n" + "Bob,local.trafford.hale.2024-05-02,7,f,f\n");
        Reading silent = Reading.ofText(
                head + "Ann,local.trafford.hale.2024-05-02,7,t,\n" + "Bob,local.trafford.hale.2024-05-02,7,f,\n");

        assertThat(stated.contests().get(0).result().candidacies().get(0).decidedByLot())
                .isTrue();
        assertThat(stated.rules()).doesNotContain("I087@D2");
        assertThat(silent.contests().get(0).result().candidacies().get(0).decidedByLot())
                .isTrue();
        assertThat(silent.rules()).contains("I087@D2");
    }

    /** Two candidates with 600 and 400 votes for the one seat, 10 papers rejected. */
    @ParameterizedTest
    @CsvSource({
        "turnout, 1010, '', 1010, '', I085",
        "turnout, 1000, '', '', '', W086",
        "turnout, 40.4, '', '', 40.4, I085",
        "turnout, 40.4%, '', '', 40.4, I085",
        "turnout, 0.404, 2500, '', 40.4, I085",
        "turnout, 0.404, '', '', '', W086",
        "turnout, 0.404, 250000, '', 0.404, I085",
        "turnout, 12.0, 2500, '', '', W086",
        "turnout, 700, '', '', '', W086",
        "turnout, many, '', '', '', W086",
        "turnout_reported, 1003, '', 1003, '', ''",
        "turnout_reported, 40, 2500, '', 40, I085",
    })
    void turnoutIsReadOnlyWhereTheOtherFiguresProveItsMeaning(
            String heading, String value, String electorate, String papers, String percentage, String rule) {
        String row = ",local.trafford.hale.2024-05-02,Hale,10," + electorate + "," + value + ",";
        Reading reading = Reading.ofText("person_name,ballot_paper_id,post_label,spoilt_ballots,total_electorate,"
                + heading + ",votes_cast,elected\nAnn" + row + "600,t\nBob" + row + "400,f\n");
        ContestResult contest = reading.contests().get(0).result();

        assertThat(contest.account().ballotPapersCast())
                .isEqualTo(papers.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(papers)));
        assertThat(contest.account().turnoutPercentage().map(BigDecimal::stripTrailingZeros))
                .isEqualTo(
                        percentage.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new BigDecimal(percentage).stripTrailingZeros()));
        assertThat(reading.rules()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule + "@F2"));
    }

    @Test
    void ofASourceInManyWordsTheAddressIsTaken() {
        Reading reading = two("results_source", "\"Turnout: 24%\nhttps://example.org/hale?a=1\"");

        assertThat(reading.rules()).containsExactly("I084@B2", "I088@E2");
        assertThat(reading.contests().get(0).details().page()).hasToString("Optional[https://example.org/hale?a=1]");
    }

    @Test
    void nothingOfPeopleIsReadBeyondTheirCandidacies() {
        Reading reading = two("birth_date", "1970-01-01");

        assertThat(reading.rules()).contains("I023@E1");
        assertThat(reading.contests().get(0).result().toString()).doesNotContain("1970");
    }

    private static Reading two(String heading, String value) {
        return Reading.ofText("person_name,ballot_paper_id,votes_cast,elected," + heading
                + "\nAnn,local.trafford.hale.2024-05-02,7,t," + value + "\nBob,local.trafford.hale.2024-05-02,5,f,"
                + value + "\n");
    }

    /** The values that Democracy Club's lists of elections offer. */
    @ParameterizedTest
    @CsvSource({
        "DEATH, DEATH",
        "RESIGNATION, RESIGNATION",
        "ELECTORAL_COURT, ELECTION_VOID",
        "FAILURE_TO_ACCEPT, FAILURE_TO_ACCEPT_OFFICE",
        "FAILURE_TO_ATTEND_MEETINGS, FAILURE_TO_ATTEND",
        "DISQUALIFICATION, DISQUALIFICATION",
        "LOSING_QUALIFICATION, NO_LONGER_QUALIFIED",
        "OTHER, OTHER",
        "UNKNOWN, NOT_STATED",
        "ELECTED_SCOTTISH_PARLIAMENT, ELECTED_TO_SCOTTISH_PARLIAMENT",
        "ELECTED_SENEDD, ELECTED_TO_SENEDD",
        "ELECTED_PARLIAMENT, ELECTED_TO_PARLIAMENT",
        "ELECTED_STRATEGIC_AUTHORITY_MAYOR, ELECTED_MAYOR_OF_STRATEGIC_AUTHORITY",
        "ELECTED_MAYOR, ELECTED_MAYOR"
    })
    void everyReasonForAByElectionHasItsCode(String written, VacancyReason reason) {
        Reading reading = Reading.ofText(TODAY.replace(",Resignation,", "," + written + ","));

        assertThat(reading.contests().get(0).result().circumstances().vacancyReason())
                .contains(reason);
        assertThat(reading.findings()).extracting(Finding::rule).doesNotContain("W086");
    }
}
