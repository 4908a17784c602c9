package uk.declared.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import uk.declared.composition.CouncilFacts.Contest;
import uk.declared.composition.CouncilFacts.Winner;
import uk.declared.election.Outcome;

/** A ward of two seats that were fought in 2022, and are both up in 2024. */
class EveTest {
    private static final LocalDate BEFORE = LocalDate.of(2022, 5, 5);
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);
    private static final Node WARD = node("area/E05000801");
    private static final Node CONTEST = node("contest/local.trafford.north.2024-05-02");
    private static final Node GREEN = node("party/PP63");

    private static Node node(String path) {
        return NodeFactory.createURI("https://elections.example/id/" + path);
    }

    /** What the two seats of the ward were, where so many Greens stood and were elected without a poll. */
    private static Eve.Up afterGreens(int elected) {
        List<Winner> winners = new ArrayList<>();
        for (int i = 0; i < elected; i++) {
            winners.add(new Winner(
                    node("candidacy/local.trafford.north.2022-05-05/green-" + i),
                    "Green " + i,
                    GREEN,
                    OptionalInt.empty(),
                    Optional.empty()));
        }
        Contest fought = new Contest(
                node("contest/local.trafford.north.2022-05-05"),
                node("election/local.trafford.2022-05-05"),
                WARD,
                BEFORE,
                true,
                OptionalInt.of(2),
                Optional.of(true),
                Outcome.FILLED,
                elected,
                winners,
                Set.of());
        CouncilFacts facts =
                new CouncilFacts(node("council/trafford"), Optional.empty(), List.of(fought), List.of(), List.of());
        Eve eve = Eve.of(
                facts,
                new JointParties(Map.of(), Set.of()),
                DAY,
                List.of(new Eve.Asked(CONTEST, WARD, "North", true, OptionalInt.of(2))),
                party -> party);
        return Optional.ofNullable(eve.up().get(CONTEST)).orElseThrow();
    }

    @Test
    void seatsAreOfThoseWhoWonThem() {
        assertThat(afterGreens(2).fought()).contains(Map.of(GREEN, 2));
        assertThat(afterGreens(2).held()).contains(Map.of(GREEN, 2));
    }

    /** One stood for two seats: a Green has one, nobody has won the other, and so it is not said whose both were. */
    @Test
    void aSeatThatNobodyWonIsNotThatOfWhoeverWonTheOther() {
        assertThat(afterGreens(1).held()).contains(Map.of(GREEN, 1, Eve.VACANT, 1));
        assertThat(afterGreens(1).fought()).isEmpty();
    }

    /**
     * Both wards were drawn anew in 2019, and of the election in them nothing is here: of the one that voted in 2018 no seat is
     * left. A table of 2023 has the three of the new ward.
     */
    @Test
    void aWardThatIsNoMoreHasNoSeatsThoughNothingIsHereOfTheElectionAfterIt() {
        Contest before = contest("2018-05-03", "E05000801", "PP52");
        Contest since = contest("2021-05-06", "E05012001", "PP53");
        List<CouncilFacts.Entry> sitting = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            sitting.add(new CouncilFacts.Entry(
                    node("council/trafford/composition/2023-05-08/" + i),
                    LocalDate.of(2023, 5, 8),
                    Optional.empty(),
                    "North",
                    Optional.of("Member " + i),
                    Optional.of(GREEN),
                    "Green Party",
                    OptionalInt.of(2023 + i)));
        }
        List<CouncilFacts.NamedArea> areas = List.of(
                area("E05000801", "Old Town", "2009-01-01", Optional.of("2019-05-01")),
                area("E05012001", "North", "2019-05-02", Optional.empty()));

        Eve eve = Eve.of(
                new CouncilFacts(
                        node("council/trafford"), Optional.of("E08000009"), List.of(before, since), sitting, areas),
                new JointParties(Map.of(), Set.of()),
                DAY,
                List.of(new Eve.Asked(CONTEST, node("area/E05012001"), "North", true, OptionalInt.of(1))),
                party -> party);

        assertThat(eve.size()).hasValue(3);
        assertThat(eve.seats()).isEqualTo(Map.of(GREEN, 3));
    }

    /** By thirds, a ward of three: with 2018, 2019 and 2021 its seats are three, and without 2019 it is not known how many. */
    @Test
    void howManySeatsAWardHasIsNotKnownWhereAnElectionOfItsCycleIsNotHere() {
        assertThat(after("2018-05-03", "2019-05-02", "2021-05-06").size()).hasValue(3);
        assertThat(after("2018-05-03", "2021-05-06").size()).isEmpty();
    }

    /** The wards of 2014 were elected whole, of which nothing is here: of what came after, each filled one seat of three. */
    @Test
    void norIsItKnownFromOneThirdOfWardsThatWereDrawnAnewBefore() {
        List<CouncilFacts.NamedArea> areas = List.of(
                area("E05000700", "Old Town", "2009-01-01", Optional.of("2014-05-21")),
                area("E05000801", "North", "2014-05-22", Optional.empty()));

        assertThat(after(areas, "2018-05-03", "2021-05-06").size()).isEmpty();
    }

    /**
     * All three seats of the ward were filled in 2018, by one of each party in this order, and one in 2021 by another Green. In
     * 2019 the one with fewest votes retired, of which nothing is here: the two others sat until 2021, when the second did.
     */
    @Test
    void whoMayHaveRetiredAtAnElectionThatIsNotHereIsNotSaidToSitOn() {
        Contest whole = whole("2018-05-03", "PP52", "PP90", "PP53");
        Contest since = contest("2021-05-06", "E05000801", "PP63");
        Contest heard = contest("2019-05-02", "E05000801", "PP53");

        assertThat(on("2021-05-06", whole, since).seats())
                .isEqualTo(Map.of(node("party/PP52"), 1, node("party/PP90"), 1));
        assertThat(on("2022-05-05", whole, since).seats()).isEqualTo(Map.of(node("party/PP52"), 1, GREEN, 1));
        assertThat(on("2022-05-05", whole, heard, since).seats())
                .isEqualTo(Map.of(node("party/PP52"), 1, node("party/PP53"), 1, GREEN, 1));
    }

    /** Of the four years after an election of all nothing is missing: 2020 was held in 2021, and 2017 was the counties'. */
    @Test
    void noElectionIsMissedInYearsThatHadNone() {
        Contest whole = whole("2016-05-05", "PP52", "PP90", "PP53");
        Contest first = contest("2018-05-03", "E05000801", "PP63");
        Contest second = contest("2019-05-02", "E05000801", "PP63");

        assertThat(on("2021-05-06", whole, first, second, contest("2021-05-06", "E05000801", "PP63"))
                        .seats())
                .isEqualTo(Map.of(node("party/PP52"), 1, GREEN, 2));
    }

    private static Eve on(String day, Contest... contests) {
        return Eve.of(
                new CouncilFacts(
                        node("council/trafford"),
                        Optional.of("E08000009"),
                        List.of(contests),
                        List.of(),
                        List.of(area("E05000801", "North", "2009-01-01", Optional.empty()))),
                new JointParties(Map.of(), Set.of()),
                LocalDate.parse(day),
                List.of(new Eve.Asked(CONTEST, WARD, "North", true, OptionalInt.of(1))),
                party -> party);
    }

    /** All three seats of the ward, the first party with most votes. */
    private static Contest whole(String day, String... parties) {
        String id = "local.trafford.north." + day;
        List<Winner> winners = new ArrayList<>();
        for (int i = 0; i < parties.length; i++) {
            winners.add(new Winner(
                    node("candidacy/" + id + "/" + i),
                    "Member " + i,
                    node("party/" + parties[i]),
                    OptionalInt.of(1000 - i),
                    Optional.empty()));
        }
        return new Contest(
                node("contest/" + id),
                node("election/local.trafford." + day),
                WARD,
                LocalDate.parse(day),
                true,
                OptionalInt.of(parties.length),
                Optional.of(true),
                Outcome.FILLED,
                parties.length,
                winners,
                Set.of());
    }

    private static Eve after(String... days) {
        return after(List.of(area("E05000801", "North", "2009-01-01", Optional.empty())), days);
    }

    private static Eve after(List<CouncilFacts.NamedArea> areas, String... days) {
        List<Contest> contests = new ArrayList<>();
        for (String day : days) {
            contests.add(contest(day, "E05000801", "PP53"));
        }
        return Eve.of(
                new CouncilFacts(node("council/trafford"), Optional.of("E08000009"), contests, List.of(), areas),
                new JointParties(Map.of(), Set.of()),
                LocalDate.of(2022, 5, 5),
                List.of(new Eve.Asked(CONTEST, WARD, "North", true, OptionalInt.of(1))),
                party -> party);
    }

    private static CouncilFacts.NamedArea area(String code, String name, String from, Optional<String> until) {
        return new CouncilFacts.NamedArea(
                node("area/" + code), name, Optional.of(LocalDate.parse(from)), until.map(LocalDate::parse), true);
    }

    /** One seat of a ward, won by a party. */
    private static Contest contest(String day, String code, String party) {
        String id = "local.trafford." + code.toLowerCase(java.util.Locale.ROOT) + "." + day;
        return new Contest(
                node("contest/" + id),
                node("election/local.trafford." + day),
                node("area/" + code),
                LocalDate.parse(day),
                true,
                OptionalInt.of(1),
                Optional.of(false),
                Outcome.FILLED,
                2,
                List.of(new Winner(
                        node("candidacy/" + id + "/winner"),
                        "Winner",
                        node("party/" + party),
                        OptionalInt.of(100),
                        Optional.empty())),
                Set.of());
    }
}
