package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** Two contests in one ward; all of it is made up, and each has 1,000 votes, so that ten votes are a point. */
class SwingsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);
    private static final String HEADINGS = "council,polling_date,contest_type,area_code,area_name,status,seats,"
            + "name_on_ballot_paper,party_id,party_name,votes,elected\n";

    @TempDir
    private Path folder;

    private Deployment deployment;
    private NightBook book;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        book = NightBook.of(deployment, FactsBeside.of(deployment));
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    private static String contest(String day, String type, String code, int labour, int green) {
        String start = "trafford," + day + "," + type + "," + code + ",North,declared,1,";
        return String.format(
                Locale.ROOT,
                "%1$sAnn Ash,PP53,Labour Party,%2$d,%3$b%n%1$sBo Birch,PP63,Green Party,%4$d,%5$b%n",
                start,
                labour,
                labour > green,
                green,
                green > labour);
    }

    private void publish(String rows) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "results", ".csv"), HEADINGS + rows);
        var publication = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
        assertThat(publication.refused()).as("%s", publication.report()).isFalse();
    }

    private Optional<Swing> swing() {
        return swing(book.now(DAY).orElseThrow());
    }

    private static Optional<Swing> swing(Board board) {
        return board.swings()
                .of(board.council("trafford").orElseThrow().contests().get(0));
    }

    private static void assertThatItIs(Optional<Swing> swing, String points, String from, String to) {
        assertThat(swing).hasValueSatisfying(found -> {
            assertThat(found.points()).isEqualByComparingTo(points);
            assertThat(found.from()).isEqualTo(from);
            assertThat(found.to()).isEqualTo(to);
        });
    }

    /** Labour from 60.0 to 52.5 per cent, Greens from 40.0 to 47.5. */
    @Test
    void aSwingIsFromTheLastOrdinaryContestInTheWardAndNotFromAByElection() throws Exception {
        publish(contest("2022-05-05", "ordinary", "E05000819", 600, 400));
        publish(contest("2023-03-02", "by-election", "E05000819", 300, 700));
        publish(contest("2024-05-02", "ordinary", "E05000819", 525, 475));

        assertThatItIs(swing(), "7.5", "PP53", "PP63");
    }

    @Test
    void thereIsNoneWhereTheWardIsOnOtherGroundOrNothingIsKnownOfBefore() throws Exception {
        publish(contest("2024-05-02", "ordinary", "E05000819", 525, 475));
        assertThat(swing()).isEmpty();

        publish(contest("2022-05-05", "ordinary", "E05000820", 600, 400));
        assertThat(swing()).isEmpty();
    }

    @Test
    void theSwingsOfTheLastDayAreKnownBeforeAnybodyAsks() throws Exception {
        publish(contest("2022-05-05", "ordinary", "E05000819", 600, 400));
        publish(contest("2024-05-02", "ordinary", "E05000819", 525, 475));

        book.prepareSwings();

        Board board = book.now(DAY).orElseThrow();
        deployment.store().close();
        assertThatItIs(swing(board), "7.5", "PP53", "PP63");
    }

    /** What was published of an earlier day later on, and corrected after that, counts as it stands. */
    @Test
    void aSwingFollowsCorrectionsOfEitherContest() throws Exception {
        publish(contest("2024-05-02", "ordinary", "E05000819", 525, 475));
        publish(contest("2022-05-05", "ordinary", "E05000819", 600, 400));
        assertThatItIs(swing(), "7.5", "PP53", "PP63");

        publish(contest("2022-05-05", "ordinary", "E05000819", 505, 495));
        assertThatItIs(swing(), "2", "PP63", "PP53");

        publish(contest("2024-05-02", "ordinary", "E05000819", 505, 495));
        assertThatItIs(swing(), "0", "PP63", "PP53");
    }

    /** The first version stands on the board of its moment as it was: 525 and 475, though 505 and 495 were right. */
    @Test
    void anEarlierMomentHasTheSwingOfItsOwnFigures() throws Exception {
        publish(contest("2022-05-05", "ordinary", "E05000819", 600, 400));
        publish(contest("2024-05-02", "ordinary", "E05000819", 525, 475));
        Board before = book.now(DAY).orElseThrow();
        publish(contest("2024-05-02", "ordinary", "E05000819", 505, 495));

        assertThatItIs(swing(before), "7.5", "PP53", "PP63");
        assertThatItIs(swing(), "9.5", "PP53", "PP63");
    }

    @Test
    void aContestThatWasTakenBackHasNone() throws Exception {
        publish(contest("2022-05-05", "ordinary", "E05000819", 600, 400));
        publish(contest("2024-05-02", "ordinary", "E05000819", 525, 475));
        deployment
                .upkeep()
                .withdraw(new BallotId("local.trafford.north.2024-05-02"), "A box was not counted", Source.OPERATOR);

        assertThat(swing()).isEmpty();
        assertThat(book.at(DAY, Instant.now()).map(SwingsTest::swing).orElseThrow())
                .isEmpty();
    }
}
