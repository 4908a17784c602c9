package uk.declared.linkeddata;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the local-elections vocabulary that the code writes or reads, defined in {@code ontology/}. */
public final class Vocabulary {
    /** The namespace, the same in every deployment. */
    public static final String NAMESPACE = "https://w3id.org/local-elections#";

    /** Where the codes of the code lists begin. */
    public static final String CODES = "https://w3id.org/local-elections/code/";

    static final Node REF_AREA = NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/dimension#refArea");
    static final Node REF_PERIOD = NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/dimension#refPeriod");

    private Vocabulary() {}

    /** The term with this local name. */
    public static Node term(String localName) {
        return NodeFactory.createURI(NAMESPACE + localName);
    }

    /** A code of a code list, such as {@code code("office", "councillor")}. */
    public static Node code(String list, String notation) {
        return NodeFactory.createURI(CODES + list + "/" + notation);
    }

    /** A rule, by its number. */
    public static Node rule(String number) {
        return NodeFactory.createURI("https://w3id.org/local-elections/rule/" + number);
    }

    /** A term of the RDF Data Cube vocabulary. */
    static Node cube(String localName) {
        return NodeFactory.createURI("http://purl.org/linked-data/cube#" + localName);
    }
}
