package uk.declared.reference;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.election.GssCode;
import uk.declared.linkeddata.Triples;

/**
 * Links from areas to what others publish about them, made by rule from the code. Only rules that hold for every code of a
 * kind are here; {@code docs/links.md} says which they are, and why there is none for Ordnance Survey.
 */
final class AreaLinks {
    private static final String PLANNING = "https://www.planning.data.gov.uk/curie/statistical-geography:";
    private static final String OPEN_DATA_COMMUNITIES = "http://opendatacommunities.org/id/geography/administration/";

    /** Kinds of areas that planning.data.gov.uk, which is England's, keeps by their codes. */
    private static final Set<String> PLANNING_KINDS = Set.of("E04", "E05", "E06", "E07", "E08", "E09", "E12");

    /** The parts of Open Data Communities' names for English local authorities. */
    private static final Map<String, String> COMMUNITIES_KINDS = Map.of("E06", "ua", "E07", "nmd");

    private AreaLinks() {}

    /** @param live whether the code is in force, as far as the source says */
    static void describe(GssCode code, boolean live, Triples.Describing area) {
        if (live && PLANNING_KINDS.contains(code.entity())) {
            area.add(RDFS.Nodes.seeAlso, NodeFactory.createURI(PLANNING + code));
        }
        String kind = COMMUNITIES_KINDS.get(code.entity());
        if (kind != null) {
            area.add(SKOS.exactMatch.asNode(), NodeFactory.createURI(OPEN_DATA_COMMUNITIES + kind + "/" + code));
        }
    }
}
