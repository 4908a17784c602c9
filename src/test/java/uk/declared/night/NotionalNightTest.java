package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.reference.ReferenceKind;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/**
 * The first election of a whole council on new boundaries. All of it is made up; two seats a ward:
 *
 * <pre>
 *           2019                reckoned on the new boundaries       2023             and so
 *   North                       Labour 1, Green 1                    Green 2          Green gain 1 from Labour
 *   South                       Labour 2                             Labour 2         Labour hold
 *   East                        nothing                              Conservative 2   new
 *   West    Conservative 2      Green 2                              Conservative 2   Conservative hold: declared goes first
 *   Moor                        Labour 2                             awaited
 *   Old     Labour 2            is no more
 * </pre>
 */
class NotionalNightTest {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 4);
    private static final String HEADINGS =
            "council,polling_date,area_code,area_name,status,seats,name_on_ballot_paper,party_id,votes,elected\n";
    private static final String COLUMNS =
            "Council,Polling Day,Notional For,Ward Name,Ward Code,Party Name,Party ID,Seats,Votes,Source\n";

    @TempDir
    private Path folder;

    private Deployment deployment;
    private NightBook book;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(folder.resolve("data"), Optional.empty());
        book = NightBook.of(deployment, FactsBeside.of(deployment));
        publish(two("2019-05-02", "E05000801", "Old", "PP53", "PP53")
                + two("2019-05-02", "E05000899", "West", "PP52", "PP52"));
        publish(two("2023-05-04", "E05015201", "North", "PP63", "PP63")
                + two("2023-05-04", "E05015202", "South", "PP53", "PP53")
                + two("2023-05-04", "E05015203", "East", "PP52", "PP52")
                + two("2023-05-04", "E05000899", "West", "PP52", "PP52")
                + "trafford,2023-05-04,E05015204,Moor,nominated,2,Ann Ash,PP53,,\n"
                + "trafford,2023-05-04,E05015204,Moor,nominated,2,Bo Birch,PP63,,\n"
                + "trafford,2023-05-04,E05015204,Moor,nominated,2,Cy Cedar,PP63,,\n");
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    /** Two are elected, and the third is not. */
    private static String two(String day, String code, String ward, String first, String second) {
        String start = "trafford," + day + "," + code + "," + ward + ",declared,2,";
        return start + ward + " One," + first + ",900,true\n"
                + start + ward + " Two," + second + ",800,true\n"
                + start + ward + " Three,PP90,100,false\n";
    }

    private void publish(String rows) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "results", ".csv"), HEADINGS + rows);
        var publication = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
        assertThat(publication.refused()).as("%s", publication.report()).isFalse();
    }

    private void reckoned(String rows) throws Exception {
        Path file = Files.writeString(folder.resolve("notional.csv"), COLUMNS + rows);
        deployment.imports().publish(ReferenceKind.NOTIONAL, file);
    }

    private static String row(String ward, String code, String party, String id, int seats) {
        return "Trafford,2023-05-04,2019-05-02," + ward + "," + code + "," + party + "," + id + "," + seats
                + ",,Example University\n";
    }

    private static String all() {
        return row("North", "E05015201", "Labour Party", "PP53", 1)
                + row("North", "E05015201", "Green Party", "PP63", 1)
                + row("South", "E05015202", "Labour Party", "PP53", 2)
                + row("West", "E05000899", "Green Party", "PP63", 2)
                + row("Moor", "E05015204", "Labour Party", "PP53", 2);
    }

    private CouncilNight trafford() {
        return book.now(DAY).orElseThrow().council("trafford").orElseThrow();
    }

    private Turn turn(String ward) {
        return Objects.requireNonNull(trafford().turns().get(new BallotId("local.trafford." + ward + ".2023-05-04")));
    }

    private static Turn notional(Turn.Kind kind, Map<String, Integer> gained, Map<String, Integer> lost) {
        return new Turn(kind, Turn.Since.NOTIONAL, gained, lost, Optional.of("Example University"));
    }

    @Test
    void withoutANotionalResultAWardOnNewBoundariesIsNewAndNotCounted() {
        assertThat(turn("north")).isEqualTo(Turn.without(Turn.Kind.NEW));
        assertThat(turn("west").since()).isEqualTo(Turn.Since.FOUGHT);
        assertThat(trafford().sinceFought()).isEqualTo(new CouncilNight.Net(1, Map.of()));
    }

    @Test
    void aWardOnNewBoundariesIsComparedWithWhatSomebodyReckoned() throws Exception {
        reckoned(all());

        assertThat(turn("north")).isEqualTo(notional(Turn.Kind.GAIN, Map.of("PP63", 1), Map.of("PP53", 1)));
        assertThat(turn("south")).isEqualTo(notional(Turn.Kind.HOLD, Map.of(), Map.of()));
        assertThat(turn("east")).as("of which nothing is reckoned").isEqualTo(Turn.without(Turn.Kind.NEW));
        assertThat(trafford().turns()).as("one that is awaited changed nothing").hasSize(4);
    }

    @Test
    void whatWasDeclaredGoesBeforeWhatWasReckoned() throws Exception {
        reckoned(all());

        assertThat(turn("west"))
                .isEqualTo(new Turn(Turn.Kind.HOLD, Turn.Since.FOUGHT, Map.of(), Map.of(), Optional.empty()));
    }

    /** Green one more and Labour one fewer in North; nobody in South and West; East is left out. */
    @Test
    void theNetChangeSinceTheSeatsWereLastFoughtCountsWhatIsReckonedAndThatSinceTheEveDoesNot() throws Exception {
        reckoned(all());

        assertThat(trafford().sinceFought()).isEqualTo(new CouncilNight.Net(3, Map.of("PP63", 1, "PP53", -1)));
        assertThat(trafford().sinceEve().contests())
                .as("West alone had members")
                .isEqualTo(1);
        assertThat(book.now(DAY).orElseThrow().parties())
                .filteredOn(state -> state.party().equals("PP63"))
                .extracting(Board.PartyState::sinceFought)
                .containsExactly(1);
    }

    @Test
    void aResultThatIsTakenBackIsNotCompared() throws Exception {
        reckoned(all());
        deployment
                .upkeep()
                .withdraw(
                        new BallotId("local.trafford.north.2023-05-04"), "Counted in the wrong ward", Source.OPERATOR);

        assertThat(trafford().turns()).doesNotContainKey(new BallotId("local.trafford.north.2023-05-04"));
        assertThat(trafford().sinceFought()).isEqualTo(new CouncilNight.Net(2, Map.of()));
    }

    @Test
    void aLaterTableOfTheSameCouncilAndDayTakesThePlaceOfTheEarlier() throws Exception {
        reckoned(all());
        assertThat(turn("south").kind()).isEqualTo(Turn.Kind.HOLD);
        reckoned(row("South", "E05015202", "Green Party", "PP63", 2));

        assertThat(turn("south")).isEqualTo(notional(Turn.Kind.GAIN, Map.of("PP53", 2), Map.of("PP63", 2)));
        assertThat(turn("north").kind()).as("no longer in the table").isEqualTo(Turn.Kind.NEW);
    }

    @Test
    void aWardWithoutACodeIsFoundByItsName() throws Exception {
        reckoned(row("NORTH WARD", "", "Green Party", "PP63", 2));

        assertThat(turn("north")).isEqualTo(notional(Turn.Kind.HOLD, Map.of(), Map.of()));
    }

    @Test
    void aCodeThatIsAnotherWardsIsNotOverruledByAName() throws Exception {
        reckoned(row("North", "E05015299", "Green Party", "PP63", 2));

        assertThat(turn("north").kind()).isEqualTo(Turn.Kind.NEW);
    }

    @Test
    void anotherNumberOfSeatsAnotherDayAndAPartyThatNobodyKnowsAreNotCompared() throws Exception {
        reckoned(row("North", "E05015201", "Green Party", "PP63", 3)
                + row("South", "E05015202", "Friends of Trafford", "", 2)
                + row("East", "E05015203", "Conservative", "PP52", 2).replace("2023-05-04", "2022-05-05"));

        assertThat(turn("north").kind()).as("three seats where two are filled").isEqualTo(Turn.Kind.NEW);
        assertThat(turn("south").kind()).as("a name that no party bears").isEqualTo(Turn.Kind.NEW);
        assertThat(turn("east").kind()).as("reckoned for another polling day").isEqualTo(Turn.Kind.NEW);
    }
}
