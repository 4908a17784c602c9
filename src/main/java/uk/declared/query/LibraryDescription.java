package uk.declared.query;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import uk.declared.linkeddata.Uris;

/**
 * The queries in RDF, as SHACL describes executable SPARQL, so that other editors can load them with their prefixes.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#sparql-constraints-prefixes">sh:declare</a>
 */
public final class LibraryDescription {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final String DCTERMS = "http://purl.org/dc/terms/";

    private final String base;

    public LibraryDescription(Uris uris) {
        this.base = uris.base() + "/queries";
    }

    /** All queries. */
    public Graph of(QueryLibrary library) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (LibraryQuery query : library.queries()) {
            describe(graph, query);
            graph.add(NodeFactory.createURI(base), dcterms("hasPart"), name(query));
        }
        return graph;
    }

    /** One query. */
    public Graph of(LibraryQuery query) {
        Graph graph = GraphFactory.createDefaultGraph();
        describe(graph, query);
        return graph;
    }

    /** One query and what it answered, by the W3C's vocabulary for results of queries. */
    public Graph of(LibraryQuery query, QueryTable answer) {
        Graph graph = of(query);
        ResultSet rows = ResultSet.adapt(answer.toRows());
        RDFOutput.encodeAsModel(rows).getGraph().find().forEachRemaining(graph::add);
        return graph;
    }

    private void describe(Graph graph, LibraryQuery query) {
        Node name = name(query);
        graph.add(name, RDF.type.asNode(), shacl("SPARQLExecutable"));
        graph.add(name, RDF.type.asNode(), shacl("SPARQLSelectExecutable"));
        texts(graph, name, RDFS.label.asNode(), query.title());
        texts(graph, name, RDFS.comment.asNode(), query.description());
        graph.add(name, shacl("select"), NodeFactory.createLiteralString(query.text()));
        prefixes(graph, name, query.query().getPrefixMapping());
        for (QueryParameter parameter : query.parameters()) {
            Node node = NodeFactory.createURI(name.getURI() + "#" + parameter.name());
            graph.add(name, shacl("parameter"), node);
            graph.add(node, RDF.type.asNode(), shacl("Parameter"));
            graph.add(node, shacl("path"), NodeFactory.createURI(base + "#" + parameter.name()));
            graph.add(node, shacl("name"), NodeFactory.createLiteralString(parameter.name()));
            texts(graph, node, RDFS.label.asNode(), parameter.label());
            graph.add(
                    node,
                    shacl("optional"),
                    NodeFactory.createLiteralDT(String.valueOf(!parameter.required()), XSDDatatype.XSDboolean));
            parameter
                    .standard()
                    .ifPresent(value -> graph.add(node, shacl("defaultValue"), NodeFactory.createLiteralString(value)));
        }
    }

    private void prefixes(Graph graph, Node query, PrefixMapping mapping) {
        for (Map.Entry<String, String> prefix : mapping.getNsPrefixMap().entrySet()) {
            Node declaration = NodeFactory.createURI(query.getURI() + "#prefix-" + prefix.getKey());
            graph.add(query, shacl("prefixes"), query);
            graph.add(query, shacl("declare"), declaration);
            graph.add(declaration, shacl("prefix"), NodeFactory.createLiteralString(prefix.getKey()));
            graph.add(
                    declaration,
                    shacl("namespace"),
                    NodeFactory.createLiteralDT(prefix.getValue(), XSDDatatype.XSDanyURI));
        }
    }

    private static void texts(Graph graph, Node subject, Node property, LocalText text) {
        text.byLanguage()
                .forEach((language, words) ->
                        graph.add(subject, property, NodeFactory.createLiteralLang(words, language)));
    }

    private Node name(LibraryQuery query) {
        return NodeFactory.createURI(base + "/" + query.name());
    }

    private static Node shacl(String term) {
        return NodeFactory.createURI(SHACL + term);
    }

    private static Node dcterms(String term) {
        return NodeFactory.createURI(DCTERMS + term);
    }
}
