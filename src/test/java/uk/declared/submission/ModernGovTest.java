package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.ContestType;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.RejectionGround;
import uk.declared.report.Finding;
import uk.declared.report.Severity;

/** The answers of modern.gov systems: one real, the others invented in its form. */
class ModernGovTest {
    private static final Path FILE = Samples.path("moderngov/kirklees-2017-10-26.xml");
    private static final ReadOptions KIRKLEES =
            new ReadOptions(Optional.empty(), Optional.of("kirklees"), Optional.of(LocalDate.of(2017, 10, 26)));

    @Test
    void theRealByElectionIsReadWithEveryFigure() {
        assumeThat(Files.exists(FILE))
                .as("The folder shared/data with the real files is not here")
                .isTrue();

        Reading reading = Reading.of(FILE, KIRKLEES);
        ContestResult contest = reading.contests().get(0).result();

        assertThat(contest.id().value()).isEqualTo("local.kirklees.batley-east.by.2017-10-26");
        assertThat(contest.type()).isEqualTo(ContestType.BY_ELECTION);
        assertThat(contest.candidacies())
                .extracting(
                        Candidacy::nameOnBallotPaper,
                        Candidacy::votes,
                        who -> who.elected().orElseThrow())
                .containsExactly(
                        tuple("David Michael Smith", OptionalInt.of(70), false),
                        tuple("Jon Robert Bloom", OptionalInt.of(136), false),
                        tuple("Aleks Lukic", OptionalInt.of(140), false),
                        tuple("Habiban Nisa Zaman", OptionalInt.of(2640), true),
                        tuple("Paul Young", OptionalInt.of(443), false));
        assertThat(contest.seats()).isEqualTo(OptionalInt.of(1));
        assertThat(contest.account().electorate()).isEqualTo(OptionalInt.of(13_279));
        assertThat(contest.account().ballotPapersCast()).isEqualTo(OptionalInt.of(3_437));
        assertThat(contest.account().further())
                .as("a nought that was not filled in")
                .isEmpty();
        assertThat(contest.account().rejected())
                .isEqualTo(Map.of(
                        RejectionGround.TOO_MANY_VOTES, 1,
                        RejectionGround.IDENTIFICATION, 4,
                        RejectionGround.UNMARKED_OR_VOID, 3));
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("I085", "I085");
    }

    @Test
    void everyValueHasThePathOfItsElement() {
        SubmittedContest contest =
                Reading.ofText(election(""), KIRKLEES).contests().get(1);

        assertThat(path(contest, new Part.OfCandidacy(0), "votes"))
                .contains("/election/candidates/candidate[3]/numvotes");
        assertThat(path(contest, Part.CONTEST, "electorate"))
                .contains("/election/electionareas/electionarea[2]/electorate");
    }

    @ParameterizedTest
    @CsvSource({"'', '', '--council, --date'", "kirklees, '', --date", "'', 2017-10-26, --council"})
    void withoutCouncilAndDayTheSenderIsAsked(String council, String day, String options) {
        ReadOptions given = new ReadOptions(
                Optional.empty(),
                Optional.of(council).filter(text -> !text.isEmpty()),
                Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse));

        Reading reading = Reading.ofText(election(""), given);

