package uk.declared.composition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import uk.declared.election.Council;
import uk.declared.election.Councils;
import uk.declared.election.ElectionId;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Uris;
import uk.declared.reference.ReferenceKind;
import uk.declared.store.Rows;

/**
 * Who sits on one council, and who has its majority, from all that a store holds of it: a graph of its own, {@code
 * {base}/data/seats/{council}}, made anew whenever something of the council is published or imported.
 */
public final class CouncilSeats {
    private static final Query RIGHTS = FactsReader.query("rights");

    private final Uris uris;
    private final String slug;
    private final FactsCache cache;

    /** @param slug the council's short name */
    public CouncilSeats(Uris uris, String slug) {
        this(uris, slug, new FactsCache());
    }

    /**
     * @param slug the council's short name
     * @param cache what is read once for several councils, and kept of each
     */
    public CouncilSeats(Uris uris, String slug, FactsCache cache) {
        this.uris = uris;
        this.slug = slug;
        this.cache = cache;
    }

    /** The name of the graph. */
    public String graph() {
        return uris.data("seats/" + slug).getURI();
    }

    /**
     * What stands in it.
     *
     * @param store answers queries about the union of all graphs; what an earlier derivation said is not read
     */
    public Collection<Triple> derive(Rows store) {
        FactsReader reader = new FactsReader(store, uris, council(), cache);
        CouncilFacts facts = reader.read(code());
        Timeline.Seating seating = Timeline.of(facts, joint(reader, facts));
        List<Triple> triples = new ArrayList<>(new SeatMapper(facts.council()).map(seating));
        if (!triples.isEmpty()) {
            triples.addAll(rights(store));
        }
        return triples;
    }

    /** Of the joint candidatures those that somebody of the council was elected for, or sits for. */
    private static JointParties joint(FactsReader reader, CouncilFacts facts) {
        Set<Node> affiliations = new HashSet<>();
        facts.contests()
                .forEach(contest -> contest.winners().forEach(winner -> affiliations.add(winner.affiliation())));
        facts.entries().forEach(entry -> entry.affiliation().ifPresent(affiliations::add));
        return new JointParties(reader.jointParties(), affiliations);
    }

    /**
     * The council on the eve of a polling day, and what of it is up.
     *
     * @param asked the contests of the day
     * @param group the affiliation with which another is counted, such as a joint candidature with one of its parties
     */
    public Eve eve(Rows store, LocalDate day, List<Eve.Asked> asked, UnaryOperator<Node> group) {
        FactsReader reader = new FactsReader(store, uris, council(), cache);
        CouncilFacts facts = reader.read(code());
        Node election = uris.election(new ElectionId("local." + slug + "." + day));
        return Eve.of(facts, joint(reader, facts), day, asked, group)
                .with(new NotionalReader(store, cache.common()).of(election, asked, group));
    }

    /** What of the imported tables could not be linked with an area or a party, in whole sentences. */
    public List<String> unmatched(Rows store) {
        return Unmatched.of(new FactsReader(store, uris, council(), cache).read(code()));
    }

    /** It may be used as all that it was derived from may be used together. */
    private List<Triple> rights(Rows store) {
        Node graph = NodeFactory.createURI(graph());
        String compositions = uris.data(ReferenceKind.COMPOSITION.notation()).getURI();
        Map<String, Node> values = new HashMap<>(uris.forQueries());
        values.put("council", council());
        return Stream.concat(
                        store.of(RIGHTS, values).stream(),
                        cache.common().rightsOfTables(store, compositions, slug).stream())
                .map(row -> Triple.create(graph, row.get("property"), row.get("value")))
                .distinct()
                .toList();
    }

    private Node council() {
        return uris.council(slug);
    }

    private Optional<String> code() {
        return Councils.shipped()
                .bySlug(slug, LocalDate.of(2024, 1, 1))
                .flatMap(Council::code)
                .map(GssCode::value);
    }
}
