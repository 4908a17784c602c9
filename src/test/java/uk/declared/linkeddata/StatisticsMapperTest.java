package uk.declared.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.declared.linkeddata.ContestFixtures.candidate;
import static uk.declared.linkeddata.ContestFixtures.contest;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import uk.declared.election.ContestResult;

class StatisticsMapperTest {
    private final Uris uris = new Uris("https://elections.example");

    @Test
    void votesAndSeatsAreCountedByAffiliation() {
        Map<String, String> observed = observed(contest(
                OptionalInt.of(2),
                candidate("Ann", "PP63", 500, true),
                candidate("Bob", "PP63", 100, false),
                candidate("Cat", "", 300, true),
                candidate("Dee", "", 100, false)));

        assertThat(observed)
                .containsEntry("votes/PP63", "600")
                .containsEntry("vote-share/PP63", "60.0")
                .containsEntry("votes/independent", "400")
                .containsEntry("vote-share/independent", "40.0")
                .containsEntry("candidates/PP63", "2")
                .containsEntry("seats/PP63", "1")
                .containsEntry("seats/independent", "1")
                .containsEntry("electorate", "2000")
                .containsEntry("turnout", "40.0");
    }

    @Test
    void anUncontestedContestHasSeatsAndNoVotes() {
        Map<String, String> observed =
                observed(contest(OptionalInt.of(1), candidate("Ann", "PP63", OptionalInt.empty(), true, false)));

        assertThat(observed).containsEntry("seats/PP63", "1").doesNotContainKey("votes/PP63");
    }

    @Test
    void rejectedPapersAreNotAddedUpWhereAGroundIsMissing() {
        assertThat(observed(contest(OptionalInt.of(1), candidate("Ann", "PP63", 5, true))))
                .doesNotContainKey("rejected-ballot-papers");
    }

    /** The observations by the end of their URIs, each with its value. */
    private Map<String, String> observed(ContestResult result) {
        Map<String, String> values = new TreeMap<>();
        for (Triple triple : new StatisticsMapper(uris)
                .map(new ContestMapper(uris).map(result).result())) {
            String property = triple.getPredicate().getURI();
            String subject = triple.getSubject().getURI();
            if (property.startsWith(Vocabulary.NAMESPACE + "observed")) {
                values.put(
                        subject.substring(subject.indexOf("/observation/") + "/observation/".length()),
                        triple.getObject().getLiteralLexicalForm());
            }
        }
        return values;
    }
}
