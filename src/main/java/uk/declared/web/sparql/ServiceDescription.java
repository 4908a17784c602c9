package uk.declared.web.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.springframework.context.MessageSource;
import uk.declared.ground.Shipped;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.RdfWriter;
import uk.declared.web.page.Languages;

/** What the endpoint says of itself (SPARQL 1.1 Service Description). */
final class ServiceDescription {
    private static final String FILE = "service-description.ttl";
    private static final Node EXTENSION_FUNCTION =
            NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#extensionFunction");

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String SCHEMA = "http://schema.org/";

    private final Graph graph;
    private final Node service;
    private final MessageSource texts;

    /**
     * @param endpoint its URI
     * @param services the endpoints that queries may ask
     * @param texts what each bound is, in English and Welsh
     */
    ServiceDescription(String endpoint, List<Bound> bounds, List<String> services, MessageSource texts) {
        graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(Shipped.text(ServiceDescription.class, FILE))
                .lang(Lang.TURTLE)
                .base(endpoint)
                .parse(graph);
        this.service = NodeFactory.createURI(endpoint);
        RdfSyntax.OF_DOCUMENTS.forEach(syntax -> graph.add(service, uri(SD + "resultFormat"), uri(syntax.format())));
        this.texts = texts;
        if (!services.isEmpty()) {
            graph.add(service, uri(SD + "feature"), uri(SD + "BasicFederatedQuery"));
        }
        services.forEach(other -> graph.add(service, DCTerms.relation.asNode(), uri(other)));
        bounds.forEach(bound -> describe(service, bound, texts));
        OfferedFunctions.names().forEach(name -> graph.add(service, EXTENSION_FUNCTION, NodeFactory.createURI(name)));
    }

    private void describe(Node service, Bound bound, MessageSource texts) {
        Node node = NodeFactory.createURI(service.getURI() + "/limits#" + bound.key());
        graph.add(service, uri(SCHEMA + "additionalProperty"), node);
        graph.add(node, RDF.Nodes.type, uri(SCHEMA + "PropertyValue"));
        graph.add(node, uri(SCHEMA + "propertyID"), NodeFactory.createLiteralString("declared.sparql." + bound.key()));
        graph.add(
                node,
                uri(SCHEMA + "value"),
                NodeFactory.createLiteralDT(Long.toString(bound.value()), XSDDatatype.XSDinteger));
        bound.unit()
                .ifPresent(unit -> graph.add(node, uri(SCHEMA + "unitCode"), NodeFactory.createLiteralString(unit)));
        for (Locale language : Languages.ALL) {
            graph.add(
                    node,
                    uri(SCHEMA + "name"),
                    NodeFactory.createLiteralLang(
                            texts.getMessage(bound.messageKey(), new Object[0], language), language.getLanguage()));
        }
    }

    private static Node uri(String uri) {
        return NodeFactory.createURI(uri);
    }

    /**
     * The description in a syntax.
     *
     * @param asked the address that the endpoint was asked at: the one that it answers at, whatever its URI begins with
     */
    byte[] write(RdfSyntax syntax, String asked) {
        Graph here = GraphFactory.createDefaultGraph();
        graph.stream().forEach(here::add);
        if (!asked.equals(service.getURI())) {
            here.remove(service, uri(SD + "endpoint"), Node.ANY);
            here.add(service, uri(SD + "endpoint"), uri(asked));
            for (Locale language : Languages.ALL) {
                here.add(
                        service,
                        RDFS.Nodes.comment,
                        NodeFactory.createLiteralLang(
                                texts.getMessage(
                                        "sparql.other-address", new Object[] {service.getURI(), asked}, language),
                                language.getLanguage()));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RdfWriter.write(here, syntax, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
