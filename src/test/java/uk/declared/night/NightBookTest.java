package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.composition.FactsCache;
import uk.declared.deployment.Deployment;
import uk.declared.election.BallotId;
import uk.declared.election.Source;
import uk.declared.night.CouncilNight.Change;
import uk.declared.night.CouncilNight.State;
import uk.declared.reference.ReferenceKind;
import uk.declared.store.Store;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;

/** A night on a small council, whose members are made up: who has what follows by counting six seats on the fingers. */
class NightBookTest {
    private static final LocalDate DAY = LocalDate.of(2022, 5, 5);

    /** Greens have four of six, Labour two; a Green seat of each ward is up. */
    private static final String SITTING =
            "Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code\n"
                    + "Trafford,North,Ann Ash,2022,Green Party,PP63\n"
                    + "Trafford,North,Bob Beech,2023,Green Party,PP63\n"
                    + "Trafford,North,Cai Cedar,2024,Labour Party,PP53\n"
                    + "Trafford,South,Dee Date,2022,Green Party,PP63\n"
                    + "Trafford,South,Eve Elm,2023,Green Party,PP63\n"
                    + "Trafford,South,Flo Fir,2024,Labour Party,PP53\n";

    private static final String HEADINGS = "council,polling_date,area_code,area_name,contest_type,status,"
            + "contest_status,contest_status_reason,seats,name_on_ballot_paper,party_id,party_name,votes,elected\n";

    @TempDir
    private Path temporary;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2022-05-05T22:00:00Z"));
    private Deployment deployment;
    private NightBook book;

