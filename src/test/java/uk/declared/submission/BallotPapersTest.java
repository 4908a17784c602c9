package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.declared.Samples;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.report.Finding;

/** Ballot papers by preference: one real ward, the others invented. */
class BallotPapersTest {
    private static final Path FOLDER = Samples.path("stv/profiles");
    private static final ReadOptions GLASGOW =
            new ReadOptions(Optional.empty(), Optional.of("glasgow-city"), Optional.of(LocalDate.of(2022, 5, 5)));

    /** Ten papers, one seat, quota 6: A 4, B 3, C 3; C or B goes by lot unless C has one more. */
    private static final String SMALL = "3 1\n4 1 0\n3 2 1 0\n4 3 2 0\n0\n\"Ann\"\n\"Bob\"\n\"Cyd\"\n\"Ward 3 Linn\"\n";

    @ParameterizedTest
    @ValueSource(strings = {"glasgow-ward-8-2022.blt", "glasgow-ward-8-2022.csv"})
    void theRealWardIsCountedFromItsPapers(String name) {
        Path file = FOLDER.resolve(name);
        assumeThat(Files.exists(file))
                .as("The folder shared/data with the real files is not here")
                .isTrue();

        ContestResult contest = Reading.of(file, GLASGOW).contests().get(0).result();

        assertThat(contest.area().name()).isEqualTo("Southside Central");
        // Elected, says the council: Belic, Gallagher, Scanlon and Siddique. 7,717 is the sum of the first numbers of
        // the lines, by awk.
        assertThat(contest.account().validBallotPapers()).hasValue(7_717);
        assertThat(contest.count().orElseThrow().quota().orElseThrow()).isEqualByComparingTo("1544");
        assertThat(contest.candidacies().stream()
                        .filter(who -> who.elected().orElse(false))
                        .map(Candidacy::nameOnBallotPaper)
                        .map(who -> who.replaceAll(".* ", "").toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("belic", "gallagher", "scanlon", "siddique");
    }

    @Test
    void partiesInsideAndAfterTheNameAreRead() {
        String inside = SMALL.replace("\"Ann\"", "\"Ann \"\"Purple Party\"\"\"");
        String after = SMALL.replace("\"Ann\"", "\"Candidate 1\",\"Ann\",\"Purple Party\",");

        for (String text : List.of(inside, after)) {
            Candidacy ann = Reading.ofText(text, GLASGOW)
                    .contests()
                    .get(0)
                    .result()
                    .candidacies()
                    .get(0);
            assertThat(ann.nameOnBallotPaper()).isEqualTo("Ann");
            assertThat(ann.standing().toString()).contains("Purple Party");
        }
    }

    /** The same with what OpaVote and its like write: comments, numbers of papers, names without marks, papers of nobody. */
    private static final String OPAVOTE = """
            # A poll for one of "three"
            3 1

            # Papers
            (A1) 2 1 0
            (A2) 2 1 0   # of two stations
            3 2 1 0
            4 3 2 0
            5 0
            0
            # Names
            Ann O'Able   # stood before
            Bob
            Cyd
            Ward 3 Linn
            """;

    @Test
    void namesWithoutMarksCommentsAndPapersOfNobodyAreReadAsOpaVoteWritesThem() {
        Reading reading = Reading.ofText(OPAVOTE, GLASGOW);
        ContestResult opavote = reading.contests().get(0).result();
        ContestResult small = Reading.ofText(SMALL, GLASGOW).contests().get(0).result();

        assertThat(opavote.area().name()).isEqualTo("Linn");
        assertThat(opavote.candidacies())
                .extracting(Candidacy::nameOnBallotPaper)
                .containsExactly("Ann O'Able", "Bob", "Cyd");
        assertThat(opavote.count()).isEqualTo(small.count());
        assertThat(opavote.account().validBallotPapers()).hasValue(11);
        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("I038"))
                .singleElement()
                .extracting(Finding::details)
                .isEqualTo(Map.of("papers", "5"));
    }

    @Test
    void aFileWithoutTheLineThatEndsThePapersNeedsMarks() {
        String unended = SMALL.replace("0\n\"Ann\"", "\"Ann\"");

        assertThat(Reading.ofText(unended, GLASGOW).contests()).hasSize(1);
        assertThat(Reading.ofText(unended.replace("\"", ""), GLASGOW).rules()).containsExactly("F055@5");
    }

    @Test
    void aTieThatOnlyALotDecidesRefusesTheFile() {
        String tied = SMALL.replace("4 3 2 0", "3 3 2 0");

        assertThat(Reading.ofText(tied, GLASGOW).findings())
                .extracting(Finding::rule)
                .contains("F058");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 1 1 0", "4 5 0", "four 1 0", "4", "99999999999 1 0"})
    void aLineThatIsNoPaperRefusesTheFileWithItsNumber(String line) {
        assertThat(Reading.ofText(SMALL.replace("4 3 2 0", line), GLASGOW).findings())
                .extracting(Finding::rule)
                .contains("F055");
    }

    @Test
    void councilAndDayAreAskedFor() {
        assertThat(Reading.ofText(SMALL, ReadOptions.NONE).findings())
                .extracting(Finding::rule)
                .contains("F049");
    }

    @Test
    void aCountWhoseAreaHasNoNameIsSaidToBeLeftOut() {
        Reading reading =
                Reading.ofText(SMALL.replace("4 3 2 0", "4 3 2 0\n3 3 0").replace("Ward 3 Linn", "?!"), GLASGOW);

        assertThat(reading.contests()).isEmpty();
        assertThat(reading.events()).last().isInstanceOf(UnidentifiedContest.class);
    }
}
