package uk.declared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asks for every URI of ours that the dumps, the catalogue and VoID name. */
@ExtendWith(WithSite.class)
class EveryUriTest {
    private static final String BASE = "http://localhost:8080/";

    @Test
    void everyUriOfTheDumpsLeadsToTriplesAboutItself(Site site) throws IOException {
        DatasetGraph dump = published(site);
        Set<String> uris = uris(dump);

        assertThat(uris).hasSizeGreaterThan(1_000);
        assertThat(faults(site, uris, dump)).isEmpty();
    }

    /** What the dumps, the catalogue and VoID say. */
    static DatasetGraph published(Site site) throws IOException {
        DatasetGraph dump = DatasetGraphFactory.create();
        for (String name : List.of("all", "other-licences")) {
            read(site, "/data/dumps/" + name + ".nq.gz", dump);
        }
        for (String path : List.of("/data.ttl", "/.well-known/void")) {
            RDFParser.source(new ByteArrayInputStream(
                            site.get(path, "Accept", "text/turtle").body()))
                    .lang(Lang.TURTLE)
                    .parse(dump);
        }
        return dump;
    }

    /** The URIs of ours that it names, but for those of the dumps themselves. */
    static Set<String> uris(DatasetGraph dump) {
        Set<String> uris = new TreeSet<>();
        dump.find()
                .forEachRemaining(quad -> List.of(quad.getGraph(), quad.getSubject(), quad.getObject())
                        .forEach(node -> add(node, uris)));
        for (Node file : List.of(DCAT.downloadURL.asNode(), VOID.dataDump.asNode())) {
            dump.find(Node.ANY, Node.ANY, file, Node.ANY)
                    .forEachRemaining(quad -> uris.remove(quad.getObject().getURI()));
        }
        return uris;
    }

    /** By the address asked for, what is wrong. A document is fetched once, whatever is asked of it. */
    static Map<String, String> faults(Site site, Set<String> uris, DatasetGraph dump) {
        Map<String, String> faults = new TreeMap<>();
        Map<String, Graph> documents = new HashMap<>();
        for (String uri : uris) {
            Node node = NodeFactory.createURI(uri);
            String path = uri.substring(BASE.length() - 1).replaceFirst("#.*", "");
            String document = path;
            if (path.startsWith("/id/")) {
                HttpResponse<byte[]> see = site.get(encoded(path), "Accept", "application/n-triples");
                document = see.headers().firstValue("Location").orElse("");
                if (see.statusCode() != 303) {
                    faults.put(uri, "status " + see.statusCode());
                    continue;
                }
            }
            if (!documents.containsKey(document)) {
                HttpResponse<byte[]> response = site.get(
                        encoded(document), "Accept", "application/n-triples, application/json;q=0.1, */*;q=0.01");
                Graph graph = GraphFactory.createDefaultGraph();
                String type = response.headers().firstValue("Content-Type").orElse("");
                if (response.statusCode() == 200 && type.equals("application/n-triples")) {
                    RDFParser.source(new ByteArrayInputStream(response.body()))
                            .lang(Lang.NTRIPLES)
                            .parse(graph);
                } else if (response.statusCode() != 410) {
                    faults.put(uri, document + " is " + response.statusCode() + " " + type);
                }
                documents.put(document, graph);
            }
            Graph graph = documents.get(document);
            boolean withdrawn = document.contains("local.example.gone");
            if (!withdrawn && !graph.contains(node, Node.ANY, Node.ANY)) {
                faults.putIfAbsent(
                        uri,
                        document
                                + (graph.contains(Node.ANY, Node.ANY, node)
                                        ? " only leads to it"
                                        : " is silent on it"));
            }
        }
        return faults;
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            encoded.append(octet >= 0 ? String.valueOf((char) octet) : String.format("%%%02X", octet & 0xff));
        }
        return encoded.toString();
    }

    private static void add(Node node, Set<String> uris) {
        if (node.isURI() && node.getURI().startsWith(BASE) && !node.getURI().equals(BASE)) {
            uris.add(node.getURI());
        }
    }

    private static void read(Site site, String path, DatasetGraph into) throws IOException {
        HttpResponse<byte[]> response = site.get(path);
        if (response.statusCode() == 404 && path.contains("other-licences")) {
            // There is no such dump where everything is under open licences.
            return;
        }
        assertThat(response.statusCode()).isEqualTo(200);
        RDFParser.source(new GZIPInputStream(new ByteArrayInputStream(response.body())))
                .lang(Lang.NQUADS)
                .parse(into);
    }
}