    @BeforeEach
    void open() throws Exception {
        deployment = Deployment.open(temporary.resolve("data"), Optional.empty(), clock());
        book = NightBook.of(deployment, FactsBeside.of(deployment));
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void aNominatedContestIsAwaitedAndNothingIsSaidOfControl() throws Exception {
        sitting();
        nominate();

        CouncilNight trafford = trafford();

        assertThat(trafford.state()).isEqualTo(State.AWAITED);
        assertThat(trafford.before().by()).isEqualTo(Map.of("PP63", 4, "PP53", 2));
        assertThat(trafford.controlBefore()).contains(CouncilControl.by("PP63"));
        assertThat(trafford.controlAfter()).isEmpty();
        assertThat(book.now(DAY).orElseThrow().lines()).isEmpty();
    }

    /** As after a great many results at once, of which the store's writer keeps nothing. */
    @Test
    void whatComesOfEarlierDaysIsSeenWhereTheWriterKnowsNothingOfTheCouncil() throws Exception {
        book = NightBook.of(
                deployment,
                new FactsBeside(
                        deployment.store(),
                        new FactsCache(),
                        new CouncilNews(deployment.store(), Optional.of(deployment.history()))));
        nominate();
        assertThat(trafford().before().by()).isEmpty();

        sitting();
        assertThat(trafford().before().by()).isEqualTo(Map.of("PP63", 4, "PP53", 2));

        publish(HEADINGS + north("2022-04-21,E05000801,North,by-election"));
        assertThat(trafford().before().by()).isNotEqualTo(Map.of("PP63", 4, "PP53", 2));
    }

    /** Clocks in the United Kingdom are an hour before UTC in May. */
    @Test
    void whatIsAwaitedIsExpectedWhenItsCouncilSaid() throws Exception {
        publish(
                HEADINGS.replace("seats,", "seats,expected_declaration,")
                        + "trafford,2022-05-05,E05000801,North,ordinary,nominated,,,1,2022-05-06T02:30,Ann Ash,PP63,Green Party,,\n"
                        + "trafford,2022-05-05,E05000802,South,ordinary,nominated,,,1,2022-05-06T04:00,Dee Date,PP63,Green Party,,\n");

        assertThat(trafford().expected())
                .contains(new CouncilNight.Expected(
                        Instant.parse("2022-05-06T01:30:00Z"), Instant.parse("2022-05-06T03:00:00Z")));
    }

    /** With North lost, Greens have two seats of six and one open: three are no majority, whoever wins South. */
    @Test
    void controlIsLostAsSoonAsNothingThatIsOutCanKeepIt() throws Exception {
        sitting();
        nominate();
        declare("North", "Gus Gorse", "PP53", "Ann Ash", "PP63");

        CouncilNight trafford = trafford();

        assertThat(trafford.state()).isEqualTo(State.COUNTING);
        assertThat(trafford.controlAfter()).isEmpty();
        assertThat(trafford.change()).isEqualTo(Change.LOST);
        assertThat(trafford.after().by()).isEqualTo(Map.of("PP63", 2, "PP53", 3));
        assertThat(trafford.turns().values())
                .containsExactly(new Turn(
                        Turn.Kind.GAIN, Turn.Since.EVE, Map.of("PP53", 1), Map.of("PP63", 1), Optional.empty()));
        assertThat(trafford.sinceEve().by()).isEqualTo(Map.of("PP53", 1, "PP63", -1));
    }

    @Test
    void controlIsGainedWithTheLastWard() throws Exception {
        sitting();
        nominate();
        declare("North", "Gus Gorse", "PP53", "Ann Ash", "PP63");
        declare("South", "Hal Holly", "PP53", "Dee Date", "PP63");

        CouncilNight trafford = trafford();

        assertThat(trafford.state()).isEqualTo(State.COMPLETE);
        assertThat(trafford.controlAfter()).contains(CouncilControl.by("PP53"));
        assertThat(trafford.change()).isEqualTo(Change.GAINED);
        assertThat(book.now(DAY).orElseThrow().lines().stream()
                        .map(NightLine::kind)
                        .toList())
                .containsExactly(
                        NightLine.Kind.CONTROL,
                        NightLine.Kind.DECLARED,
                        NightLine.Kind.CONTROL,
                        NightLine.Kind.DECLARED);
    }

    @Test
    void aWithdrawnResultOpensControlAgain() throws Exception {
        sitting();
        nominate();
        declare("North", "Gus Gorse", "PP53", "Ann Ash", "PP63");
        declare("South", "Dee Date", "PP63", "Hal Holly", "PP53");
        deployment
                .upkeep()
                .withdraw(new BallotId("local.trafford.north.2022-05-05"), "A box was not counted", Source.OPERATOR);

        CouncilNight trafford = trafford();

        assertThat(trafford.state()).isEqualTo(State.COUNTING);
        assertThat(trafford.controlAfter()).isEmpty();
        assertThat(trafford.change()).isEqualTo(Change.OPEN);
        assertThat(book.now(DAY).orElseThrow().lines().get(0).kind()).isEqualTo(NightLine.Kind.CONTROL_REOPENED);
    }

    @Test
    void anyMomentIsShownAsItWasThen() throws Exception {
        sitting();
        nominate();
        declare("North", "Gus Gorse", "PP53", "Ann Ash", "PP63");
        Instant between = Objects.requireNonNull(now.get());
        declare("South", "Hal Holly", "PP53", "Dee Date", "PP63");

        Board then = book.at(DAY, between).orElseThrow();

        assertThat(then.declared()).isEqualTo(1);
        assertThat(then.council("trafford").orElseThrow().change()).isEqualTo(Change.LOST);
        assertThat(book.now(DAY).orElseThrow().declared()).isEqualTo(2);
        assertThat(book.at(DAY, between.minusSeconds(3600))).isEmpty();
    }

    @Test
    void aBookThatIsOpenedLaterSaysTheSame() throws Exception {
        sitting();
        nominate();
        book.now(DAY);
        declare("North", "Gus Gorse", "PP53", "Ann Ash", "PP63");
        declare("South", "Hal Holly", "PP53", "Dee Date", "PP63");

        Board kept = book.now(DAY).orElseThrow();
        Board anew =
                NightBook.of(deployment, FactsBeside.of(deployment)).now(DAY).orElseThrow();

        assertThat(anew.councils()).isEqualTo(kept.councils());
        assertThat(anew.parties()).isEqualTo(kept.parties());
        assertThat(anew.lines()).isEqualTo(kept.lines());
    }

    /** A result alone does not say that there are no other contests: its council may have any number more. */
    @Test
    void whereNoNominationsAreKnownControlWaitsUntilTheDayIsOver() throws Exception {
        sitting();
        declare("North", "Gus Gorse", "PP53", "Ann Ash", "PP63");
        assertThat(trafford().change()).isEqualTo(Change.OPEN);

        now.set(Instant.parse("2022-05-20T12:00:00Z"));
        declare("South", "Hal Holly", "PP53", "Dee Date", "PP63");
        assertThat(trafford().change()).isEqualTo(Change.GAINED);
    }

    @Test
    void aPollThatIsPutOffIsNotWaitedFor() throws Exception {
        sitting();
        nominate();
        publish(
                HEADINGS
                        + "trafford,2022-05-05,E05000801,North,ordinary,nominated,countermanded,death-of-candidate,1,Ann Ash,PP63,Green Party,,\n");
        declare("South", "Dee Date", "PP63", "Hal Holly", "PP53");

        CouncilNight trafford = trafford();

        assertThat(trafford.state()).isEqualTo(State.COMPLETE);
        assertThat(trafford.controlAfter())
                .as("three Greens, two Labour, one seat open")
                .isEmpty();
        assertThat(book.now(DAY).orElseThrow().lines()).anyMatch(line -> line.kind() == NightLine.Kind.PUT_OFF);
    }

    /** Nobody stands for Labour alone on the day: whether the seat that Labour held changed hands is not said. */
    @Test
    void aPartyAndItselfTogetherWithAnotherAreNoGainFromEachOther() throws Exception {
        Path file = temporary.resolve("sitting-2022-04-01.csv");
        Files.writeString(file, SITTING.replace("Ann Ash,2022,Green Party,PP63", "Ann Ash,2022,Labour Party,PP53"));
        deployment.imports().publish(ReferenceKind.COMPOSITION, file);
        declare("North", "Ann Ash", "joint-party:53-119", "Gus Gorse", "PP63");

        assertThat(trafford().turns().values()).containsExactly(Turn.without(Turn.Kind.NOT_COMPARED));
        assertThat(trafford().sinceEve().by()).isEmpty();

        // In South somebody stands for Labour alone: those of both are counted with them, and the seat was held.
        declare("South", "Dee Date", "PP63", "Hal Holly", "PP53");
        assertThat(trafford().turns().get(new BallotId("local.trafford.north.2022-05-05")))
                .isEqualTo(new Turn(Turn.Kind.HOLD, Turn.Since.EVE, Map.of(), Map.of(), Optional.empty()));
    }

    @Test
    void theDaysThatAreLikelyToBeAskedForAreTheLastAndTheGreatestOfTheYearBeforeIt() throws Exception {
        assertThat(book.likely()).isEmpty();
        nominate();
        publish(HEADINGS
                + north("2021-05-06,E05000801,North,ordinary")
                + north("2022-06-30,E05000801,North,by-election"));

        assertThat(book.likely()).containsExactly(LocalDate.of(2022, 6, 30), DAY);
    }

    /** The first who asks for a day waits for what its councils were before; nobody who asks for another day does. */
    @Test
    void whileADayIsReadOtherDaysAnswerAndWhatComesMeanwhileIsInItToo() throws Exception {
        sitting();
        nominate();
        declare("North", "Gus Gorse", "PP53", "Ann Ash", "PP63");
        publish(HEADINGS + north("2021-05-06,E05000801,North,ordinary"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        NightBook slow = new NightBook(
                pausing(deployment.store(), begun, mayEnd),
                deployment.uris(),
                Optional.of(deployment.history()),
                FactsBeside.of(deployment));

        CompletableFuture<Board> first =
                CompletableFuture.supplyAsync(() -> slow.now(DAY).orElseThrow());
        begun.await();
        CompletableFuture<Board> another = CompletableFuture.supplyAsync(
                () -> slow.now(LocalDate.of(2021, 5, 6)).orElseThrow());
        assertThat(another.get(1, TimeUnit.MINUTES).declared()).isEqualTo(1);
        declare("South", "Hal Holly", "PP53", "Dee Date", "PP63");
        assertThat(first).isNotDone();
        mayEnd.countDown();

        assertThat(first.get(1, TimeUnit.MINUTES).declared()).isEqualTo(2);
        assertThat(slow.now(DAY).orElseThrow().councils())
                .isEqualTo(book.now(DAY).orElseThrow().councils());
    }

    private static String north(String contest) {
        String start = "trafford," + contest + ",declared,,,1,";
        return start + "Ann Ash,PP63,Green Party,10,true\n" + start + "Gus Gorse,PP53,Labour Party,9,false\n";
    }

    /** A store whose first query does not end before it may. */
    private static Store pausing(Store store, CountDownLatch begun, CountDownLatch mayEnd) {
        AtomicBoolean first = new AtomicBoolean(true);
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("select") && first.getAndSet(false)) {
                        begun.countDown();
                        mayEnd.await();
                    }
                    return method.invoke(store, arguments);
                });
    }

