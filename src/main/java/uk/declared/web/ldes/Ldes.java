package uk.declared.web.ldes;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms that an event stream is described with. */
final class Ldes {
    static final Node EVENT_STREAM = ldes("EventStream");
    static final Node TIMESTAMP_PATH = ldes("timestampPath");
    static final Node SEQUENCE_PATH = ldes("sequencePath");
    static final Node VERSION_OF_PATH = ldes("versionOfPath");
    static final Node VERSION_DELETE_PATH = ldes("versionDeletePath");
    static final Node VERSION_DELETE_OBJECT = ldes("versionDeleteObject");
    static final Node POLLING_INTERVAL = ldes("pollingInterval");
    static final Node IMMUTABLE = ldes("immutable");
    static final Node NODE = tree("Node");
    static final Node VIEW = tree("view");
    static final Node SHAPE = tree("shape");
    static final Node MEMBER = tree("member");
    static final Node RELATION = tree("relation");
    static final Node AT_OR_AFTER = tree("GreaterThanOrEqualToRelation");
    static final Node AT_OR_BEFORE = tree("LessThanOrEqualToRelation");
    static final Node PATH = tree("path");
    static final Node VALUE = tree("value");
    static final Node LEADS_TO = tree("node");

    static final Node GENERATED_AT = NodeFactory.createURI("http://www.w3.org/ns/prov#generatedAtTime");

    /** The place of a member in the whole record, which tells members of one second apart. */
    static final Node POSITION = NodeFactory.createURI("http://schema.org/position");

    /** What a member is that says: what this is a version of is there no longer. */
    static final Node DELETE = NodeFactory.createURI("https://www.w3.org/ns/activitystreams#Delete");

    private Ldes() {}

    private static Node ldes(String name) {
        return NodeFactory.createURI("https://w3id.org/ldes#" + name);
    }

    private static Node tree(String name) {
        return NodeFactory.createURI("https://w3id.org/tree#" + name);
    }
}
