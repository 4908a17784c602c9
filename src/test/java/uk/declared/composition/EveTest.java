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
}