    /** A clock that stands a minute later each time that something is published. */
    private Clock clock() {
        InstantSource source = () -> Objects.requireNonNull(now.get());
        return source.withZone(ZoneOffset.UTC);
    }

    private CouncilNight trafford() {
        return book.now(DAY).orElseThrow().council("trafford").orElseThrow();
    }

    private void sitting() throws Exception {
        Path file = temporary.resolve("sitting-2022-04-01.csv");
        Files.writeString(file, SITTING);
        deployment.imports().publish(ReferenceKind.COMPOSITION, file);
    }

    private void nominate() throws Exception {
        publish(HEADINGS
                + "trafford,2022-05-05,E05000801,North,ordinary,nominated,,,1,Ann Ash,PP63,Green Party,,\n"
                + "trafford,2022-05-05,E05000801,North,ordinary,nominated,,,1,Gus Gorse,PP53,Labour Party,,\n"
                + "trafford,2022-05-05,E05000802,South,ordinary,nominated,,,1,Hal Holly,PP53,Labour Party,,\n"
                + "trafford,2022-05-05,E05000802,South,ordinary,nominated,,,1,Dee Date,PP63,Green Party,,\n");
    }

    private void declare(String ward, String winner, String party, String loser, String other) throws Exception {
        String start = "trafford,2022-05-05," + (ward.equals("North") ? "E05000801" : "E05000802") + "," + ward
                + ",ordinary,declared,,,1,";
        publish(HEADINGS + start + winner + "," + party + ",,1000,true\n" + start + loser + "," + other
                + ",,900,false\n");
    }

    private void publish(String table) throws Exception {
        now.updateAndGet(before -> before.plusSeconds(60));
        Path file = Files.createTempFile(temporary, "results", ".csv");
        Files.write(file, table.getBytes(StandardCharsets.UTF_8));
        var publication = deployment.publisher().publish(Submission.open(file), ReadOptions.NONE, Source.OPERATOR);
        assertThat(publication.refused()).as("%s", publication.report()).isFalse();
        assertThat(publication.published()).isNotEmpty();
    }
}
