package uk.declared.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import uk.declared.election.Candidacy;
import uk.declared.election.ContestResult;
import uk.declared.election.DeclarationStatus;
import uk.declared.election.VotingSystem;
import uk.declared.linkeddata.ContestGraph;

/**
 * Works out, before the shapes run, the totals that core constraints compare. These triples are never published.
 *
 * <ol>
 *   <li>{@code check:fewestWinningVotes} on everybody not elected, where all have votes and votes alone decide,
 *   <li>{@code check:tiedForLastSeat} on somebody not elected with as many votes, where no lot is named,
 *   <li>{@code check:nobodyElected} on a declared contest with votes in which nobody is elected.
 * </ol>
 */
final class CheckTriples {
    static final String NAMESPACE = "https://w3id.org/local-elections/check#";

    private final ContestResult result;
    private final ContestGraph graph;
    private final List<Triple> triples = new ArrayList<>();

    private CheckTriples(ContestResult result, ContestGraph graph) {
        this.result = result;
        this.graph = graph;
    }

    static List<Triple> of(ContestResult result, ContestGraph graph) {
        CheckTriples check = new CheckTriples(result, graph);
        check.compareLosersWithWinners();
        check.expectWinner();
        return check.triples;
    }

    private void compareLosersWithWinners() {
        OptionalInt fewest = fewestWinningVotes();
        if (fewest.isEmpty() || !votesAloneDecide()) {
            return;
        }
        boolean byLot = result.candidacies().stream().anyMatch(Candidacy::decidedByLot);
        for (Map.Entry<Node, Integer> entry : graph.candidacies().entrySet()) {
            Candidacy candidacy = result.candidacies().get(entry.getValue());
            if (candidacy.elected().equals(Optional.of(false))
                    && candidacy.votes().isPresent()) {
                add(entry.getKey(), "fewestWinningVotes", integer(fewest.getAsInt()));
                if (candidacy.votes().getAsInt() == fewest.getAsInt() && !byLot) {
                    add(entry.getKey(), "tiedForLastSeat", integer(fewest.getAsInt()));
                }
            }
        }
    }

    private void expectWinner() {
        boolean declared = result.status() == DeclarationStatus.DECLARED;
        boolean votes = result.candidacies().stream()
                .anyMatch(candidacy -> candidacy.votes().isPresent());
        boolean elected = result.candidacies().stream()
                .anyMatch(candidacy -> candidacy.elected().orElse(false));
        if (declared && votes && !elected) {
            add(graph.contest(), "nobodyElected", integer(result.candidacies().size()));
        }
    }

    /** First preferences or first choices do not decide alone under STV and the supplementary vote. */
    private boolean votesAloneDecide() {
        return result.votingSystem()
                .map(system -> system == VotingSystem.FIRST_PAST_THE_POST)
                .orElse(false);
    }

    private OptionalInt fewestWinningVotes() {
        return result.candidacies().stream()
                .filter(candidacy -> candidacy.elected().orElse(false))
                .flatMapToInt(candidacy -> candidacy.votes().stream())
                .min();
    }

    private void add(Node subject, String property, Node object) {
        triples.add(Triple.create(subject, NodeFactory.createURI(NAMESPACE + property), object));
    }

    private static Node integer(int value) {
        return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
    }
}
