package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.PartyReference;
import uk.declared.election.RejectionGround;
import uk.declared.election.Standing;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.ContestMapper;
import uk.declared.linkeddata.Uris;
import uk.declared.report.Finding;
import uk.declared.report.RuleTexts;

class RdfTest {
    private static final Path FILES = Path.of("src/test/resources/rdf");
    private static final String TWO = read("two-contests.ttl");

    @Test
    void aContestIsReadWithAllThatItSays() {
        Reading reading = Reading.ofText(TWO);

        assertThat(reading.findings()).isEmpty();
        ContestResult altrincham = reading.contests().get(0).result();
        assertThat(altrincham.id().value()).isEqualTo("local.trafford.altrincham.2024-05-02");
        assertThat(altrincham.area().code().orElseThrow().value()).isEqualTo("E05015214");
        assertThat(altrincham.pollingDate()).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(altrincham.seats()).isEqualTo(OptionalInt.of(1));
        assertThat(altrincham.account().electorate()).isEqualTo(OptionalInt.of(8213));
        assertThat(altrincham.account().rejected()).containsEntry(RejectionGround.TOO_MANY_VOTES, 2);
        assertThat(altrincham.account().turnoutPercentage().orElseThrow()).isEqualByComparingTo("41.54");
        Candidacy ann = altrincham.candidacies().get(0);
        assertThat(ann.nameOnBallotPaper()).isEqualTo("Ann Archer");
        assertThat(ann.votes()).isEqualTo(OptionalInt.of(2000));
        assertThat(ann.standing())
                .isEqualTo(new Standing.ForParty(new PartyReference(Optional.of("PP63"), Optional.of("Green Party"))));
        assertThat(altrincham.candidacies().get(1).standing()).isInstanceOf(Standing.Independent.class);
    }

    @Test
    void whatASourceCallsItsThingsIsReplacedByMintedNames() {
        for (SubmittedContest contest : Reading.ofText(TWO).contests()) {
            String graph = CanonicalTriples.write(new ContestMapper(new Uris("http://localhost:8080"))
                    .map(contest.result())
                    .result());

            assertThat(graph).doesNotContain("example.org").doesNotContain("_:");
        }
    }

