package uk.declared.web.ldes;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import uk.declared.history.Changes;
import uk.declared.linkeddata.CanonicalTriples;
import uk.declared.linkeddata.Literals;
import uk.declared.linkeddata.StatisticsMapper;
import uk.declared.linkeddata.Triples;
import uk.declared.linkeddata.Uris;
import uk.declared.linkeddata.Vocabulary;
import uk.declared.record.DeclarationEntry;
import uk.declared.record.Entry;
import uk.declared.record.Stretch;

/**
 * Describes the stream by LDES 1.0 and TREE:
 *
 * <ol>
 *   <li>its root leads to every page by time, from the earliest to the latest of the page's members,
 *   <li>a member is a declaration, a version of a contest, and says its own licence; what the version said stands in the graph
 *       of the member's name,
 *   <li>a declaration that withdraws its contest is a deletion, and has no such graph,
 *   <li>a redaction is a member too, a deletion of the declaration; the declaration itself stays, without its graph.
 * </ol>
 */
final class EventStream {
    static final String PATH = "/ldes";

    /** So long may a cache keep what still grows, and a client wait before it asks anew. */
    static final int FRESH_SECONDS = 15;

    private final Uris uris;
    private final Streamed streamed;
    private final StatisticsMapper statistics;

    EventStream(Uris uris, Streamed streamed) {
        this.uris = uris;
        this.streamed = streamed;
        this.statistics = new StatisticsMapper(uris);
    }

    /** A member: what is said of it, and the graph of what it said. */
    record Member(Node uri, List<Triple> about, List<Triple> content) {
        Member {
            about = List.copyOf(about);
            content = List.copyOf(content);
        }
    }

    /** The stream itself. */
    Node stream() {
        return NodeFactory.createURI(uris.base() + streamed.path() + "#stream");
    }

    private Node root() {
        return NodeFactory.createURI(uris.base() + streamed.path());
    }

    /**
     * The path of a page. A page whose members were redacted since it was full has another one, so that each address stands
     * for one content for good.
     */
    String path(Stretch page) {
        return streamed.path() + "/" + page.number() + (page.redactions() == 0 ? "" : "-" + page.redactions());
    }

    Node node(Stretch page) {
        return NodeFactory.createURI(uris.base() + path(page));
    }

    /** The description of the stream, and the ways to its pages. */
    List<Triple> root(List<Stretch> pages) {
        Triples triples = new Triples();
        triples.about(stream())
                .a(Ldes.EVENT_STREAM)
                .add(DCTerms.title.asNode(), Literals.english(streamed.title()))
                .add(Ldes.VIEW, root())
                .add(Ldes.SHAPE, NodeFactory.createURI(uris.base() + PATH + "/shape#Member"))
                .add(Ldes.TIMESTAMP_PATH, Ldes.GENERATED_AT)
                .add(Ldes.SEQUENCE_PATH, Ldes.POSITION)
                .add(Ldes.VERSION_OF_PATH, DCTerms.isVersionOf.asNode())
                .add(Ldes.VERSION_DELETE_PATH, RDF.Nodes.type)
                .add(Ldes.VERSION_DELETE_OBJECT, Ldes.DELETE)
                .add(Ldes.POLLING_INTERVAL, Literals.integer(FRESH_SECONDS));
        triples.about(root()).a(Ldes.NODE);
        pages.forEach(page -> relate(page, triples));
        return triples.list();
    }

    /** An open page has no end: what comes joins it. */
    private void relate(Stretch page, Triples triples) {
        relate(page, Ldes.AT_OR_AFTER, Literals.dateTime(page.earliest()), triples);
        if (page.isFull()) {
            relate(page, Ldes.AT_OR_BEFORE, Literals.dateTime(page.latest()), triples);
        }
    }

    private void relate(Stretch page, Node type, Node time, Triples triples) {
        Node relation = NodeFactory.createBlankNode();
        triples.about(root()).add(Ldes.RELATION, relation);
        triples.about(relation)
                .a(type)
                .add(Ldes.PATH, Ldes.GENERATED_AT)
                .add(Ldes.VALUE, time)
                .add(Ldes.LEADS_TO, node(page));
    }

    /** What a page says of itself. */
    List<Triple> page(Stretch page) {
        Triples triples = new Triples();
        triples.about(stream()).a(Ldes.EVENT_STREAM).add(Ldes.VIEW, root());
        Triples.Describing node = triples.about(node(page)).a(Ldes.NODE).add(DCTerms.isPartOf.asNode(), root());
        if (page.isFull()) {
            node.add(Ldes.IMMUTABLE, Literals.bool(true));
        }
        return triples.list();
    }

    /** The member that a change is. */
    Member member(Changes.Change change) {
        return change instanceof Changes.Declared declared ? declared(declared) : redacted((Changes.Redacted) change);
    }

    private Member declared(Changes.Declared change) {
        DeclarationEntry entry = change.version().declaration();
        Node contest = uris.contest(entry.contest());
        boolean figures = streamed == Streamed.STATISTICS;
        Node of = figures ? uris.statisticsGraph(entry.contest()) : contest;
        Node member = uris.declaration(entry.contest(), entry.version());
        Triples about = new Triples();
        about.about(stream()).add(Ldes.MEMBER, member);
        Triples.Describing described = about.about(member)
                .add(DCTerms.isVersionOf.asNode(), of)
                .add(Ldes.GENERATED_AT, Literals.dateTime(entry.time()))
                .add(Ldes.POSITION, Literals.integer(change.sequence()));
        CanonicalTriples.read(entry.declaration()).stream()
                .filter(triple -> triple.getSubject().equals(member) && !triple.predicateMatches(Ldes.GENERATED_AT))
                .forEach(triple -> described.add(triple.getPredicate(), triple.getObject()));
        List<Triple> content = new ArrayList<>();
        if (!entry.result().isEmpty() && figures) {
            content.addAll(statistics.map(CanonicalTriples.read(entry.result())));
        } else if (!entry.result().isEmpty()) {
            // Syntaxes that name no graphs leave out what the version said, and lead to it.
            described.add(RDFS.seeAlso.asNode(), NodeFactory.createURI(documentOf(member) + "/result"));
            content.addAll(CanonicalTriples.read(entry.result()));
            content.add(Triple.create(contest, Vocabulary.term("declaration"), member));
        } else if (!change.version().redacted()) {
            described.a(Ldes.DELETE);
        }
        return new Member(member, about.list(), content);
    }

    private String documentOf(Node member) {
        return uris.documentOf(member).getURI();
    }

    private Member redacted(Changes.Redacted change) {
        Node declaration = uris.declaration(change.contest(), change.version());
        Entry.Redaction redaction = change.redaction();
        Node member = Uris.partOf(declaration, "redaction/" + change.sequence());
        Triples about = new Triples();
        about.about(stream()).add(Ldes.MEMBER, member);
        about.about(member)
                .a(Ldes.DELETE)
                .add(DCTerms.isVersionOf.asNode(), declaration)
                .add(Ldes.GENERATED_AT, Literals.dateTime(redaction.time()))
                .add(Ldes.POSITION, Literals.integer(change.sequence()))
                .add(RDFS.Nodes.comment, Literals.text(redaction.reason()));
        return new Member(member, about.list(), List.of());
    }
}
