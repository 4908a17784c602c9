package uk.declared.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.declared.Samples;
import uk.declared.election.ContestStatus;
import uk.declared.election.Count;
import uk.declared.election.CountStage;
import uk.declared.election.Tally.Outcome;
import uk.declared.election.VotingSystem;
import uk.declared.report.Finding;

/** Tables of the stages of counts: one real file, the others invented in its form. */
class StageTableTest {
    private static final Path FILE = Samples.path("stv/scotland-2017/five-councils.csv");
    private static final String HEADINGS =
            "name,party_name,council_id,election,map_ward_id,ward_name,contested,elected,"
                    + "status,occurred_on_count,first_prefs,transfers02,total_votes02,transfers03,total_votes03,electorate,"
                    + "total_poll,valid_poll,rejected,quota,seats,candidates\n";
    private static final String WARD = ",aberdeen-city,local.aberdeen-city.2017-05-04,S13002845,Airyhall,1,";
    private static final String FIGURES = ",1000,105,100,5,34,2,3\n";

    /** Two seats, 100 papers, quota 34: A has 50 and passes 16 on, of which 1 is lost; then C goes. */
    static final String INVENTED = HEADINGS
            + "A" + "," + WARD + "1,Elected,1,50.00000,-16.00000,34.00000,0.00000,34.00000" + FIGURES
            + "B" + "," + WARD + "1,Elected,3,30.00000,9.00000,39.00000,20.50000,59.50000" + FIGURES
            + "C" + "," + WARD + "0,Excluded,2,20.00000,6.00000,26.00000,-26.00000,0.00000" + FIGURES;

    @Test
    void theRealFileIsReadWithEveryWardAndStage() {

        Reading reading = Reading.of(FILE, ReadOptions.NONE);
        List<SubmittedContest> contests = reading.contests();

        assertThat(contests).hasSize(58);
        assertThat(contests.stream()
                        .mapToInt(contest -> contest.result().candidacies().size())
                        .sum())
                .isEqualTo(460);
        assertThat(contests.stream()
                        .flatMap(contest -> contest.result().candidacies().stream())
                        .filter(who -> who.elected().orElse(false)))
                .hasSize(205);
        assertThat(contests.stream()
                        .filter(contest ->
                                contest.result().contestStatus().equals(Optional.of(ContestStatus.UNCONTESTED))))
                .hasSize(2)
                .allSatisfy(contest -> assertThat(contest.result().count()).isEmpty());
        // Counted with awk: the filled cells total_votes02 to total_votes12, and 454 first preferences.
        assertThat(contests.stream()
                        .flatMap(contest -> contest.result().count().stream())
                        .flatMap(count -> count.stages().stream())
                        .mapToInt(stage -> stage.tallies().size())
                        .sum())
                .isEqualTo(FILLED);
    }

    private static final int FILLED = 3610;

    @Test
    void everyStageHasItsVotesItsTransfersAndWhatItDecided() {
        SubmittedContest contest =
                Reading.ofText(INVENTED, ReadOptions.NONE).contests().get(0);
        Count count = contest.result().count().orElseThrow();

        assertThat(contest.result().votingSystem()).contains(VotingSystem.SINGLE_TRANSFERABLE_VOTE);
        assertThat(contest.result().candidacies().get(0).votes()).isEqualTo(OptionalInt.of(50));
        assertThat(count.quota()).contains(new BigDecimal("34"));
        assertThat(count.stages()).extracting(CountStage::number).containsExactly(1, 2, 3);
        assertThat(count.stages().get(1).tallies().get(0).transfer()).contains(new BigDecimal("-16.00000"));
        assertThat(count.stages().get(1).kind()).contains(CountStage.Kind.SURPLUS);
        assertThat(count.stages().get(2).kind()).contains(CountStage.Kind.EXCLUSION);
        assertThat(count.stages().get(2).tallies().get(1).outcome()).contains(Outcome.ELECTED);
        assertThat(contest.source()
                        .cell(new Part.OfTally(2, 0), "transfer")
                        .orElseThrow()
                        .place()
                        .row())
                .hasValue(2);
    }

    @Test
    void aRowOfNonTransferableVotesIsNoCandidate() {
        String lost = "Non-transferable," + WARD + "0,,,,,1.00000,,6.50000,1000,105,100,5,34,2,3\n";

        SubmittedContest contest =
                Reading.ofText(INVENTED + lost, ReadOptions.NONE).contests().get(0);

        assertThat(contest.result().candidacies()).hasSize(3);
        assertThat(contest.result().count().orElseThrow().stages().get(2).nonTransferable())
                .contains(new BigDecimal("6.50000"));
    }

    @ParameterizedTest
    @CsvSource({
        "9.00000, nine, F027",
        "Excluded, Gone, F028",
        "local.aberdeen-city.2017-05-04, Aberdeen, F029",
        "'2,3', '2,4', W056"
    })
    void whatCannotBeReadIsSaidWithItsCell(String right, String wrong, String rule) {
        Reading reading = Reading.ofText(INVENTED.replace(right, wrong), ReadOptions.NONE);

        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals(rule))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.place().column()).isPresent());
    }

    @Test
    void theTemplateHoldsTheSameStages() {
        String table = "council,polling_date,area_code,area_name,elected,name_on_ballot_paper,votes,quota,outcome,"
                + "outcome_stage,transfer_2,total_2,non_transferable_2\n"
                + "aberdeen-city,2017-05-04,S13002845,Airyhall,true,A,50,34,elected,1,-16,34,1\n"
                + "aberdeen-city,2017-05-04,S13002845,Airyhall,false,B,30,34,not-elected,,9.5,39.5,1\n";

        Count count = Reading.ofText(table, ReadOptions.NONE)
                .contests()
                .get(0)
                .result()
                .count()
                .orElseThrow();

        assertThat(count.stages()).hasSize(2);
        assertThat(count.stages().get(1).nonTransferable()).contains(BigDecimal.ONE);
        assertThat(count.stages().get(1).tallies().get(1).outcome()).contains(Outcome.NOT_ELECTED);
    }

    @Test
    void firstPreferencesWithPlacesAreSaidOnceForAFile() {
        assertThat(Reading.ofText(INVENTED, ReadOptions.NONE).findings())
                .extracting(Finding::rule)
                .containsOnlyOnce("I057");
    }
}