    @Test
    void ofNamesInSeveralLanguagesTheEnglishIsTaken() {
        assertThat(Reading.ofText(TWO).contests().get(1).result().area().name()).isEqualTo("Hale");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "le:votes 2000            | le:votes \"2000\"                 | F097@30 | “2000” (xsd:string) is not a whole number (xsd:integer).",
                "le:votes 2000            | le:votes 2000.5                   | F097@30 | “2000.5” (xsd:decimal) is not a whole number (xsd:integer).",
                "le:votes 2000            | le:votes 2000, 2001               | F096@30 | “2001” is said for le:votes, and “2000” too.",
                "le:votes 2000            | le:votes -3                       | F031@30 | “-3” is negative, and a count cannot be.",
                "le:votes 1400            | le:votes <http://example.org/>    | F097@36 | “http://example.org/” (URI) is not a whole number (xsd:integer).",
                "le:elected false         | le:elected \"no\"                 | F097@37 | “no” (xsd:string) is not true or false (xsd:boolean).",
                "le:seats 1               | le:seatts 1                       | W099@19 | le:seatts is not in the vocabulary, and is left out (1 times). The term most like it: le:seats.",
                "office:councillor        | office:warden                     | F044@14 | “warden” is none of the codes councillor, alderman, parish-councillor, mayor, pcc, mp.",
                "le:office office:councillor | le:office \"councillor\"       | F097@14 | “councillor” (xsd:string) is not a code of the list. https://w3id.org/local-elections/code/office/…",
                "le:seats 1               | <http://example.org/mood> \"calm\" | I099@19 | <http://example.org/mood> is left out (1 times): a result has no room for it.",
                "ex:ann , ex:bob .        | ex:ann , ex:bob , \"Dan\" .       | F097@24 | “Dan” (xsd:string) is not a thing, by its URI or as a blank node."
            })
    void whatIsWrongWithAValueIsSaidAtItsLine(String good, String bad, String rule, String message) {
        Reading reading = Reading.ofText(replaced(good.strip(), bad.strip()));

        assertThat(reading.rules()).contains(rule.strip());
        assertThat(reading.findings().stream().map(RdfTest::message)).contains(message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "le:pollingDate \"2024-05-02\"^^xsd:date ; | le:pollingDate",
                "le:office office:councillor ;             | le:office",
                "le:contestType type:ordinary ;            | le:contestType",
                "le:electoralArea ex:ward-altrincham ;     | le:electoralArea",
                "le:election ex:may ;                      | le:election",
                "le:nameOnBallotPaper \"Ann Archer\" ;     | le:nameOnBallotPaper",
            })
    void whatIsMissingIsAskedForAtItsThing(String good, String property) {
        Reading reading = Reading.ofText(replaced(good.strip(), ""));

        Finding finding = reading.findings().get(0);
        assertThat(finding.rule()).isEqualTo("F098");
        assertThat(finding.details()).containsEntry("property", property.strip());
        assertThat(finding.place().path().orElseThrow()).startsWith("<http://example.org/results/a");
        assertThat(finding.place().row()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "2147483648"})
    void aStageHasANumberThatACountCanReach(String number) {
        String stages = TWO.replace(
                "le:seats 1 ;",
                "le:seats 1 ; le:countStage [ le:stageNumber " + number + " ; le:nonTransferable 1.5 ] ;");

        Reading reading = Reading.ofText(stages);

        assertThat(reading.findings()).extracting(Finding::rule).contains("F026");
    }

    @Test
    void anAreaWithoutANameIsAskedForOne() {
        Reading reading =
                Reading.ofText(replaced("ex:ward-altrincham rdfs:label \"Altrincham\" ;", "ex:ward-altrincham"));

        assertThat(reading.findings().get(0).rule()).isEqualTo("F098");
        assertThat(reading.findings().get(0).details()).containsEntry("property", "rdfs:label");
    }

    @Test
    void dayAndCouncilMayBeGivenBesideTheFile() {
        String text =
                TWO.replace("le:pollingDate \"2024-05-02\"^^xsd:date ;", "").replace("le:election ex:may ;", "");

        Reading reading = Reading.ofText(
                text,
                new ReadOptions(Optional.empty(), Optional.of("trafford"), Optional.of(LocalDate.of(2024, 5, 2))));

        assertThat(reading.contests()).hasSize(2);
    }

    @Test
    void aCandidacyCannotStandInTwoContests() {
        Reading reading = Reading.ofText(TWO + "ex:bob le:candidacyOf ex:hale .");

        assertThat(reading.rules()).contains("F096@58");
        assertThat(reading.contests().get(1).result().candidacies()).hasSize(1);
    }

    @Test
    void whatIsSaidOfThingsThatNoContestLeadsToIsLeftOut() {
        Reading reading = Reading.ofText(TWO + "<http://localhost:8080/id/candidacy/x/y> le:votes 9 . [] le:votes 7 .");

        assertThat(reading.contests()).hasSize(2);
        assertThat(reading.findings().stream().map(RdfTest::message))
                .containsExactly(
                        "Left out is all that is said of <http://localhost:8080/id/candidacy/x/y>, [] and others"
                                + " like it: 2 things, 2 statements.");
    }

    @Test
    void anIdentifierOfAnotherContestIsNotTakenOver() {
        String text = TWO.replace(
                "ex:altrincham a le:Contest ;",
                "ex:altrincham a le:Contest ; <http://www.w3.org/2004/02/skos/core#notation> \"local.salford.eccles.2024-05-02\" ;");

        Reading reading = Reading.ofText(text);

        assertThat(reading.rules()).containsExactly("F096@12");
        assertThat(reading.contests().get(0).result().id().value()).isEqualTo("local.trafford.altrincham.2024-05-02");
    }

    @Test
    void namesakesKeepTheNumbersOfTheirNames() {
        String text = TWO.replace("ex:ann , ex:bob", "<http://x/ann-archer-2> , <http://x/ann-archer>")
                .replace("ex:ann a", "<http://x/ann-archer-2> a")
                .replace("ex:bob a", "<http://x/ann-archer> a")
                .replace("Bob Baker", "Ann Archer");

        List<Candidacy> candidacies =
                Reading.ofText(text).contests().get(0).result().candidacies();

        assertThat(candidacies.stream().map(one -> one.votes().orElseThrow())).containsExactly(1400, 2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contest.rj", "contest.trix", "own-entities.rdf"})
    void otherSyntaxesAreRead(String file) {
        Reading reading = Reading.of(FILES.resolve(file));

        assertThat(reading.contests()).hasSize(1);
        assertThat(reading.contests().get(0).result().candidacies().get(0).nameOnBallotPaper())
                .isEqualTo("Ann Archer");
        assertThat(reading.rules()).allMatch(rule -> rule.startsWith("I090"));
    }

    @Test
    void aFileThatBreaksItsSyntaxIsRefusedAtTheLine() {
        Reading reading = Reading.ofText(replaced("le:votes 1400 ;", "le:votes 1400 le:"));

        assertThat(reading.isUnreadable()).isTrue();
        assertThat(reading.rules()).containsExactly("F095@36");
    }

    private static String replaced(String good, String bad) {
        int at = TWO.indexOf(good);
        assertThat(at).as(good).isNotNegative();
        return TWO.substring(0, at) + bad + TWO.substring(at + good.length());
    }

    private static String message(Finding finding) {
        return RuleTexts.in(Locale.UK).message(finding).strip();
    }

    private static String read(String file) {
        try {
            return Files.readString(FILES.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
