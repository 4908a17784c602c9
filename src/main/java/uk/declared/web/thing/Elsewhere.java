package uk.declared.web.thing;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Wording;
import uk.declared.web.thing.ContestView.Fact;

/** What others publish about a thing, as links for its page: one for each address, called by who publishes it. */
final class Elsewhere {
    private static final List<Node> PROPERTIES = List.of(
            Vocabulary.term("madeByOrder"),
            SKOS.exactMatch.asNode(),
            OWL.sameAs.asNode(),
            RDFS.Nodes.seeAlso,
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/page"),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/logo"));

    /** What publishers are called, by the end of the host's name. */
    private static final Map<String, String> PUBLISHERS = Map.of(
            "legislation.gov.uk", "legislation.gov.uk",
            "planning.data.gov.uk", "planning.data.gov.uk",
            "opendatacommunities.org", "Open Data Communities",
            "wikidata.org", "Wikidata",
            "democracyclub.org.uk", "Democracy Club",
            "electoralcommission.org.uk", "Electoral Commission");

    private Elsewhere() {}

    /** The links of a thing that lead away from this site, and to publishers that are known here. */
    static List<Fact> of(Facts thing, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        Set<String> addresses = new LinkedHashSet<>();
        PROPERTIES.forEach(property -> thing.values(property).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .forEach(addresses::add));
        for (String address : addresses) {
            publisher(address)
                    .forEach(name -> facts.add(
                            Fact.of(wording.text("elsewhere"), new NamedLink(address, name + ": " + end(address)))));
        }
        return facts;
    }

    private static List<String> publisher(String address) {
        try {
            String host = String.valueOf(URI.create(address).getHost()).toLowerCase(Locale.ROOT);
            return PUBLISHERS.entrySet().stream()
                    .filter(publisher -> host.equals(publisher.getKey()) || host.endsWith("." + publisher.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** What tells two links to one publisher apart: the last part, or the last three of an order's number. */
    private static String end(String address) {
        String path = address.replaceFirst("/$", "").replaceFirst("^https?://[^/]+/(id/)?", "");
        return path.startsWith("uksi/") ? path : path.substring(path.lastIndexOf('/') + 1);
    }
}
