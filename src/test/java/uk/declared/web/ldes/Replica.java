package uk.declared.web.ldes;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** A client that knows LDES, HTTP and RDF, and nothing of who publishes: it is told one address. */
final class Replica {
    private static final String LDES = "https://w3id.org/ldes#";
    private static final String TREE = "https://w3id.org/tree#";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String accepted;
    private final Set<String> fetched = new LinkedHashSet<>();
    private final DatasetGraph members = DatasetGraphFactory.create();
    private Node stream = Node.ANY;
    private DatasetGraph description = DatasetGraphFactory.create();

    /** @param accepted the syntax that it reads pages in */
    Replica(String accepted) {
        this.accepted = accepted;
    }

    /** Reads the whole stream. */
    Replica follow(String address) throws Exception {
        description = fetch(address, "text/turtle");
        stream = description
                .getDefaultGraph()
                .find(Node.ANY, tree("view"), NodeFactory.createURI(address))
                .next()
                .getSubject();
        Deque<String> queue = new ArrayDeque<>();
        enqueue(description.getDefaultGraph(), queue);
        while (!queue.isEmpty()) {
            String page = queue.remove();
            if (fetched.add(page)) {
                DatasetGraph read = fetch(page, accepted);
                enqueue(read.getDefaultGraph(), queue);
                read.find().forEachRemaining(members::add);
            }
        }
        return this;
    }

    private void enqueue(Graph page, Deque<String> queue) {
        page.find(Node.ANY, tree("relation"), Node.ANY)
                .forEachRemaining(relation -> page.find(relation.getObject(), tree("node"), Node.ANY)
                        .forEachRemaining(node -> queue.add(node.getObject().getURI())));
    }

    private DatasetGraph fetch(String address, String type) throws Exception {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", type)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + response.statusCode());
        }
        String got = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        Lang lang = RDFLanguages.contentTypeToLang(got);
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(response.body()))
                .forceLang(lang)
                .base(address)
                .parse(dataset);
        return dataset;
    }

    /** The addresses of the pages. */
    Set<String> pages() {
        return fetched;
    }

    Set<Node> members() {
        Set<Node> found = new HashSet<>();
        members.getDefaultGraph()
                .find(stream, tree("member"), Node.ANY)
                .forEachRemaining(triple -> found.add(triple.getObject()));
        return found;
    }

    /** What is said of all members, for a shape to be tried on. */
    Graph about() {
        return members.getDefaultGraph();
    }

    /** What a member said. */
    Set<Triple> content(Node member) {
        return members.getGraph(member).stream().collect(Collectors.toSet());
    }

    /** The latest version of everything that is still there, by what it is a version of. */
    Map<Node, Node> latest() {
        Comparator<Node> order = Comparator.<Node, String>comparing(
                        member -> value(member, path("timestampPath")).getLiteralLexicalForm())
                .thenComparing(member ->
                        Long.parseLong(value(member, path("sequencePath")).getLiteralLexicalForm()));
        Map<Node, Node> latest = new HashMap<>();
        for (Node member : members()) {
            latest.merge(
                    value(member, path("versionOfPath")),
                    member,
                    (one, other) -> order.compare(one, other) > 0 ? one : other);
        }
        Node deletion = path("versionDeleteObject");
        latest.values().removeIf(member -> about().contains(member, path("versionDeletePath"), deletion));
        return latest;
    }

    private Node path(String name) {
        return value(description.getDefaultGraph(), stream, NodeFactory.createURI(LDES + name));
    }

    private Node value(Node member, Node property) {
        return value(about(), member, property);
    }

    private static Node value(Graph graph, Node subject, Node property) {
        List<Triple> found = graph.find(subject, property, Node.ANY).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(subject + " has " + found.size() + " of " + property);
        }
        return found.get(0).getObject();
    }

    private static Node tree(String name) {
        return NodeFactory.createURI(TREE + name);
    }
}