        assertThat(reading.isUnreadable()).isTrue();
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("F091");
        assertThat(reading.findings().get(0).details()).containsEntry("options", options);
    }

    @Test
    void severalAreasAreSeveralOrdinaryContests() {
        Reading reading = Reading.ofText(election(""), KIRKLEES);

        assertThat(reading.contests())
                .extracting(
                        contest -> contest.result().id().value(),
                        contest -> contest.result().type())
                .containsExactly(
                        tuple("local.kirklees.north.2017-10-26", ContestType.ORDINARY),
                        tuple("local.kirklees.south.2017-10-26", ContestType.ORDINARY));
        assertThat(reading.findings().stream().filter(finding -> finding.severity() == Severity.VIOLATION))
                .isEmpty();
    }

    @Test
    void anAreaOfAnOrdinaryElectionMayHoldAByElection() {
        Reading reading = Reading.ofText(
                election("")
                        .replace("<title>South</title>", "<title>South</title><description>By-election</description>"),
                KIRKLEES);

        assertThat(reading.contests())
                .extracting(contest -> contest.result().type())
                .containsExactly(ContestType.ORDINARY, ContestType.BY_ELECTION);
    }

    @Test
    void aTitleThatNamesOrdinaryElectionsTooMakesNoWardAByElection() {
        Reading reading = Reading.ofText(
                election("")
                        .replace("<title>Local elections</title>", "<title>Local elections and by-elections</title>"),
                KIRKLEES);

        assertThat(reading.contests())
                .extracting(contest -> contest.result().type())
                .containsOnly(ContestType.ORDINARY);
    }

    @Test
    void noughtsForEverybodyAreNominationsAndNotAPollWithoutVoters() {
        Reading reading = Reading.ofText(
                election("")
                        .replaceAll("<numvotes>\\d+</numvotes>", "<numvotes>0</numvotes>")
                        .replace("True", "False"),
                KIRKLEES);
        ContestResult contest = reading.contests().get(0).result();

        assertThat(contest.status()).isEqualTo(DeclarationStatus.NOMINATED);
        assertThat(contest.candidacies()).allMatch(who -> who.votes().isEmpty());
    }

    @Test
    void issuedPapersThatDoNotFitTheVotesAreNotTakenForThoseCast() {
        Reading reading = Reading.ofText(
                election("")
                        .replace(
                                "<numballotpapersissued>110</numballotpapersissued>",
                                "<numballotpapersissued>999</numballotpapersissued>"),
                KIRKLEES);

        assertThat(reading.contests().get(0).result().account().ballotPapersCast())
                .isEmpty();
        assertThat(reading.findings()).extracting(Finding::rule).contains("W086");
    }

    @ParameterizedTest
    @CsvSource({
        "A - want of an official mark, OFFICIAL_MARK",
        "Voting for more candidates than entitled, TOO_MANY_VOTES",
        "Over-voting, TOO_MANY_VOTES",
        "Writing or mark by which the voter could be identified, IDENTIFICATION",
        "Unmarked or void for uncertainty, UNMARKED_OR_VOID",
        "Unmarked, UNMARKED",
        "Void for uncertainty, VOID_FOR_UNCERTAINTY",
        "Heb ei farcio, UNMARKED"
    })
    void rejectedPapersAreToldApartByTheirDescriptions(String description, RejectionGround ground) {
        Reading reading = Reading.ofText(election(spoiled(description, 10)), KIRKLEES);

        assertThat(reading.contests().get(0).result().account().rejected()).isEqualTo(Map.of(ground, 10));
    }

    @Test
    void aTotalAndAnUnknownDescriptionAreNoGrounds() {
        Reading reading = Reading.ofText(election(spoiled("Rejected", 10) + spoiled("Eaten by a dog", 1)), KIRKLEES);
        ContestResult contest = reading.contests().get(0).result();

        assertThat(contest.account().rejectedBallotPapers()).isEqualTo(OptionalInt.of(10));
        assertThat(contest.account().rejected()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::rule).contains("W086");
    }

    @Test
    void linesOfOneGroundAreAddedAndThatIsSaid() {
        Reading reading = Reading.ofText(election(spoiled("Unmarked", 4) + spoiled("Left blank", 6)), KIRKLEES);

        assertThat(reading.contests().get(0).result().account().rejected())
                .isEqualTo(Map.of(RejectionGround.UNMARKED, 10));
        assertThat(reading.findings())
                .extracting(finding -> finding.details().get("reading"))
                .contains("added");
    }

    @Test
    void parishesAreSaidToBeLeftOut() {
        Reading reading = Reading.ofText(election("").replace(">Local<", ">Parish<"), KIRKLEES);

        assertThat(reading.contests()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::rule).contains("W082", "W082");
    }

    @Test
    void anEntityReachesNothingOutside() {
        String text = election("").replace("<title>North</title>", "<title>&x;</title>");
        Reading reading = Reading.ofText(
                "<?xml version=\"1.0\"?><!DOCTYPE election [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + text,
                KIRKLEES);

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("F092");
        assertThat(reading.findings().get(0).details()).containsEntry("fault", "doctype");
    }

    @Test
    void deepAndBrokenDocumentsAreRefused() {
        assertThat(fault("<election><candidatecount/>" + "<a>".repeat(10_000))).isEqualTo("deep");
        assertThat(fault("<election><candidatecount>")).isEqualTo("broken");
        assertThat(fault("<election><candidatecount/></election>")).isEqualTo("none");
        assertThat(fault("<election><candidatecount/><candidate>" + "x".repeat(40 * 1024 * 1024)))
                .isEqualTo("large");
    }

    @Test
    void aDocumentCutOffAnywhereIsAnswered() {
        String text = election(spoiled("Unmarked", 4));
        for (int length = 1; length < text.length(); length += 7) {
            Reading reading = Reading.ofText(text.substring(0, length), KIRKLEES);

            assertThat(reading.findings()).isNotEmpty();
            assertThat(reading.contests()).isEmpty();
        }
    }

    private static String fault(String text) {
        List<Finding> findings = Reading.ofText(text, KIRKLEES).findings();
        return findings.get(0).details().getOrDefault("fault", findings.get(0).rule());
    }

    private static Optional<String> path(SubmittedContest contest, Part part, String property) {
        return contest.source()
                .cell(part, property)
                .flatMap(cell -> cell.place().path());
    }

    private static String spoiled(String description, int papers) {
        return "<spoiledvote><description>" + description + "</description><numvotes>" + papers
                + "</numvotes></spoiledvote>";
    }

    /** Two wards: 60 and 40 votes and 110 papers issued for the one seat of North; 30 votes in South. */
    private static String election(String spoiledVotes) {
        return "<election><title>Local elections</title><electiontype>Local</electiontype><candidates>"
                + candidate(1, "Ann Ash", 60, "True")
                + candidate(1, "Bob Birch", 40, "False")
                + candidate(2, "Cy Cedar", 20, "True")
                + candidate(2, "Di Elm", 10, "False")
                + "</candidates><electionareas>"
                + "<electionarea><electionareaid>1</electionareaid><title>North</title><electorate>900</electorate>"
                + "<numballotpapersissued>110</numballotpapersissued><numseats>1</numseats><spoiledvotes>"
                + (spoiledVotes.isEmpty() ? spoiled("Unmarked", 10) : spoiledVotes)
                + "</spoiledvotes></electionarea>"
                + "<electionarea><electionareaid>2</electionareaid><title>South</title><electorate>800</electorate>"
                + "<numballotpapersissued>30</numballotpapersissued><numseats>1</numseats></electionarea>"
                + "</electionareas></election>";
    }

    private static String candidate(int area, String name, int votes, String elected) {
        return "<candidate><electionareaid>" + area + "</electionareaid><candidatename>" + name
                + "</candidatename><numvotes>" + votes + "</numvotes><politicalpartytitle>Independent"
                + "</politicalpartytitle><iselected>" + elected + "</iselected></candidate>";
    }
}
