package uk.declared.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import uk.declared.election.BallotId;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.ContestGraph;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.store.Store;

/**
 * Areas whose code was not known when their result was published, and that were named {@code {organisation}.{slug}.{day}}.
 * Once a contest's area has its code, the temporary name stays as another name of the same area: it is the area that
 * this one contest was held in, before and after.
 */
public final class TemporaryAreas {
    private static final Query WAITING =
            QueryFactory.create(Shipped.text(TemporaryAreas.class, "contests-without-code.rq"));

    private TemporaryAreas() {}

    /** The contests whose area has no code yet. */
    public static Set<BallotId> waiting(Store store) {
        return store.select(WAITING, Map.of(), rows -> {
            Set<BallotId> found = new LinkedHashSet<>();
            rows.forEachRemaining(row -> found.add(new BallotId(Uris.lastPart(row.get("contest")))));
            return found;
        });
    }

    /**
     * What a contest shares with others, with the link from its area's temporary name where it has lost it.
     *
     * @param before the result as it was published, none where it was not
     */
    static Map<String, List<Triple>> shared(List<Triple> before, ContestGraph now) {
        Map<String, List<Triple>> shared = new LinkedHashMap<>(now.shared());
        Optional<Node> temporary = object(before, "electoralArea")
                .filter(area -> object(before, "statisticalGeography").isEmpty());
        if (temporary.isPresent()
                && object(now.result(), "statisticalGeography").isPresent()) {
            List<Triple> areas = new ArrayList<>(shared.getOrDefault("areas", List.of()));
            areas.add(Triple.create(temporary.get(), DCTerms.isReplacedBy.asNode(), now.electoralArea()));
            areas.add(Triple.create(temporary.get(), OWL.sameAs.asNode(), now.electoralArea()));
            shared.put("areas", areas);
        }
        return shared;
    }

    private static Optional<Node> object(List<Triple> triples, String property) {
        return triples.stream()
                .filter(triple -> triple.predicateMatches(Vocabulary.term(property)))
                .map(Triple::getObject)
                .findFirst();
    }
}
