package uk.declared.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.night.Votes.Cast;

/** Reasons against comparing the votes of two contests. */
class NotComparedTest {
    private static final Optional<Node> MOST_VOTES =
            Optional.of(Vocabulary.code("voting-system", "first-past-the-post"));
    private static final Optional<Node> TRANSFERABLE =
            Optional.of(Vocabulary.code("voting-system", "single-transferable-vote"));

    private static Votes<String> votes(String party, Optional<Integer> cast) {
        return Votes.of(
                List.of(new Cast<>(party, party, Set.of(), cast), new Cast<>("PP63", "PP63", Set.of(), cast)),
                Set.of());
    }

    private static final Votes<String> SOME = votes("PP53", Optional.of(100));

    @Test
    void votesOfOneSystemAreCompared() {
        assertThat(NotCompared.of(SOME, SOME, MOST_VOTES, MOST_VOTES)).isEmpty();
        assertThat(NotCompared.of(SOME, SOME, Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void votesOfAnotherSystemOrOneThatIsNotKnownAreNot() {
        assertThat(NotCompared.of(SOME, SOME, TRANSFERABLE, MOST_VOTES)).contains(NotCompared.OTHER_SYSTEM);
        assertThat(NotCompared.of(SOME, SOME, MOST_VOTES, Optional.empty())).contains(NotCompared.SYSTEM_NOT_KNOWN);
    }

    @Test
    void votesThatAreNotThereAreNot() {
        Votes<String> none = votes("PP53", Optional.empty());

        assertThat(NotCompared.of(SOME, none, MOST_VOTES, MOST_VOTES)).contains(NotCompared.NO_VOTES_THEN);
        assertThat(NotCompared.of(none, SOME, MOST_VOTES, MOST_VOTES)).contains(NotCompared.NO_VOTES_NOW);
    }

    @Test
    void votesForThoseOfWhomNothingIsSaidOrForAPartyThatHasANameOnceAreNot() {
        assertThat(NotCompared.of(SOME, votes(Votes.NOT_STATED, Optional.of(1)), MOST_VOTES, MOST_VOTES))
                .contains(NotCompared.PARTY_NOT_STATED);
        assertThat(NotCompared.of(SOME, votes("name-labour", Optional.of(1)), MOST_VOTES, MOST_VOTES))
                .contains(NotCompared.PARTY_NOT_STATED);
        Votes<String> named = votes("name-local-list", Optional.of(1));
        assertThat(NotCompared.of(named, named, MOST_VOTES, MOST_VOTES)).isEmpty();
    }
}
