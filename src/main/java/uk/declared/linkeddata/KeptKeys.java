package uk.declared.linkeddata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import uk.declared.election.CandidacyMatching;
import uk.declared.election.CandidacyMatching.Standing;

/** The keys of candidacies that an earlier version of a contest has named already. */
public final class KeptKeys {
    private KeptKeys() {}

    /**
     * The keys that candidacies keep, by their place in the later version.
     *
     * @param earlier the result that was published, empty where there is none
     * @param later the result as mapped without knowledge of the earlier
     */
    public static Map<Integer, String> of(List<Triple> earlier, ContestGraph later) {
        List<Candidacy> before = candidacies(earlier, later.contest());
        List<Candidacy> after = candidacies(later.result(), later.contest());
        List<Integer> matches = CandidacyMatching.match(
                before.stream().map(Candidacy::standing).toList(),
                after.stream().map(Candidacy::standing).toList());
        Map<Integer, String> kept = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            int match = matches.get(i);
            Integer place = later.candidacies().get(after.get(i).node());
            if (match >= 0 && place != null) {
                kept.put(place, key(before.get(match).node()));
            }
        }
        return kept;
    }

    private record Candidacy(Node node, Standing standing) {}

    private static List<Candidacy> candidacies(List<Triple> result, Node contest) {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.add(graph, result);
        List<Candidacy> candidacies = new ArrayList<>();
        graph.stream(contest, Vocabulary.term("candidacy"), Node.ANY)
                .map(Triple::getObject)
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .forEach(node -> candidacies.add(new Candidacy(
                        node, new Standing(text(graph, node, "nameOnBallotPaper"), affiliation(graph, node)))));
        return candidacies;
    }

    private static String affiliation(Graph graph, Node candidacy) {
        String party = text(graph, candidacy, "party");
        return party.isEmpty() ? text(graph, candidacy, "standing") : party;
    }

    private static String text(Graph graph, Node subject, String property) {
        return graph.stream(subject, Vocabulary.term(property), Node.ANY)
                .map(Triple::getObject)
                .map(value -> value.isURI() ? value.getURI() : value.getLiteralLexicalForm())
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static String key(Node candidacy) {
        String uri = candidacy.getURI();
        return Uris.lastPart(uri);
    }
}
